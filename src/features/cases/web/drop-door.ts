// The place where discs are dropped, for another feature's page: alone, because a page's first load is counted.

export { DropZone } from './images/drop-zone.tsx';
