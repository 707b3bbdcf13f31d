/** A mark in this browser while confirmed runs wait to be sent, so that only then the sending is loaded on other pages. */
export const WAITING = 'hamdel-images-wait';
