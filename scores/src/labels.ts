import type { Bilingual } from './calculator.ts';

export type Language = 'en' | 'fa';
type Row = readonly [en: string, fa: string];

/** Labels of the inputs; `calculator.field` where one name means something narrower in that score. Clinical terms stay Latin in Persian. */
const fields: Readonly<Record<string, Row>> = {
  age: ['Age', 'سن'],
  sex: ['Sex', 'جنس'],
  kg: ['Weight', 'وزن'],
  cm: ['Height', 'قد'],
  scrMgDl: ['Creatinine', 'کراتینین (Cr)'],
  scrUmolL: ['Creatinine', 'کراتینین (Cr)'],
  hbGDl: ['Haemoglobin', 'هموگلوبین (Hb)'],
  hbGL: ['Haemoglobin', 'هموگلوبین (Hb)'],
  hbMmolL: ['Haemoglobin', 'هموگلوبین (Hb)'],
  hctPct: ['Haematocrit', 'هماتوکریت (Hct)'],
  wbc: ['White cells', 'گلبول سفید (WBC)'],
  platelets: ['Platelets', 'پلاکت (Plt)'],
  egfr: ['eGFR', 'eGFR'],
  crclMlMin: ['Creatinine clearance', 'کلیرانس کراتینین (CrCl)'],
  ccMlMin: ['Creatinine clearance (Cockcroft–Gault)', 'کلیرانس کراتینین (Cockcroft–Gault)'],
  hr: ['Heart rate', 'ضربان قلب (HR)'],
  sbp: ['Systolic pressure', 'فشار سیستولیک (SBP)'],
  dominance: ['Dominance', 'دومینانس'],
  lesions: ['Lesions', 'ضایعات'],
  segments: ['Diseased segments', 'سگمنت‌های درگیر'],
  diffuseSegments: ['Segments with diffuse or small-vessel disease (≥75% of the length <2 mm)', 'سگمنت‌های با درگیری منتشر یا رگ باریک (دست‌کم 75% طول با قطر <2 mm)'],
  totalOcclusion: ['Total occlusion', 'انسداد کامل'],
  firstSegments: ['Segment where the occlusion starts', 'سگمنت شروع انسداد'],
  ageOver3MonthsOrUnknown: ['Older than 3 months, or age unknown', 'بیش از ۳ ماه، یا زمان نامشخص'],
  bluntStump: ['Blunt stump', 'استامپ بلانت (Blunt stump)'],
  bridging: ['Bridging collaterals', 'کلترال بریجینگ'],
  firstVisible: ['First segment seen beyond it', 'نخستین سگمنت قابل‌مشاهده پس از انسداد'],
  sideBranch: ['Side branch at the start of the occlusion', 'شاخهٔ جانبی در محل شروع انسداد'],
  junction: ['Bifurcation or trifurcation', 'بایفورکیشن یا ترایفورکیشن'],
  medina: ['Medina', 'Medina'],
  angleLt70: ['Angle of distal main vessel and side branch <70°', 'زاویهٔ رگ اصلی دیستال و شاخهٔ جانبی <70°'],
  aortoOstial: ['Aorto-ostial', 'آئورتواوستیال'],
  doubleOstium: ['LAD and LCX arise by separate ostia', 'اوستیوم جدای LAD و LCX'],
  severeTortuosity: ['Severe tortuosity', 'تورتوزیتی شدید'],
  lengthGt20: ['Length >20 mm', 'طول >20 mm'],
  heavyCalcification: ['Heavy calcification', 'کلسیفیکاسیون شدید'],
  thrombus: ['Thrombus', 'لخته (ترومبوس)'],
  dialysis: ['On dialysis', 'دیالیز'],
  extracardiacArteriopathy: ['Extracardiac arteriopathy', 'بیماری شریانی خارج از قلب'],
  poorMobility: ['Poor mobility', 'محدودیت شدید حرکت'],
  previousCardiacSurgery: ['Previous cardiac surgery', 'سابقهٔ جراحی قلب'],
  chronicLungDisease: ['Chronic lung disease (long-term bronchodilator or steroid)', 'بیماری مزمن ریه (برونکودیلاتور یا استروئید طولانی‌مدت)'],
  activeEndocarditis: ['Active endocarditis', 'اندوکاردیت فعال'],
  criticalPreoperativeState: ['Critical preoperative state', 'وضعیت بحرانی پیش از عمل'],
  diabetesOnInsulin: ['Diabetes on insulin', 'دیابت تحت درمان با انسولین'],
  nyha: ['NYHA class', 'کلاس NYHA'],
  ccs4: ['CCS class IV angina', 'آنژین CCS IV'],
  lvefPct: ['LVEF', 'EF'],
  recentMi: ['MI within 90 days', 'MI در ۹۰ روز گذشته'],
  paspMmHg: ['Systolic pulmonary pressure', 'فشار سیستولیک شریان ریوی (PASP)'],
  urgency: ['Urgency of the operation', 'فوریت عمل'],
  weight: ['Weight of the operation', 'وسعت عمل'],
  thoracicAorta: ['Surgery on the thoracic aorta', 'جراحی آئورت توراسیک'],
  priorBleeding: ['Previous bleeding', 'سابقهٔ خونریزی'],
  oac: ['Long-term oral anticoagulant', 'آنتی‌کوآگولان خوراکی طولانی‌مدت'],
  otherArcHbr: ['Any other ARC-HBR criterion (not an earlier stroke)', 'معیار دیگری از ARC-HBR (جز سابقهٔ سکتهٔ مغزی)'],
  calcification: ['Any calcification', 'هرگونه کلسیفیکاسیون'],
  bendGt45: ['Bend >45° within the occlusion', 'خمیدگی >45° در مسیر انسداد'],
  lengthGte20: ['Length ≥20 mm', 'طول ≥20 mm'],
  lengthMm: ['Length of the occlusion', 'طول انسداد'],
  retry: ['Earlier attempt failed', 'تلاش ناموفق قبلی'],
  capAmbiguity: ['Ambiguous proximal cap', 'کپ پروگزیمال مبهم'],
  modSevereTortuosity: ['Moderate or severe tortuosity', 'تورتوزیتی متوسط یا شدید'],
  lcxCto: ['Circumflex CTO', 'CTO در LCX'],
  noInterventionalCollaterals: ['No interventional collaterals', 'نبود کلترال مناسب مداخله'],
  hypotension: ['Hypotension (SBP <80 mmHg for 1 h or more needing inotropes, or IABP)', 'افت فشار (SBP <80 mmHg دست‌کم یک ساعت با اینوتروپ، یا IABP)'],
  iabp: ['Balloon pump', 'بالون پمپ (IABP)'],
  chf: ['Heart failure', 'نارسایی قلب (HF)'],
  'mehran-2004.chf': ['Heart failure (NYHA III–IV or past pulmonary oedema)', 'نارسایی قلب (NYHA III–IV یا سابقهٔ ادم ریه)'],
  diabetes: ['Diabetes', 'دیابت (DM)'],
  contrastMl: ['Contrast volume', 'حجم کنتراست'],
  killip: ['Killip class', 'کلاس Killip'],
  arrest: ['Cardiac arrest on admission', 'ایست قلبی هنگام پذیرش'],
  stDeviation: ['ST deviation', 'تغییر قطعهٔ ST'],
  enzymes: ['Raised cardiac markers', 'افزایش مارکرهای قلبی'],
  hypertension: ['Hypertension', 'فشار خون بالا (HTN)'],
  strokeTia: ['Ischaemic stroke, TIA or embolism', 'سکتهٔ مغزی ایسکمیک، TIA یا آمبولی'],
  vascular: ['Vascular disease (MI, PAD, aortic plaque)', 'بیماری عروقی (MI، PAD، پلاک آئورت)'],
  hypertensionSbpGt160: ['Uncontrolled hypertension (SBP >160 mmHg)', 'فشار خون کنترل‌نشده (SBP >160 mmHg)'],
  abnormalRenal: ['Abnormal kidney function (dialysis, transplant, Cr >2.26 mg/dL)', 'اختلال کلیه (دیالیز، پیوند، Cr >2.26 mg/dL)'],
  abnormalLiver: ['Abnormal liver function (cirrhosis, bilirubin >2× with enzymes >3×)', 'اختلال کبد (سیروز، بیلی‌روبین >2× همراه آنزیم >3×)'],
  stroke: ['Previous stroke', 'سابقهٔ سکتهٔ مغزی (CVA)'],
  bleeding: ['Previous bleeding or predisposition', 'سابقه یا زمینهٔ خونریزی'],
  labileInr: ['Labile INR (time in range <60%); no if not on a vitamin K antagonist', 'INR ناپایدار (زمان در محدوده <60%)؛ اگر وارفارین نمی‌گیرد: خیر'],
  drugs: ['Antiplatelet or NSAID', 'ضدپلاکت یا NSAID'],
  alcohol: ['Alcohol, 8 or more drinks a week', 'الکل، ۸ واحد در هفته یا بیشتر'],
  smoker: ['Smoker', 'سیگاری'],
  miAtPresentation: ['MI at presentation', 'تظاهر با MI'],
  priorMiOrPci: ['Previous MI or PCI', 'سابقهٔ MI یا PCI'],
  paclitaxelStent: ['Paclitaxel-eluting stent', 'استنت پاکلیتاکسل'],
  stentLt3mm: ['Stent <3 mm', 'استنت <3 mm'],
  chfOrLvefLt30: ['Heart failure or LVEF <30%', 'نارسایی قلب یا EF<30%'],
  veinGraft: ['Vein graft stented', 'استنت در گرافت وریدی'],
  bleedMajor: ['Spontaneous bleed with admission or transfusion within 6 months, or recurrent', 'خونریزی خودبه‌خودی با بستری یا تزریق خون در ۶ ماه گذشته، یا تکرارشونده'],
  bleedingDiathesis: ['Chronic bleeding diathesis', 'دیاتز خونریزی‌دهندهٔ مزمن'],
  cirrhosisPortalHt: ['Cirrhosis with portal hypertension', 'سیروز با فشار پورت بالا'],
  activeMalignancy: ['Active malignancy within 12 months', 'بدخیمی فعال در ۱۲ ماه گذشته'],
  ichSpontaneous: ['Spontaneous intracranial bleed, ever', 'خونریزی خودبه‌خودی داخل جمجمه در هر زمان'],
  ichTraumatic12m: ['Traumatic intracranial bleed within 12 months', 'خونریزی داخل جمجمه پس از ضربه در ۱۲ ماه گذشته'],
  brainAvm: ['Brain arteriovenous malformation', 'AVM مغز'],
  strokeModSevere6m: ['Moderate or severe ischaemic stroke within 6 months', 'سکتهٔ مغزی ایسکمیک متوسط یا شدید در ۶ ماه گذشته'],
  nonDeferrableSurgery: ['Non-deferrable major surgery on DAPT', 'جراحی بزرگ غیرقابل‌تأخیر حین DAPT'],
  majorSurgeryTrauma30d: ['Major surgery or trauma within 30 days', 'جراحی یا ترومای بزرگ در ۳۰ روز گذشته'],
  bleedMinor12m: ['Bleed within 12 months, not meeting the major criterion', 'خونریزی در ۱۲ ماه گذشته، کمتر از حد ماژور'],
  nsaidSteroid: ['Long-term oral NSAID or steroid', 'NSAID یا استروئید خوراکی طولانی‌مدت'],
  strokeOther: ['Ischaemic stroke at any time, not meeting the major criterion', 'سکتهٔ مغزی ایسکمیک در هر زمان، کمتر از حد ماژور'],
  valve: ['Valve', 'دریچه'],
  coLMin: ['Cardiac output', 'برون‌ده قلب (CO)'],
  co: ['Cardiac output', 'برون‌ده قلب (CO)'],
  sepS: ['Systolic ejection period per beat', 'زمان تخلیهٔ سیستولی هر ضربان (SEP)'],
  dfpS: ['Diastolic filling period per beat', 'زمان پرشدن دیاستولی هر ضربان (DFP)'],
  meanGrad: ['Mean gradient', 'گرادیان متوسط'],
  map: ['Mean arterial pressure', 'فشار متوسط شریانی (MAP)'],
  pasp: ['Systolic pulmonary pressure', 'فشار سیستولیک شریان ریوی (PASP)'],
  padp: ['Diastolic pulmonary pressure', 'فشار دیاستولیک شریان ریوی (PADP)'],
  rap: ['Right atrial pressure', 'فشار دهلیز راست (RAP)'],
};

/** Labels of the answers to choose from; numbers, segment ids, junctions and Medina classes are shown as they are. */
const choices: Readonly<Record<string, Row>> = {
  male: ['Male', 'آقا'],
  female: ['Female', 'خانم'],
  right: ['Right', 'راست'],
  left: ['Left', 'چپ'],
  elective: ['Elective', 'الکتیو'],
  urgent: ['Urgent', 'فوری'],
  emergency: ['Emergency', 'اورژانس'],
  salvage: ['Salvage', 'نجات (Salvage)'],
  'isolated-cabg': ['CABG only', 'فقط CABG'],
  'single-non-cabg': ['One procedure other than CABG', 'یک عمل غیر از CABG'],
  two: ['Two procedures', 'دو عمل'],
  'three-or-more': ['Three or more procedures', 'سه عمل یا بیشتر'],
  aortic: ['Aortic', 'آئورت'],
  mitral: ['Mitral', 'میترال'],
  none: ['None', 'هیچ‌کدام'],
  'lt1.5': ['All <1.5 mm', 'همه <1.5 mm'],
  'gte1.5': ['All ≥1.5 mm', 'همه ≥1.5 mm'],
  both: ['Both sizes', 'هر دو اندازه'],
  unknown: ['Unknown', 'نامشخص'],
  notMeasured: ['Not measured', 'اندازه‌گیری نشده'],
};

/** Bands and verdict words of the results. */
const bands: Readonly<Record<string, Row>> = {
  low: ['low', 'پایین'],
  intermediate: ['intermediate', 'متوسط'],
  high: ['high', 'بالا'],
  'very high': ['very high', 'بسیار بالا'],
  'not high': ['not high', 'بالا نیست'],
  easy: ['easy', 'آسان'],
  difficult: ['difficult', 'دشوار'],
  'very difficult': ['very difficult', 'بسیار دشوار'],
  longer: ['favours longer DAPT', 'به سود DAPT طولانی‌تر'],
  shorter: ['favours shorter DAPT', 'به سود DAPT کوتاه‌تر'],
  'high bleeding risk': ['high bleeding risk', 'خطر بالای خونریزی'],
  'not high bleeding risk': ['not high bleeding risk', 'خطر خونریزی بالا نیست'],
  'not decidable': ['not decidable', 'قابل تعیین نیست'],
  capped: ['capped', 'در سقف مجاز'],
};

const statuses: Readonly<Record<string, Row>> = {
  calculated: ['calculated, not verified', 'محاسبه‌شده؛ بازبینی نشده'],
  'nomogram approximation': ['nomogram approximation, not verified', 'تقریب از نوموگرام؛ بازبینی نشده'],
};

function both(row: Row | undefined, otherwise: string): Bilingual {
  return row ? { en: row[0], fa: row[1] } : { en: otherwise, fa: otherwise };
}

/** Label of an input of a calculator, in both languages; the bare name if there is none. */
export function fieldLabel(calculator: string, field: string): Bilingual {
  return both(fields[`${calculator}.${field}`] ?? fields[field], field);
}

export function choiceLabel(choice: string | number): Bilingual {
  return both(choices[choice], String(choice));
}

/** Bands that are ranges (`6-10`, `<2`) are shown as they are. */
export function bandLabel(band: string): Bilingual {
  return both(bands[band], band);
}

export function statusLabel(status: string): Bilingual {
  return both(statuses[status], status);
}
