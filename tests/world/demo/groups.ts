// Groups of the demo: a club of those who open occlusions, and a working group on valves.

import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import * as actions from '#features/groups/server/actions.ts';
import type { FoundGroup } from '#features/groups/rules/wire.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

type ToldGroup = Omit<FoundGroup, 'id'> & { by: PersonKey; members: readonly PersonKey[]; invited?: readonly PersonKey[]; daysAgo: number };

const told = {
  cto: {
    by: 'nilufar', kind: 'club', nameEn: 'CTO Club', nameFa: 'حلقهٔ CTO', purposeEn: 'Chronic total occlusions: cases, proctors, places to learn.', purposeFa: 'انسداد کامل مزمن: کیس‌ها، پروکتورها و جاهایی برای آموختن.',
    members: ['omid', 'claire', 'hossein', 'marek'], invited: ['arman'], daysAgo: 300,
  },
  valves: {
    by: 'kaveh', kind: 'working-group', nameEn: 'Working Group on Valves', nameFa: 'کارگروه دریچه', purposeEn: 'Percutaneous valves and the septum.', purposeFa: 'دریچه‌ها و دیوارهٔ بین‌دهلیزی از راه پوست.',
    members: ['parisa', 'isabelle', 'anna'], daysAgo: 220,
  },
} as const satisfies Record<string, ToldGroup>;
export type GroupKey = keyof typeof told;

export const foundGroups = async (world: World, now: Date): Promise<Record<GroupKey, Id>> => {
  const ids = {} as Record<GroupKey, Id>;
  for (const [key, { by, members, invited = [], daysAgo, ...about }] of Object.entries(told) as [GroupKey, ToldGroup][]) {
    const at = after(now, -daysAgo * DAY_MS);
    const id = newId(at, world.random);
    ids[key] = id;
    await act(world, by, (tx, who) => actions.found(tx, who, { id, ...about }, newId(at, world.random), at));
    for (const person of [...members, ...invited]) await act(world, by, (tx, who) => actions.invite(tx, who, id, { id: newId(at, world.random), personId: world.people[person].id, role: 'member' }, after(at, DAY_MS)));
    for (const person of members) await act(world, person, (tx, who) => actions.join(tx, who, id, after(at, 2 * DAY_MS)));
  }
  return ids;
};
