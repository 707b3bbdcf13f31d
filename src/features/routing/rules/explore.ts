// One seat in five goes to somebody qualified who is rarely asked, drawn by the seed of the case: a network that only asks whom it knows learns nobody.

import type { Policy } from './policy.ts';
import type { PersonFeatures } from './route-input.ts';
import type { Scored } from './ranking.ts';

/** FNV-1a with a last mixing; a draw, not a secret. 32 bits. */
export const draw = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const timesAsked = (one: PersonFeatures): number => one.answers?.asked ?? one.evidence.length;
const fitOf = ({ values }: Scored): number => values.evidence + values.focus;

export type Seated = { readonly one: Scored; readonly explores: boolean };

/** Seats the ranked in order, every n-th seat of the case (`before` were given earlier) drawn from the qualified half that was asked least. */
export const explorer = ({ explore: { oneIn, fit } }: Policy, seed: string) => (fitting: readonly Scored[], ranked: readonly Scored[], seats: number, before: number): Seated[] => {
  const seated: Seated[] = [];
  const has = (id: string) => seated.some(({ one }) => one.known.person.id === id);
  const least = fit * Math.max(0, ...fitting.map(fitOf));
  const queue = [...ranked];
  while (seated.length < seats) {
    if (oneIn > 0 && (before + seated.length + 1) % oneIn === 0) {
      const places = new Set(queue.slice(0, seats - seated.length).map(({ known }) => known.person.id));
      const qualified = fitting.filter((one) => fitOf(one) >= least && !has(one.known.person.id) && !places.has(one.known.person.id))
        .sort((a, b) => timesAsked(a.known.person) - timesAsked(b.known.person) || draw(seed + a.known.person.id) - draw(seed + b.known.person.id) || (a.known.person.id < b.known.person.id ? -1 : 1));
      const rare = qualified.slice(0, Math.max(1, Math.ceil(qualified.length / 4))).sort((a, b) => draw(seed + a.known.person.id) - draw(seed + b.known.person.id));
      const [drawn] = rare;
      if (drawn !== undefined) { seated.push({ one: drawn, explores: true }); continue; }
    }
    const next = queue.shift();
    if (next === undefined) break;
    if (!has(next.known.person.id)) seated.push({ one: next, explores: false });
  }
  return seated;
};
