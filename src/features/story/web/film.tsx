// The stills at once, each a door to the player. No byte of film is fetched here beyond the stills.

import { useHere } from '#web/context.tsx';
import { Icon } from '#web/ui/icon.tsx';
import * as say from '#words/story.ts';
import type { CaseView, RunView } from '../rules/present.ts';

/** "LAO 40 CRA 25": DICOM's positive primary angle is LAO, positive secondary cranial (PS3.3 C.8.7.5). */
export const projection = (r: Pick<RunView, 'primaryAngle' | 'secondaryAngle' | 'label'>): string => {
  if (r.primaryAngle === null || r.secondaryAngle === null) return r.label;
  const p = Math.round(r.primaryAngle);
  const s = Math.round(r.secondaryAngle);
  const first = p === 0 ? 'AP' : `${p > 0 ? 'LAO' : 'RAO'} ${Math.abs(p)}`;
  return s === 0 ? first : `${first} ${s > 0 ? 'CRA' : 'CAU'} ${Math.abs(s)}`;
};

export const FilmOf = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (c.runs.length === 0) return c.phase === 'draft' ? null : <p class="meta">{say.pageNoFilm(l)}</p>;
  const first = c.runs[0] as RunView;
  return (
    <section class="film" aria-label={say.pageFilm(l)}>
      <a class="shot" href={`/cases/${c.id}/film`} aria-label={`${say.pageLook(l)}: ${projection(first)}`}>
        {first.t0 && <img src={first.t0.url} alt="" width="512" height="512" fetchpriority="high" />}
        <span class="ov"><bdi dir="ltr">{projection(first)}</bdi></span>
        <span class="playbig"><Icon name="play" /></span>
      </a>
      <div class="runs">
        {c.runs.slice(1, 9).map((r, i) => (
          <a key={r.id} href={`/cases/${c.id}/film?run=${i + 2}`}>
            {r.t0 && <img src={r.t0.url} alt="" width="128" height="128" loading="lazy" />}
            <bdi dir="ltr">{projection(r)}</bdi>
          </a>
        ))}
      </div>
      <p><a href={`/cases/${c.id}/film`}>{say.pageLook(l)}</a> <span class="meta">{say.pageRuns(l, { n: c.runs.length })}</span></p>
    </section>
  );
};
