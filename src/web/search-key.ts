// Ctrl-K, ⌘K and `/` lead to the search over everything from any page.

const typing = (at: EventTarget | null): boolean => at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));

/** Whether a key means the search. `/` is a letter where somebody types. */
export const isSearchKey = (event: KeyboardEvent): boolean =>
  ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') || (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target));

/** The field of the search that is in sight, if there is one. */
export const searchField = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('[data-everything], form[action="/search"] input[type=search]')].find((field) => field.offsetParent !== null);
