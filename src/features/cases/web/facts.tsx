// The facts of a case as ruled rows: what was told, in the reader's language where it exists. What was not told has no row.

import type { ComponentChildren } from 'preact';
import type { Both, Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Say, UserText, X } from '#web/text/say.tsx';
import { Chip, Facts } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import { isPrompt } from '../rules/prompts.ts';
import { type Answer, answers, comorbidities, shelfItems } from '../rules/vocabulary.ts';
import type { CaseFields, CaseTexts, TextsByLang } from '../rules/wire.ts';
import { LesionFacts } from './facts-lesions.tsx';
import { KeptScores } from './kept-scores.tsx';
import { answerLabel, bandLabel, comorbidityLabel, presentationLabel, sexLabel, shelfLabel } from './labels.ts';
import { promptLabel, promptValue } from './prompt-labels.ts';
import { SegmentNumbers } from './segments.tsx';
import './case-form.css';

/** What of a case its facts are read from; a CaseView is one. */
export type ToldCase = { readonly lang: Locale; readonly topics: readonly (Both & { readonly id: string })[]; readonly fields: CaseFields; readonly texts: TextsByLang };
type Row = readonly [label: ComponentChildren, what: ComponentChildren];

/** The reader's language when the text exists in it, else the one it was written in. */
const written = (l: Locale, { texts, lang }: ToldCase, key: keyof CaseTexts): { text: string; lang: Locale } | undefined => {
  for (const one of [l, lang, lang === 'fa' ? 'en' : 'fa'] as const) {
    const text = texts[one]?.[key]?.trim();
    if (text) return { text, lang: one };
  }
  return undefined;
};

const textRow = (l: Locale, c: ToldCase, key: keyof CaseTexts, label: string): Row[] => {
  const one = written(l, c, key);
  return one === undefined ? [] : [[label, <UserText {...one} />]];
};

const Inline = ({ of }: { of: readonly ComponentChildren[] }) => <ul class="parts">{of.map((one, i) => <li key={i}>{one}</li>)}</ul>;

type Measure = number | 'unknown' | 'not-done' | { readonly value: number; readonly unit: string };
/** In Persian a Latin sign and its value are one run («EF=35%»), because a value after a Persian word turns over; in English the word stands before. */
const measured = (l: Locale, label: string, sign: string, value: Measure | undefined, unit = ''): ComponentChildren[] => {
  if (value === undefined) return [];
  if (value === 'unknown' || value === 'not-done') return [<><span class="meta">{label}</span> {answerLabel(l, value)}</>];
  const figure = typeof value === 'number' ? `${value}${unit}` : `${value.value} ${value.unit}`;
  return l === 'fa' && sign !== '' ? [<X>{`${sign}=${figure}`}</X>] : [<><span class="meta">{label}</span> <X>{figure}</X></>];
};
const roman = (l: Locale, name: string, value: string | undefined): ComponentChildren[] =>
  value === undefined ? [] : value === 'unknown' || value === 'not-done' ? measured(l, name, '', value) : [<X>{`${name} ${value}`}</X>];

const patient = (l: Locale, f: CaseFields): ComponentChildren[] => [
  ...(f.sex ? [sexLabel(l, f.sex)] : []),
  ...(f.ageBand ? [<Say>{say.factsAgeOf(l, { band: bandLabel(l, f.ageBand) })}</Say>] : []),
  ...measured(l, say.fieldWeight(l), '', f.weightKg, ' kg'), ...measured(l, say.fieldHeight(l), '', f.heightCm, ' cm'),
];
const status = (l: Locale, f: CaseFields): ComponentChildren[] => [
  ...(f.presentation ? [presentationLabel(l, f.presentation)] : []),
  ...roman(l, 'CCS', f.ccs), ...roman(l, 'NYHA', f.nyha), ...roman(l, 'Killip', f.killip), ...roman(l, 'SCAI', f.scai),
];
const laboratory = (l: Locale, f: CaseFields): ComponentChildren[] => [
  ...measured(l, say.fieldLvef(l), 'EF', f.lvefPct, '%'), ...measured(l, say.fieldCreatinine(l), 'Cr', f.creatinine), ...measured(l, say.fieldHb(l), 'Hb', f.hb),
  ...measured(l, say.fieldPlatelets(l), 'Plt', f.platelets, ' ×10⁹/L'),
];

const said: Readonly<Record<Answer, (l: Locale, p: { list: string }) => string>> = { yes: say.factsYes, no: say.factsNo, unknown: say.factsUnknown, 'not-done': say.factsNotDone };

/** Yes first; "no", "unknown" and "not done" are told apart. */
const comorbidity = (l: Locale, f: CaseFields): ComponentChildren[] =>
  answers.flatMap((answer) => {
    const list = comorbidities.filter((id) => f.comorbidity?.[id] === answer).map((id) => comorbidityLabel(l, id)).join(frame.comma(l));
    return list === '' ? [] : [<p class={answer === 'yes' ? undefined : 'meta'}><Say>{said[answer](l, { list })}</Say></p>];
  });

const moreRows = (l: Locale, c: ToldCase): Row[] =>
  Object.entries(c.fields.more ?? {}).flatMap(([key, value]): Row[] => {
    if (!isPrompt(key) || value === '') return [];
    const { text, as } = promptValue(l, key, value);
    return [[promptLabel(l, key), as === 'clinical' ? <X>{text}</X> : as === 'typed' ? <UserText text={text} lang={/[\u0600-\u06ff]/.test(text) ? c.lang : 'en'} /> : text]];
  });

const shelfRow = (l: Locale, f: CaseFields): ComponentChildren[] =>
  shelfItems.flatMap((id) => {
    const state = f.shelf?.[id];
    if (state === undefined) return [];
    return state === 'unknown' ? [<span class="chip no">{shelfLabel(l, id)}: {say.stateUnknown(l)}</span>]
      : [<Chip no={state === 'have-not'}><span class="vh">{state === 'have' ? say.stateHave(l) : say.stateHaveNot(l)} </span>{shelfLabel(l, id)}</Chip>];
  });

const row = (label: string, parts: readonly ComponentChildren[], show: (of: readonly ComponentChildren[]) => ComponentChildren = (of) => <Inline of={of} />): Row[] =>
  parts.length === 0 ? [] : [[label, show(parts)]];

/** All that was told of a case apart from its title and question: rows, lesions with the tree, scores, the shelf. */
export const FactsOfCase = (c: ToldCase) => {
  const l = useLocale();
  const f = c.fields;
  const before: Row[] = [
    ...row(say.fieldTopics(l), c.topics.map((t) => t[l])),
    ...row(say.fieldPatient(l), patient(l, f)),
    ...row(say.fieldPresentation(l), status(l, f)),
    ...textRow(l, c, 'background', say.fieldBackground(l)),
    ...row(say.fieldComorbidity(l), comorbidity(l, f), (of) => of),
    ...row(say.fieldInvestigations(l), laboratory(l, f)),
    ...textRow(l, c, 'investigations', ''),
    ...textRow(l, c, 'findings', say.fieldFindings(l)),
    ...(f.noLesion ? [[say.fieldLesions(l), say.factsNoLesion(l)] as const] : []),
  ];
  const after: Row[] = [
    ...(f.diffuseSegments?.length ? [[say.fieldDiffuse(l), <SegmentNumbers of={f.diffuseSegments} />] as const] : []),
    ...moreRows(l, c),
    ...(f.scores?.length ? [[say.fieldScores(l), <KeptScores of={f.scores} />] as const] : []),
    ...row(say.fieldShelf(l), shelfRow(l, f), (of) => <div class="row">{of}</div>),
    ...textRow(l, c, 'constraints', say.fieldConstraints(l)),
    ...textRow(l, c, 'experience', say.fieldExperience(l)),
    ...textRow(l, c, 'patientWish', say.fieldPatientWish(l)),
  ];
  return (
    <>
      {before.length > 0 && <Facts rows={before} />}
      <LesionFacts fields={f} lang={c.lang} />
      {after.length > 0 && <Facts rows={after} />}
    </>
  );
};
