import type { Size } from '../../rules/measure/marked.ts';
import type { RunView } from '../../rules/present.ts';

/** The picture's size as marks count it: that of the run. */
export const sizeOf = ({ rows, columns }: RunView): Size => ({ width: columns || 512, height: rows || 512 });
