import type { Tag } from '../../dicom/tags.ts';
import { allowed, items, type Rule, range, table, terms, termsOr } from '../rule.ts';

const one = (...rows: readonly (readonly [Tag, Rule])[]) => items(1, allowed(...rows));

const FRAME_TYPE = termsOr('ORIGINAL|DERIVED|PRIMARY|SECONDARY|SINGLE A|SINGLE B|SINGLE PLANE|BIPLANE A|BIPLANE B|INTRAVASCULAR|VOLUME|AXIAL|LOCALIZER|MPR|NONE|VOLUME A|VOLUME B|VOLUME R', 'OTHER', 8);
/** Left, right, upper and lower edge in pixels, at every second tag. */
const edges = (first: Tag) => [0, 2, 4, 6].map((step): readonly [Tag, Rule] => [first + step, range(-32_768, 32_768)]);

/** Functional group macros of the multi-frame classes (PS3.3 sections C.7.6.16 and C.8.19.6), for each frame or shared. */
const GROUPS = allowed(
  [0x00189301, one([0x00189302, terms('SEQUENCED|SPIRAL|CONSTANT_ANGLE|STATIONARY|FREE')])],
  [0x00189405, one([0x00181500, terms('STATIC|DYNAMIC')], [0x00181510, range(-360, 360)], [0x00181511, range(-360, 360)])],
  [0x00189462, one(
    [0x00189463, range(-360, 360)], [0x00189464, range(-360, 360)], [0x00189465, range(-360, 360)],
    [0x00189466, range(-5000, 5000)], [0x00189467, range(-5000, 5000)], [0x00189468, range(-5000, 5000)],
    [0x00189469, range(-360, 360)], [0x00189470, range(-360, 360)], [0x00189471, range(-360, 360)],
  )],
  [0x00189401, one([0x00181130, range(-5000, 5000)], [0x00189402, range(0, 5000)], [0x00189403, range(-5000, 5000)], [0x00189404, range(0, 10, 2)], [0x00189449, range(-360, 360)])],
  [0x00189407, one([0x00181700, terms('RECTANGULAR|CIRCULAR|POLYGONAL', 3)], ...edges(0x00181702), [0x00181710, range(-32_768, 32_768, 2)], [0x00181712, range(0, 32_768)], [0x00181720, range(-32_768, 32_768, 128)])],
  [0x00189417, one([0x00180060, range(0, 500)], [0x00189330, range(0, 1e6)])],
  [0x00189472, one([0x00181600, terms('RECTANGULAR|CIRCULAR|POLYGONAL', 3)], ...edges(0x00181602), [0x00181610, range(-32_768, 32_768, 2)], [0x00181612, range(0, 32_768)], [0x00181620, range(-32_768, 32_768, 128)], [0x00181622, range(0, 65_535)])],
  [0x00189118, one([0x00189070, range(0, 100_000)], [0x00209153, range(-1e6, 1e6)], [0x00209241, range(0, 100)], [0x00209251, range(0, 100_000)], [0x00209252, range(-1e6, 1e6)])],
  [0x00189476, one(
    [0x00181110, range(0, 5000)], [0x00181111, range(0, 5000)], [0x00189402, range(0, 5000)],
  )],
  [0x00189432, one([0x00181147, terms('RECTANGLE|ROUND|HEXAGONAL')], [0x00187030, range(0, 8192, 2)], [0x00187032, range(0, 270)], [0x00187034, terms('YES|NO')], [0x00189461, range(0, 2000, 2)])],
  [0x00189451, one([0x00181164, range(0, 10, 2)], [0x00187022, range(0, 10, 2)])],
  [0x00209111, one([0x00189220, range(0, 1e7)], [0x00209057, range(0, 10_000)], [0x00209128, range(0, 10_000)], [0x00209156, range(0, 100_000)], [0x00209157, range(0, 100_000, 8)])],
  [0x00209113, one([0x00200032, range(-1e5, 1e5, 3)])],
  [0x00209116, one([0x00200037, range(-1, 1, 6)])],
  [0x00289110, one([0x00180050, range(0, 1000)], [0x00180088, range(-1000, 1000)], [0x00280030, range(0, 100, 2)])],
  [0x00289132, one([0x00281050, range(-1e6, 1e6, 16)], [0x00281051, range(0, 1e6, 16)], [0x00281056, terms('LINEAR|LINEAR_EXACT|SIGMOID')])],
  [0x00289145, one([0x00281052, range(-1e6, 1e6)], [0x00281053, range(-1e6, 1e6)], [0x00281054, terms('HU|US|OD|HU_MOD|PCT')])],
  [0x00289422, items(2, allowed([0x00283002, range(-32_768, 65_536, 3)], [0x00283006, table(0x00283002)], [0x00289474, terms('TO_LOG|TO_LINEAR')]))],
  [0x00289443, one([0x00089007, FRAME_TYPE], [0x00181114, range(0, 20)], [0x00181164, range(0, 10, 2)], [0x00281040, terms('LIN|LOG|DISP')], [0x00281041, range(-1, 1)], [0x00289444, terms('UNIFORM|NON_UNIFORM')])],
  // Intravascular OCT (C.8.27.6): where along the vessel, and how the picture was straightened.
  [0x00520025, one([0x00089007, FRAME_TYPE])],
  [0x00520027, one([0x00520028, range(-10_000, 10_000)])],
  [0x00520029, one(
    [0x00520030, range(-32_768, 32_767)], [0x00520033, range(0, 65_535)], [0x00520034, range(0, 65_535)], [0x00520036, range(0, 65_535)], [0x00520038, range(0, 65_535)],
    [0x0052003a, terms('YES|NO')],
  )],
  // CT and MR key images of the enhanced classes (C.8.15.3, C.8.13.5).
  [0x00189112, one([0x00180080, range(0, 1e6)], [0x00181314, range(-360, 360)])],
  [0x00189114, one([0x00189082, range(0, 1e6)])],
  [0x00189321, one([0x00189328, range(0, 1e7)], [0x00189330, range(0, 1e6)], [0x00189332, range(0, 1e6)])],
  [0x00189325, one([0x00180060, range(0, 500)])],
);

export const ENHANCED = allowed(
  [0x00089205, terms('MONOCHROME|COLOR|MIXED|TRUE_COLOR')],
  [0x00089206, termsOr('VOLUME|SAMPLED|DISTORTED|MIXED', 'OTHER', 1)],
  [0x00189004, terms('PRODUCT|RESEARCH|SERVICE')],
  [0x00189073, range(0, 1e6)],
  [0x00189410, terms('MONO|BIPLANE|UNDEFINED')],
  [0x00189420, terms('IMG_INTENSIFIER|DIGITAL_DETECTOR')],
  [0x00189328, range(0, 1e7)],
  [0x00189330, range(0, 1e6)],
  [0x00189332, range(0, 1e6)],
  [0x00189473, range(0, 1e7)],
  [0x52009229, items(1, GROUPS)],
  [0x52009230, items(10_000, GROUPS)],
);
