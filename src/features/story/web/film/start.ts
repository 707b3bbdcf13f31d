/** Where a pane begins: a run and a frame of it from 0. */
export type Start = { readonly run: number; readonly frame?: number | undefined; readonly plays: boolean };
