// The coronary tree as drawn: one path and one badge for each SYNTAX segment, in units of the viewBox. Seen as from the front, the heart's
// right on the reader's left; it never turns with the language. Sub-branches (9a, 16a …) have no room for a finger: they stand in the list below.

export type Drawn = { readonly id: string; readonly path: string; readonly width: number; readonly x: number; readonly y: number; readonly only?: 'right' | 'left' };

export const VIEW = '18 8 406 388';
export const AORTA = 'M186 20C168 44 168 84 186 108C206 84 206 44 186 20Z';

export const drawn: readonly Drawn[] = [
  { id: '1', path: 'M168 84C138 74 104 88 84 122', width: 11, x: 118, y: 86 },
  { id: '2', path: 'M84 122C64 154 58 186 64 224', width: 11, x: 64, y: 172 },
  { id: '3', path: 'M64 224C72 262 92 294 124 312', width: 10, x: 84, y: 272 },
  { id: '4', path: 'M124 312C158 328 190 332 224 352', width: 6, x: 190, y: 334, only: 'right' },
  { id: '16', path: 'M124 312C132 340 150 360 176 380', width: 6, x: 146, y: 362, only: 'right' },
  { id: '5', path: 'M206 84C222 84 238 88 254 96', width: 13, x: 229, y: 82 },
  { id: '6', path: 'M254 96C262 116 264 138 262 162', width: 11, x: 260, y: 135 },
  { id: '7', path: 'M262 162C264 192 262 218 258 246', width: 9, x: 260, y: 208 },
  { id: '8', path: 'M258 246C254 282 246 312 228 336', width: 6, x: 249, y: 296 },
  { id: '9', path: 'M262 162C284 178 300 200 314 234', width: 6, x: 298, y: 200 },
  { id: '10', path: 'M258 246C276 252 290 270 300 296', width: 6, x: 292, y: 272 },
  { id: '11', path: 'M254 96C284 92 314 98 338 116', width: 10, x: 298, y: 96 },
  { id: '12', path: 'M254 96C278 112 296 130 308 156', width: 6, x: 302, y: 146 },
  { id: '12a', path: 'M338 116C344 152 350 190 352 236', width: 6, x: 347, y: 186 },
  { id: '12b', path: 'M388 178C376 214 372 252 368 292', width: 6, x: 371, y: 252 },
  { id: '13', path: 'M338 116C368 140 388 172 394 210', width: 8, x: 380, y: 158 },
  { id: '14', path: 'M394 210C400 240 400 270 392 302', width: 6, x: 399, y: 286 },
  { id: '15', path: 'M394 210C412 300 372 366 282 374', width: 6, x: 334, y: 364, only: 'left' },
];

export const vesselNames: readonly { readonly name: string; readonly x: number; readonly y: number }[] = [
  { name: 'RCA', x: 44, y: 112 }, { name: 'LAD', x: 216, y: 318 }, { name: 'LCX', x: 376, y: 98 },
];

/** Where the arrow keys lead: along the vessel down and up, from branch to branch sideways. */
export const order: Readonly<Record<'right' | 'left', readonly string[]>> = {
  right: ['1', '2', '3', '4', '16', '5', '6', '7', '8', '9', '10', '11', '12', '12a', '12b', '13', '14'],
  left: ['1', '2', '3', '5', '6', '7', '8', '9', '10', '11', '12', '12a', '12b', '13', '14', '15'],
};
/** The main vessels from the aorta outwards, with the branches that leave each segment. */
export const downstream: Readonly<Record<string, readonly string[]>> = {
  '1': ['2'], '2': ['3'], '3': ['4', '16'], '5': ['6', '11', '12'], '6': ['7', '9'], '7': ['8', '10'], '11': ['13', '12a'], '13': ['14', '15', '12b'],
};
