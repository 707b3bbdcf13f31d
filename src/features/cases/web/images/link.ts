// What the browser tells of the link: a full film waits for Wi-Fi on a mobile network, or where the person saves data.

type Connection = EventTarget & { readonly type?: string; readonly saveData?: boolean };
const connection = (): Connection | undefined => (navigator as Navigator & { connection?: Connection }).connection;

/** Whether full films may go by themselves. A browser that tells nothing is taken for a desk with a cable. */
export const mayGo = (): boolean => {
  const { type, saveData } = connection() ?? {};
  return type !== 'cellular' && saveData !== true;
};

export const onLine = (listener: () => void): void => connection()?.addEventListener('change', listener);
