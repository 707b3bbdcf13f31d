// Places that an earlier feature's page leaves open and later features fill, each in its `web/slots.ts`; `src/entry` puts them together.

import type { ComponentType, JSX } from 'preact';

/** What each place gives to those who stand in it. */
export type SlotProps = {
  /** On a colleague's page, in the aside. */
  readonly person: { readonly id: string; readonly nameEn: string; readonly nameFa: string };
  /** At the end of the tabs of the people's page. */
  readonly peopleTabs: object;
  /** On the page of opportunities, below its first sentence. */
  readonly opportunities: object;
  /** On home, after the asks that wait. */
  readonly home: object;
};
export type Slots = { readonly [K in keyof SlotProps]?: ComponentType<SlotProps[K]> };

let filled: readonly Slots[] = [];
export const fillSlots = (all: readonly Slots[]): void => { filled = all; };

/** All that later features put here, in the order of their names. */
export const Slot = <K extends keyof SlotProps>({ name, of }: { name: K; of: SlotProps[K] }): JSX.Element => (
  <>{filled.map((slots, i) => {
    const Here = slots[name] as ComponentType<SlotProps[K]> | undefined;
    return Here === undefined ? null : <Here key={i} {...of} />;
  })}</>
);
