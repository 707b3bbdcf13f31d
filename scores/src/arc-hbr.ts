import { calculator } from './calculator.ts';
import { age, bool, haemoglobin, number, sex } from './fields.ts';
import { gDl } from './units.ts';

/** Does a criterion hold? `unknown` is neither yes nor no. */
type Criterion = readonly [name: string, holds: boolean | 'unknown'];

/** A measured value against a rule, when it was measured. */
function measured(value: number | 'unknown', rule: (value: number) => boolean): boolean | 'unknown' {
  return value === 'unknown' ? value : rule(value);
}

const named = (criteria: readonly Criterion[]) => criteria.filter(([, holds]) => holds === true).map(([name]) => name);

const orUnknown = { orUnknown: true } as const;
const [hbGDl, ...otherHbUnits] = haemoglobin;
const fields = [
  age, sex, { ...hbGDl, ...orUnknown }, ...otherHbUnits,
  number('egfr', 'mL/min/1.73 m²', 1, 200, orUnknown), number('platelets', '×10⁹/L', 1, 2000, orUnknown),
  bool('oac', orUnknown), bool('bleedMajor', orUnknown), bool('bleedingDiathesis', orUnknown), bool('cirrhosisPortalHt', orUnknown),
  bool('activeMalignancy', orUnknown), bool('ichSpontaneous', orUnknown), bool('ichTraumatic12m', orUnknown), bool('brainAvm', orUnknown),
  bool('strokeModSevere6m', orUnknown), bool('nonDeferrableSurgery', orUnknown), bool('majorSurgeryTrauma30d', orUnknown),
  bool('bleedMinor12m', orUnknown), bool('nsaidSteroid', orUnknown), bool('strokeOther', orUnknown),
] as const;

/**
 * High bleeding risk = one major or two minor criteria. `out` is null when it is not decidable: what is unknown is never "no".
 * `unknown` lists the fields answered so, also when the known ones already decide.
 */
export const arcHbr = calculator({
  name: 'arc-hbr',
  title: { en: 'ARC-HBR', fa: 'ARC-HBR' },
  source: { text: 'Urban 2019, Eur Heart J', doi: '10.1093/eurheartj/ehz372' },
  formulaVersion: 'urban-2019.1',
  fields,
  compute(a) {
    const hb = a.hbGDl === 'unknown' ? a.hbGDl : gDl({ ...a, hbGDl: a.hbGDl });
    const hbNormal = a.sex === 'male' ? 13 : 12;
    const major = named([
      ['oac', a.oac], ['egfr<30', measured(a.egfr, (x) => x < 30)], ['hb<11', measured(hb, (x) => x < 11)],
      ['bleedMajor', a.bleedMajor], ['platelets<100', measured(a.platelets, (x) => x < 100)],
      ['bleedingDiathesis', a.bleedingDiathesis], ['cirrhosisPortalHt', a.cirrhosisPortalHt],
      ['activeMalignancy', a.activeMalignancy], ['ichSpontaneous', a.ichSpontaneous], ['ichTraumatic12m', a.ichTraumatic12m],
      ['brainAvm', a.brainAvm], ['strokeModSevere6m', a.strokeModSevere6m], ['nonDeferrableSurgery', a.nonDeferrableSurgery],
      ['majorSurgeryTrauma30d', a.majorSurgeryTrauma30d],
    ]);
    const minor = named([
      ['age>=75', a.age >= 75], ['egfr30-59', measured(a.egfr, (x) => x >= 30 && x < 60)],
      ['hb-minor', measured(hb, (x) => x >= 11 && x < hbNormal)], ['bleedMinor12m', a.bleedMinor12m],
      ['nsaidSteroid', a.nsaidSteroid], ['strokeOther', a.strokeOther],
    ]);
    const unknown = fields.map((field) => field.name).filter((name) => a[name] === 'unknown');
    const high = major.length >= 1 || minor.length >= 2;
    return { out: high || (unknown.length > 0 ? null : false), major, minor, unknown };
  },
});
