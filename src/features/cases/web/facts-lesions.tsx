// The lesions as read: the tree with the diseased segments, and one ruled block for each lesion.

import type { ComponentChildren } from 'preact';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Say, UserRun, X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import type { CaseFields, Lesion } from '../rules/wire.ts';
import { dominanceLabel, gradeLabel } from './labels.ts';
import { segmentLabel, segmentNames, SegmentNumbers } from './segments.tsx';
import { TreePicture } from './tree.tsx';

type Part = readonly [label: string, value: ComponentChildren];

const clinical = (label: string, value: string | number | undefined, unit = ''): Part[] => (value === undefined ? [] : [[label, <X>{`${value}${unit}`}</X>]]);
/** "Medina 1,1,1": a scale and its value are one run in both languages. */
const run = (scale: string, value: string | number | undefined): Part[] => (value === undefined ? [] : [['', <X>{`${scale} ${value}`}</X>]]);
const flag = (label: string, is: boolean | undefined): Part[] => (is === true ? [[label, undefined]] : []);

const sides: Readonly<Record<string, (l: Locale) => string>> = { none: say.lesionSideNone, 'lt1.5': say.lesionSideSmall, 'gte1.5': say.lesionSideLarge, both: say.lesionSideBoth };

const occlusionParts = (l: Locale, o: Lesion['totalOcclusion']): Part[] =>
  o === undefined ? [] : [
    [say.lesionOcclusion(l), undefined],
    ...flag(say.lesionOldOcclusion(l), o.ageOver3MonthsOrUnknown), ...flag(say.lesionBluntStump(l), o.bluntStump), ...flag(say.lesionBridging(l), o.bridging),
    ...flag(say.lesionBend(l), o.bendGt45), ...flag(say.lesionRetry(l), o.retry), ...flag(say.lesionCapAmbiguous(l), o.capAmbiguity),
    ...(o.firstVisible === undefined ? [] : [[say.lesionFirstVisible(l), o.firstVisible === 'none' ? say.lesionNoneVisible(l) : <X>{o.firstVisible}</X>] as const]),
    ...(o.sideBranch === undefined ? [] : [[say.lesionSideBranch(l), sides[o.sideBranch]?.(l)] as const]),
  ];

/** What is told of one lesion, in the order an operator says it. */
export const lesionParts = (l: Locale, one: Lesion): readonly Part[] => [
  ...clinical(say.lesionStenosis(l), one.stenosisPct, '%'),
  ...run('Medina', one.medina),
  ...(one.angleLt70 === undefined ? [] : [[say.lesionAngle(l), one.angleLt70 ? say.answerYes(l) : say.answerNo(l)] as const]),
  ...(one.calcification === undefined ? [] : [[say.lesionCalcification(l), gradeLabel(l, one.calcification)] as const]),
  ...run('TIMI', one.timi),
  ...clinical(say.lesionLength(l), one.lengthMm, ' mm'),
  ...clinical(say.lesionReference(l), one.referenceMm, ' mm'),
  ...(one.tortuosity === undefined ? [] : [[say.lesionTortuosity(l), gradeLabel(l, one.tortuosity)] as const]),
  ...run('Rentrop', one.rentrop), ...run('CC', one.collateralCc),
  ...(one.physiology === undefined ? [] : run(one.physiology.index, one.physiology.value)),
  ...flag(say.lesionCulprit(l), one.culprit), ...flag(say.lesionThrombus(l), one.thrombus), ...flag(say.lesionAortoOstial(l), one.aortoOstial), ...flag(say.lesionStent(l), one.stent),
  ...occlusionParts(l, one.totalOcclusion),
];

const Parts = ({ of }: { of: readonly Part[] }) => (
  <ul class="parts">{of.map(([label, value], i) => <li key={i}>{value === undefined ? <Say>{label}</Say> : <>{label !== '' && <span class="meta"><Say>{label}</Say> </span>}{typeof value === 'string' ? <Say>{value}</Say> : value}</>}</li>)}</ul>
);

const noteOf = (l: Locale, one: Lesion, lang: Locale): { text: string; lang: Locale } | undefined => {
  for (const in_ of [l, lang, lang === 'fa' ? 'en' : 'fa'] as const) if (one.note?.[in_]) return { text: one.note[in_], lang: in_ };
  return undefined;
};

export const LesionRow = ({ of, lang }: { of: Lesion; lang: Locale }) => {
  const l = useLocale();
  const note = noteOf(l, of, lang);
  return (
    <li class="les">
      <b><SegmentNumbers of={of.segments} /> <span class="meta">{segmentNames(l, of.segments)}</span></b>
      <Parts of={lesionParts(l, of)} />
      {note && <p class="meta"><UserRun {...note} /></p>}
    </li>
  );
};

/** Nothing when neither lesions nor dominance are told. */
export const LesionFacts = ({ fields, lang }: { fields: CaseFields; lang: Locale }) => {
  const l = useLocale();
  const lesions = fields.lesions ?? [];
  if (lesions.length === 0 && fields.dominance === undefined) return null;
  const chosen = new Set(lesions.flatMap((one) => one.segments));
  const list = [...chosen].map((id) => segmentLabel(l, id)).join(frame.comma(l));
  return (
    <div class="an">
      <div>
        <TreePicture dominance={fields.dominance ?? 'right'} chosen={chosen} label={list ? say.factsTree(l, { list }) : say.factsTreeNone(l)} />
        {fields.dominance && <p class="meta">{say.fieldDominance(l)}: {dominanceLabel(l, fields.dominance)}</p>}
      </div>
      <ul>{lesions.map((one, i) => <LesionRow key={i} of={one} lang={lang} />)}</ul>
    </div>
  );
};
