// On a thin link a page can be read and typed into before its script is there. Taking over the document would put every field back to what the
// server wrote, so what was typed is read first and typed again, for the handlers that now listen.

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const kindOf = (field: Typed): 'tick' | 'files' | 'list' | 'text' =>
  field instanceof HTMLSelectElement ? 'list'
  : field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio') ? 'tick'
  : field instanceof HTMLInputElement && field.type === 'file' ? 'files' : 'text';

const touched = (field: Typed): boolean => {
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected && !option.defaultSelected) && field.selectedIndex > 0;
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  return { tick: field.checked !== field.defaultChecked, files: (field.files?.length ?? 0) > 0, text: field.value !== field.defaultValue, list: false }[kindOf(field)];
};

/** Going back and reloading, the browser itself fills fields with what stood there once; that may be older than what the node keeps. */
const freshlyOpened = (): boolean => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate';

/** Reads what was typed under `root` so far. The answer types it again; it is called once the page is taken over. */
export const typedEarly = (root: ParentNode): (() => void) => {
  if (!freshlyOpened()) return () => undefined;
  const typed = [...root.querySelectorAll<Typed>('input, textarea, select')].filter(touched)
    .map((field) => ({ field, value: field.value, checked: field instanceof HTMLInputElement && field.checked }));
  return () => {
    for (const { field, value, checked } of typed.filter((one) => one.field.isConnected)) {
      if (field instanceof HTMLInputElement && kindOf(field) === 'tick') field.checked = checked;
      else if (kindOf(field) !== 'files' && field.value !== value) field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
};
