// Clicks on links, and arriving: scroll and focus.

/** The link of a plain click that this site may answer without leaving the page. */
export const linkOf = (event: MouseEvent): HTMLAnchorElement | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined;
  return link.target !== '' || link.hasAttribute('download') || link.rel.includes('external') ? undefined : link;
};

/** Notes in the history where the reader stood, for coming back. */
export const noteScroll = (): void => {
  history.replaceState({ ...(history.state as object | null), scroll: scrollY }, '');
};

/** To the named part, or the place one was at, or the top; the heading takes the focus so that it is read out. */
export const arrive = (hash: string, scroll: number | undefined): void => {
  const named = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  if (named !== null) {
    named.scrollIntoView();
    focus(named);
    return;
  }
  scrollTo(0, scroll ?? 0);
  focus(document.querySelector('main h1'));
};

const focus = (at: Element | null): void => {
  if (!(at instanceof HTMLElement)) return;
  const inside = at.matches('input, select, textarea, button, a[href], [tabindex]') ? at : at.querySelector<HTMLElement>('input, select, textarea');
  if (inside !== null && at.tagName !== 'H1') {
    inside.focus({ preventScroll: true });
    return;
  }
  at.tabIndex = -1;
  at.focus({ preventScroll: true });
};

