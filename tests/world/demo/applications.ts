// Applications of the demo: the fellow in Kermanshah applies to Lyon; two stand in the list for Toronto, one answered with a kind word.

import { addNote, apply, decide, nameHirer, shortlist } from '#features/applications/server/actions.ts';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

const all = ['summary', 'training', 'posts', 'procedures', 'publications', 'languages', 'certificates'] as const;

/** `letters`: the ids of those that may go along. Answers the ids of the applications to Lyon, in order of arrival. */
export const tellApplications = async (world: World, { lyon, toronto }: { lyon: Id; toronto: Id }, letters: readonly Id[], now: Date): Promise<Id[]> => {
  const give = async (who: PersonKey, to: Id, at: Date, words: string, lang: 'en' | 'fa', given: readonly Id[] = []): Promise<Id> => {
    const id = newId(at, world.random);
    await act(world, who, (tx, one) => apply(tx, one, to, { id, lang, words, parts: [...all], evidence: true, letters: [...given] }, at));
    return id;
  };
  const at = (days: number) => after(now, -days * DAY_MS + 2 * HOUR_MS);
  await act(world, 'claire', (tx, who) => nameHirer(tx, who, lyon, world.people.isabelle.id, at(5)));
  const first = await give('mina', lyon, at(4), 'I learn quickly and would move for it. My French is at its beginning.', 'en');
  const second = await give('soran', lyon, at(3), 'سه سال است رتروگرید می‌بینم و می‌خواهم خودم انجام بدهم. از مهر می‌توانم بیایم.', 'fa', letters);
  await act(world, 'claire', (tx, who) => shortlist(tx, who, second, true, at(2)));
  await act(world, 'isabelle', (tx, who) => addNote(tx, who, second, { id: newId(at(2), world.random), lang: 'en', text: 'Nilufar writes that he stops in time. I would like to meet him.' }, at(2)));
  const maryam = await give('maryam', toronto, at(4), 'Three months of watching bifurcations would change my practice.', 'en');
  await act(world, 'daniel', (tx, who) => decide(tx, who, maryam, { outcome: 'another', lang: 'en', words: 'We could take one and chose somebody earlier in training. Your cases are fine work; write to me when you plan your first culotte, I will gladly look.' }, at(1)));
  return [first, second];
};
