// From the quarantine to the desk of a case: the owner's browser fetches the bytes and gives them to the same workers as a drop. What a person has
// confirmed is deleted from the quarantine as soon as its clean copy is kept on this device.
import { sessionOf } from '#features/cases/web/desk-door.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { browserRandom } from '#web/random.ts';
import { type Answer, type Refused, refusedAs } from '#web/refusals.ts';

/** Of GET /api/cases?list=mine. */
export type OwnCases = { readonly cases: readonly { readonly id: string; readonly lang: Locale; readonly title: Partial<Record<Locale, string>>; readonly phase: string; readonly standing: string }[] };
type CaseThere = { readonly runs: readonly unknown[]; readonly may: { readonly addRun: boolean } };
type Arrival = { readonly id: string };

const bytesOf = async ({ id }: Arrival): Promise<Blob | undefined> => {
  const answer = await fetch(`/api/arrivals/${id}/bytes`, { credentials: 'same-origin' }).catch(() => undefined);
  return answer?.ok ? answer.blob().catch(() => undefined) : undefined;
};

/** The case to take into: one of one's own, or a new draft. */
const caseFor = async (chosen: string | undefined, l: Locale): Promise<Answer<{ id: string; runs: number }>> => {
  const id = chosen ?? newId(new Date(), browserRandom);
  if (chosen === undefined) {
    const made = await api.post('/api/cases', { id, lang: l });
    return made.ok ? { ok: true, value: { id, runs: 0 } } : made;
  }
  const there = await api.get<CaseThere>(`/api/cases/${id}`);
  return there.ok ? { ok: true, value: { id, runs: there.value.runs.length } } : there;
};

/** The id of the case whose desk they now lie on, or why not. */
export const take = async (arrivals: readonly Arrival[], chosen: string | undefined, l: Locale, tell: (done: number) => void): Promise<{ caseId: string } | { refused: Refused }> => {
  const files: File[] = [];
  const idOf = new Map<File, string>();
  for (const [n, arrival] of arrivals.entries()) {
    tell(n);
    const blob = await bytesOf(arrival);
    if (blob === undefined) return { refused: refusedAs('offline', 'web.offline') };
    const file = new File([blob], `PACS ${n + 1}`);
    idOf.set(file, arrival.id);
    files.push(file);
  }
  const into = await caseFor(chosen, l);
  if (!into.ok) return { refused: into };
  void sessionOf(into.value.id).dropped(files, into.value.runs, (file) => void api.del(`/api/arrivals/${idOf.get(file)}`));
  return { caseId: into.value.id };
};
