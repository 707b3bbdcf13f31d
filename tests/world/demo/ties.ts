// Who knows whom in the demo. A quiet role in Lyon can reach a fellow in Kermanshah through two people, and not through his own hospital.

import * as network from '#features/network/server/actions.ts';
import type { TieKind } from '#features/network/rules/tie.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

type TieTold = {
  /** Who proposed, who confirmed; in a tie with a senior the first is the senior. */
  readonly between: readonly [PersonKey, PersonKey];
  readonly kind: TieKind;
  readonly years?: readonly [from: number | null, to: number | null];
  readonly place?: string;
  /** Days ago. */
  readonly proposed: number;
  /** Left out: it waits. */
  readonly confirmed?: number;
};

export const tiesTold: readonly TieTold[] = [
  { between: ['nilufar', 'claire'], kind: 'proctor', years: [2019, 2022], place: 'Lyon', proposed: 400, confirmed: 398 },
  { between: ['claire', 'nilufar'], kind: 'co-author', years: [2023, 2023], proposed: 300, confirmed: 297 },
  { between: ['nilufar', 'hossein'], kind: 'trained-with', years: [2004, 2007], place: 'تهران', proposed: 390, confirmed: 380 },
  { between: ['hossein', 'nilufar'], kind: 'operated', years: [2018, null], place: 'اصفهان', proposed: 210, confirmed: 205 },
  { between: ['hossein', 'soran'], kind: 'mentor', years: [2023, null], place: 'اصفهان', proposed: 140, confirmed: 139 },
  { between: ['nilufar', 'omid'], kind: 'proctor', years: [2022, 2022], place: 'کرمانشاه', proposed: 350, confirmed: 349 },
  { between: ['omid', 'soran'], kind: 'operated', years: [2024, null], place: 'کرمانشاه', proposed: 120, confirmed: 118 },
  { between: ['omid', 'reza'], kind: 'operated', years: [2019, null], place: 'کرمانشاه', proposed: 340, confirmed: 339 },
  { between: ['claire', 'isabelle'], kind: 'operated', years: [2015, null], place: 'Lyon', proposed: 380, confirmed: 379 },
  { between: ['claire', 'daniel'], kind: 'congress', years: [2021, 2021], place: 'Paris', proposed: 330, confirmed: 320 },
  { between: ['leila', 'daniel'], kind: 'co-author', years: [2022, 2024], proposed: 310, confirmed: 308 },
  { between: ['leila', 'nilufar'], kind: 'trained-with', years: [2001, 2004], place: 'تهران', proposed: 420, confirmed: 418 },
  { between: ['leila', 'maryam'], kind: 'mentor', years: [2016, null], place: 'تهران', proposed: 300, confirmed: 299 },
  { between: ['leila', 'bahram'], kind: 'co-managed', years: [2020, null], place: 'تهران', proposed: 290, confirmed: 280 },
  { between: ['marek', 'anna'], kind: 'operated', years: [2017, null], place: 'Krakow', proposed: 260, confirmed: 259 },
  { between: ['marek', 'salim'], kind: 'proctor', years: [2021, 2021], place: 'Muscat', proposed: 250, confirmed: 248 },
  { between: ['daniel', 'salim'], kind: 'congress', years: [2023, 2023], place: 'Paris', proposed: 240, confirmed: 230 },
  { between: ['arman', 'mina'], kind: 'mentor', years: [2024, null], place: 'اهواز', proposed: 180, confirmed: 179 },
  { between: ['hossein', 'arman'], kind: 'proctor', years: [2022, 2023], place: 'اهواز', proposed: 220, confirmed: 215 },
  { between: ['leila', 'arman'], kind: 'co-managed', years: [2025, null], proposed: 110, confirmed: 108 },
  { between: ['kaveh', 'parisa'], kind: 'proctor', years: [2023, 2024], place: 'تبریز', proposed: 200, confirmed: 199 },
  { between: ['kaveh', 'nilufar'], kind: 'operated', years: [2015, null], place: 'شیراز', proposed: 190, confirmed: 188 },
  { between: ['isabelle', 'kaveh'], kind: 'congress', years: [2024, 2024], place: 'London', proposed: 90, confirmed: 80 },
  { between: ['shirin', 'leila'], kind: 'co-managed', years: [2021, null], place: 'تهران', proposed: 160, confirmed: 158 },
  { between: ['samira', 'nilufar'], kind: 'congress', years: [2025, 2025], place: 'تهران', proposed: 3 },
  { between: ['marek', 'nilufar'], kind: 'co-managed', years: [2026, 2026], proposed: 1 },
  { between: ['nilufar', 'daniel'], kind: 'congress', years: [2024, 2024], place: 'Paris', proposed: 5 },
  { between: ['maryam', 'arman'], kind: 'trained-with', years: [2008, 2012], place: 'تهران', proposed: 4 },
];

/** Everything in the order of its time, through the actions. */
export const tieAll = async (world: World, now: Date): Promise<void> => {
  const steps = tiesTold.flatMap((told) => {
    const [first, second] = told.between;
    const id = newId(after(now, -told.proposed * DAY_MS), world.random);
    const [fromYear = null, toYear = null] = told.years ?? [];
    const senior = told.kind === 'proctor' || told.kind === 'mentor' ? ('me' as const) : null;
    return [
      { ago: told.proposed, does: (at: Date) => act(world, first, (tx, who) => network.propose(tx, who, { id, personId: world.people[second].id, kind: told.kind, senior, fromYear, toYear, place: told.place ?? '' }, at)) },
      ...(told.confirmed === undefined ? [] : [{ ago: told.confirmed, does: (at: Date) => act<object>(world, second, (tx, who) => network.confirm(tx, who, id, at)) }]),
    ];
  });
  for (const step of steps.sort((a, b) => b.ago - a.ago)) await step.does(after(now, -step.ago * DAY_MS));
};
