// What other features' pages embed of people, and the pages of people.
import type { PageDef } from '#web/page.ts';

export { type Picked, PersonPicker } from './person-picker.tsx';

export const pages: readonly PageDef[] = [];
