// Arrow keys go from the field through what was found and back; Escape returns to the field.

/** Listens inside `page`; answers how to stop. */
export const stepThrough = (page: HTMLElement): (() => void) => {
  const key = (event: KeyboardEvent): void => {
    const field = page.querySelector<HTMLInputElement>('input[type=search]');
    const stops = [field, ...page.querySelectorAll<HTMLElement>('section .list a')].filter((one) => one !== null);
    const place = stops.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: place + 1, ArrowUp: place - 1, Escape: 0 };
    const next = place < 0 ? undefined : stops[steps[event.key] ?? -1];
    if (next === undefined || next === document.activeElement) return;
    event.preventDefault();
    next.focus();
  };
  page.addEventListener('keydown', key);
  return () => page.removeEventListener('keydown', key);
};
