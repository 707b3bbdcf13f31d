// How each fact that experts ask for by topic is answered: a number with its unit, one of a closed list, yes or no, or a line of text.
// Sources of the lists are those of the clinic's vocabulary (Mehran 1999, Saw 2014, ARC, Ellis 1994, Sievers 2007, ESC 2019 for PE).

export type PromptKind =
  | { readonly kind: 'number'; readonly unit: string; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'answer' }
  | { readonly kind: 'text' }
  /** Answered elsewhere in the form: in a lesion row, the patient's block or a calculator. `at` is the id of that place. */
  | { readonly kind: 'elsewhere'; readonly at: 'lesions' | 'patient' | 'scores' };

const number = (unit: string, low: number, high: number): PromptKind => ({ kind: 'number', unit, low, high });
const choice = (...of: string[]): PromptKind => ({ kind: 'choice', of });
const at = (where: 'lesions' | 'patient' | 'scores'): PromptKind => ({ kind: 'elsewhere', at: where });
const answer: PromptKind = { kind: 'answer' };
const text: PromptKind = { kind: 'text' };
const grade = choice('none', 'mild', 'moderate', 'severe');
const calcium = choice('none', 'mild', 'moderate', 'heavy');
const size = choice('small', 'moderate', 'large');

const table = {
  medina: at('lesions'), dominance: at('lesions'), occlusionLength: at('lesions'), rentrop: at('lesions'), collateralCc: at('lesions'),
  tortuosity: at('lesions'), thrombus: at('lesions'), timi: at('lesions'), flow: at('lesions'),
  diabetes: at('patient'), scai: at('patient'), syntax: at('scores'), euroscore2: at('scores'), jcto: at('scores'),
  ivusMla: number('mm²', 0.5, 30), sideBranchSize: number('mm', 0.5, 6), sideBranchLength: number('mm', 0, 100), sideBranchAngle: number('°', 0, 180), sideBranchTerritory: size,
  cap: choice('tapered', 'blunt', 'ambiguous'), viability: choice('viable', 'partly', 'not-viable'), previousAttempts: number('', 0, 10), previousDose: text,
  calciumArc: number('°', 0, 360), calciumThickness: number('mm', 0, 5), calciumLength: number('mm', 0, 100), calciumNodule: answer,
  onsetTime: number('h', 0, 720), culpritCertainty: choice('certain', 'probable', 'uncertain'), ffrOthers: text,
  scaiTrend: choice('better', 'steady', 'worse'), lactate: number('mmol/L', 0, 40), pressors: text, rvFunction: grade,
  mechanicalCause: choice('none', 'vsr', 'papillary', 'free-wall'),
  graftMap: text, graftAge: number('y', 0, 60), nativeVessel: text,
  isrPattern: choice('focal', 'diffuse', 'proliferative', 'occluded'), stentLayers: number('', 1, 5), isrTime: number('mo', 0, 400),
  isrMechanism: choice('underexpansion', 'malapposition', 'neointima', 'neoatherosclerosis', 'fracture', 'edge'),
  stentThrombosisTiming: choice('acute', 'subacute', 'late', 'very-late'), drugsTaken: text,
  scadType: choice('1', '2a', '2b', '3', '4'), fmd: answer, pregnancy: answer,
  ectasiaSize: number('mm', 1, 50), kawasaki: answer,
  cmrResult: text, spasmTest: choice('positive', 'negative', 'equivocal'), cfrImr: text,
  sievers: choice('0', '1', '2'), rapheCalcium: calcium, aorta: number('mm', 10, 90), lvotCalcium: calcium, lung: grade,
  femoralDiameter: number('mm', 2, 15), femoralCalcium: calcium, iliacTortuosity: grade, alternativeAccess: text,
  failedValve: text, vtc: number('mm', 0, 20), failureMode: choice('stenosis', 'regurgitation', 'both'),
  mrAetiology: choice('primary', 'secondary', 'mixed'), eroa: number('cm²', 0, 3), coaptationGap: number('mm', 0, 30), leafletLength: number('mm', 0, 40),
  mitralArea: number('cm²', 0.3, 10), mitralGradient: number('mmHg', 0, 40), lvesd: number('mm', 10, 100),
  macScore: number('', 0, 10), neoLvot: number('mm²', 0, 1000),
  wilkins: number('', 4, 16), commissuralCalcium: choice('none', 'one', 'both'), mr: grade, laThrombus: answer,
  lead: answer, pvr: number('WU', 0, 30),
  laaShape: choice('windsock', 'chicken-wing', 'cauliflower', 'cactus'), laaSize: number('mm', 5, 60), drugAfter: text,
  rope: number('', 0, 10), pascal: choice('unlikely', 'possible', 'probable'), shunt: size, septalAneurysm: answer, rhythmMonitoring: text,
  rims: text, qpqs: number('', 0.3, 10), lvFilling: text,
  lvotGradientRest: number('mmHg', 0, 250), lvotGradient: number('mmHg', 0, 300), septumMm: number('mm', 5, 50), sam: answer, septalBranch: text,
  peRisk: choice('low', 'intermediate-low', 'intermediate-high', 'high'), bleedingRisk: text,
  ellis: choice('I', 'II', 'III', 'III-CS'), perforationSite: text, drained: answer, drugState: text,
  mbg: choice('0', '1', '2', '3'), drugsGiven: text,
  entrapped: text, wirePosition: text,
  embolised: text, embolusPlace: text, haemodynamics: text,
} as const satisfies Record<string, PromptKind>;

export type PromptKey = keyof typeof table;
export const promptKinds: Readonly<Record<PromptKey, PromptKind>> = table;
export const isPrompt = (key: string): key is PromptKey => Object.hasOwn(table, key);
