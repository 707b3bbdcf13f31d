// The closed lists a case is told with (the clinic's scales). Ids are stored; words/*.json says them.

export const ageBands = ['18-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70-74', '75-79', '80-84', '85-89', '90+'] as const;
export const sexes = ['male', 'female'] as const;
export const presentations = ['stable', 'silent', 'ua', 'nstemi', 'stemi', 'shock', 'arrest', 'heart-failure', 'valve', 'by-chance', 'other'] as const;
export const romans = ['I', 'II', 'III', 'IV'] as const;
export const urgencies = ['elective', 'urgent', 'emergency'] as const;
export const kinds = ['consult', 'complication', 'teaching', 'poll'] as const;
export const audiences = ['people', 'node'] as const;
export const dominances = ['right', 'left'] as const;
export const calcifications = ['none', 'mild', 'moderate', 'heavy'] as const;
export const tortuosities = ['none', 'moderate', 'severe'] as const;
export const scaiStages = ['A', 'B', 'C', 'D', 'E'] as const;

/** Asked of every case; "unknown" and "not done" are answers, an absent key is not. */
export const comorbidities = ['diabetes', 'insulin', 'hypertension', 'ckd', 'dialysis', 'previousMi', 'previousPci', 'previousCabg', 'stroke', 'pad', 'copd', 'oac', 'anaemia', 'cancer', 'frailty'] as const;
export const answers = ['yes', 'no', 'unknown', 'not-done'] as const;

/** What a cath lab has on its shelf. The first seven are asked of every case, the others by topic. */
export const shelfItems = ['surgery', 'ivus', 'oct', 'physiology', 'rotablation', 'ivl', 'iabp', 'orbital', 'laser', 'microaxial', 'ecmo', 'dcb', 'aspiration',
  'coveredStent', 'coils', 'guideExtension', 'dualLumen', 'ctoWires', 'snare', 'filter', 'tavi', 'teer', 'ct', 'cmr', 'alteplase'] as const;
export const shelfStates = ['have', 'have-not', 'unknown'] as const;

export type ShelfItem = (typeof shelfItems)[number];
export type Answer = (typeof answers)[number];
export type Comorbidity = (typeof comorbidities)[number];
export type Presentation = (typeof presentations)[number];
export type Urgency = (typeof urgencies)[number];

/** What else an expert asks for, by topic (the prefix of a taxonomy id), with the shelf items that matter there. */
export const prompts: readonly { topic: string; ask: readonly string[]; shelf: readonly ShelfItem[] }[] = [
  { topic: 'cor.lm', ask: ['medina', 'syntax', 'euroscore2', 'diabetes', 'ivusMla', 'dominance'], shelf: ['surgery', 'ivus', 'iabp', 'microaxial'] },
  { topic: 'cor.bif', ask: ['medina', 'sideBranchSize', 'sideBranchLength', 'sideBranchAngle', 'sideBranchTerritory'], shelf: ['ivus', 'oct', 'dcb'] },
  { topic: 'cor.cto', ask: ['jcto', 'cap', 'occlusionLength', 'rentrop', 'collateralCc', 'viability', 'previousAttempts', 'previousDose'], shelf: ['ctoWires', 'dualLumen', 'guideExtension', 'ivus', 'coveredStent', 'coils'] },
  { topic: 'cor.calc', ask: ['calciumArc', 'calciumThickness', 'calciumLength', 'calciumNodule', 'tortuosity'], shelf: ['rotablation', 'orbital', 'ivl', 'laser', 'ivus', 'oct', 'coveredStent'] },
  { topic: 'acs.mvd', ask: ['onsetTime', 'culpritCertainty', 'ffrOthers'], shelf: ['physiology', 'iabp', 'aspiration'] },
  { topic: 'shock', ask: ['scai', 'scaiTrend', 'lactate', 'pressors', 'rvFunction', 'mechanicalCause'], shelf: ['iabp', 'microaxial', 'ecmo', 'surgery'] },
  { topic: 'cor.svg', ask: ['graftMap', 'graftAge', 'nativeVessel'], shelf: ['filter', 'dcb'] },
  { topic: 'cor.isr', ask: ['isrPattern', 'stentLayers', 'isrTime', 'isrMechanism'], shelf: ['dcb', 'laser', 'ivl', 'oct', 'ivus'] },
  { topic: 'cor.st', ask: ['stentThrombosisTiming', 'drugsTaken', 'isrMechanism'], shelf: ['oct', 'ivus'] },
  { topic: 'cor.scad', ask: ['scadType', 'flow', 'fmd', 'pregnancy'], shelf: ['oct'] },
  { topic: 'cor.ectasia', ask: ['ectasiaSize', 'thrombus', 'kawasaki'], shelf: ['coveredStent'] },
  { topic: 'cor.inoca', ask: ['cmrResult', 'spasmTest', 'cfrImr'], shelf: ['physiology', 'cmr'] },
  { topic: 'sh.tavi', ask: ['lung'], shelf: ['tavi', 'ct', 'surgery'] },
  { topic: 'sh.tavi.bav', ask: ['sievers', 'rapheCalcium', 'aorta', 'lvotCalcium', 'lung'], shelf: ['tavi', 'ct', 'surgery'] },
  { topic: 'sh.tavi.access', ask: ['femoralDiameter', 'femoralCalcium', 'iliacTortuosity', 'alternativeAccess'], shelf: ['tavi', 'ct', 'ivl'] },
  { topic: 'sh.tavi.viv', ask: ['failedValve', 'vtc', 'failureMode'], shelf: ['tavi', 'ct'] },
  { topic: 'sh.teer', ask: ['mrAetiology', 'eroa', 'coaptationGap', 'leafletLength', 'mitralArea', 'mitralGradient', 'lvesd', 'lung'], shelf: ['teer', 'surgery'] },
  { topic: 'sh.tmvr', ask: ['macScore', 'neoLvot', 'lung'], shelf: ['tavi', 'ct', 'surgery'] },
  { topic: 'sh.ptmc', ask: ['wilkins', 'commissuralCalcium', 'mr', 'laThrombus', 'mitralArea', 'pregnancy'], shelf: ['surgery'] },
  { topic: 'sh.tri', ask: ['coaptationGap', 'lead', 'rvFunction', 'pvr', 'lung'], shelf: ['teer'] },
  { topic: 'sh.laao', ask: ['laaShape', 'laaSize', 'laThrombus', 'drugAfter'], shelf: ['ct'] },
  { topic: 'sh.pfo', ask: ['rope', 'pascal', 'shunt', 'septalAneurysm', 'rhythmMonitoring'], shelf: [] },
  { topic: 'sh.asd', ask: ['rims', 'qpqs', 'pvr', 'lvFilling'], shelf: ['surgery'] },
  { topic: 'sh.asa', ask: ['lvotGradientRest', 'lvotGradient', 'septumMm', 'sam', 'septalBranch'], shelf: ['surgery'] },
  { topic: 'vasc.pe', ask: ['peRisk', 'rvFunction', 'lactate', 'bleedingRisk'], shelf: ['alteplase', 'aspiration', 'ecmo', 'surgery'] },
  { topic: 'comp.perf', ask: ['ellis', 'perforationSite', 'drained', 'drugState'], shelf: ['coveredStent', 'coils', 'surgery'] },
  { topic: 'comp.entrap', ask: ['entrapped', 'wirePosition'], shelf: ['snare', 'surgery'] },
  { topic: 'acs.norefl', ask: ['timi', 'mbg', 'thrombus', 'drugsGiven'], shelf: ['iabp', 'aspiration', 'dualLumen'] },
  { topic: 'comp.air', ask: ['embolised', 'embolusPlace', 'haemodynamics'], shelf: ['snare', 'surgery', 'ecmo'] },
];

export const everyShelf: readonly ShelfItem[] = shelfItems.slice(0, 7);

const isWithin = (topic: string, ancestor: string): boolean => topic === ancestor || topic.startsWith(`${ancestor}.`);

/** The extra facts that experts in these topics ask for, in order, each once. */
export const askedFor = (topics: readonly string[]): string[] =>
  [...new Set(prompts.filter((p) => topics.some((t) => isWithin(t, p.topic))).flatMap((p) => p.ask))];

/** The shelf items worth asking for in these topics. */
export const shelfFor = (topics: readonly string[]): ShelfItem[] =>
  [...new Set([...everyShelf, ...prompts.filter((p) => topics.some((t) => isWithin(t, p.topic))).flatMap((p) => p.shelf)])];
