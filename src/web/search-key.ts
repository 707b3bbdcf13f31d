// Ctrl-K, ⌘K and `/` lead to the search over everything from any page; the field in the bar stays on this side of a whole new document.

const isTyping = (at: EventTarget | null): boolean => at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));

/** `/` is a letter where somebody types. */
const isSearchKey = (event: KeyboardEvent): boolean =>
  ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') || (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target));

const fields = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('form[action="/search"] input[type=search]')];

export const leadToSearch = (go: (path: string) => void): void => {
  addEventListener('keydown', (event) => {
    // Nobody is signed in: there is neither a field nor a way to one.
    if (event.defaultPrevented || !isSearchKey(event) || document.querySelector('a[href="/search"]') === null) return;
    event.preventDefault();
    const field = fields().find((one) => one.offsetParent !== null);
    if (field) field.select();
    else go('/search');
  });
  addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.matches('form.look')) return;
    event.preventDefault();
    go(`/search?${new URLSearchParams({ q: form.querySelector('input')?.value ?? '' })}`);
  });
};
