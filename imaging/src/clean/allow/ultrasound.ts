import { allowed, items, range, terms } from '../rule.ts';

const PLACE = range(0, 8192);
const SIGNED_PLACE = range(-8192, 8192);
const ANGLE = range(-360, 360);
const VALUE = range(-1e7, 1e7);

/** US Region Calibration, PS3.3 section C.8.5.5: where on the picture which scale holds. */
const REGION = allowed(
  [0x00186012, range(0, 5)],
  [0x00186014, range(0, 0x12)],
  [0x00186016, range(0, 0xff)],
  [0x00186018, PLACE], [0x0018601a, PLACE], [0x0018601c, PLACE], [0x0018601e, PLACE],
  [0x00186020, SIGNED_PLACE], [0x00186022, SIGNED_PLACE],
  [0x00186024, range(0, 0x0c)], [0x00186026, range(0, 0x0c)],
  [0x00186028, VALUE], [0x0018602a, VALUE], [0x0018602c, VALUE], [0x0018602e, VALUE],
  [0x00186030, range(0, 200_000)],
  [0x00186032, range(0, 1e6)],
  [0x00186034, ANGLE], [0x00186036, ANGLE],
  [0x00186039, SIGNED_PLACE], [0x0018603b, SIGNED_PLACE], [0x0018603d, SIGNED_PLACE],
  [0x0018603f, SIGNED_PLACE], [0x00186041, SIGNED_PLACE], [0x00186043, SIGNED_PLACE],
  [0x00186044, range(0, 3)],
  [0x00186046, range(0, 0xffffffff)],
  [0x00186048, range(0, 65_535)], [0x0018604a, range(0, 65_535)],
  [0x0018604c, range(0, 0x0c)], [0x0018604e, range(0, 0x0a)],
);

/** Ultrasound and intravascular ultrasound (PS3.3 sections C.8.5.6 and C.8.5.7). */
export const ULTRASOUND = allowed(
  [0x00185012, range(0, 1000)],
  [0x00185022, range(0, 10)],
  [0x00185024, range(0, 20)], [0x00185026, range(0, 20)], [0x00185027, range(0, 20)],
  [0x00185050, range(0, 1000)],
  [0x00186011, items(64, REGION)],
  [0x00186031, terms('SECTOR_PHASED|SECTOR_MECH|SECTOR_ANNULAR|LINEAR|CURVED LINEAR|SINGLE CRYSTAL|SPLIT XTAL CWD|IV_PHASED|IV_ROT XTAL|IV_ROT MIRROR|ENDOCAV_PA|ENDOCAV_MECH|ENDOCAV_CLA|ENDOCAV_AA|ENDOCAV_LINEAR|VECTOR_PHASED')],
  [0x00183100, terms('MOTOR_PULLBACK|MANUAL_PULLBACK|SELECTED|GATED_PULLBACK')],
  [0x00183101, range(0, 100)],
  [0x00183102, range(0, 100)],
  [0x00183103, range(0, 10_000)],
  [0x00183104, range(0, 10_000)],
  [0x00183105, range(0, 100, 16)],
);

/** Optical coherence tomography inside a vessel (PS3.3 section C.8.27). */
export const INTRAVASCULAR = allowed(
  [0x00183100, terms('MOTOR_PULLBACK|MANUAL_PULLBACK|SELECTED|GATED_PULLBACK')],
  [0x00183102, range(0, 100)],
  [0x00183103, range(0, 10_000)],
  [0x00183104, range(0, 10_000)],
  [0x00183101, range(0, 100)],
  [0x00520002, range(0, 1000)],
  [0x00520003, range(0, 10_000)],
  [0x00520004, range(0, 10)],
  [0x00520006, terms('TIME DOMAIN|FREQUENCY DOMAIN')],
  [0x00520007, range(0, 10_000)],
  [0x00520008, range(0, 1000)],
  [0x00520009, range(0, 1000)],
  [0x00520011, range(0, 1e7)],
  [0x00520012, range(0, 65_535)],
  [0x00520013, range(0, 1e5)],
  [0x00520014, range(0, 1000)],
  [0x00520026, terms('YES|NO')],
  [0x00520030, range(-32_768, 32_767)],
  [0x00520031, terms('CC|CW')],
  [0x00520033, range(0, 360)],
  [0x00520034, range(0, 360)],
  [0x00520036, range(0, 65_535)],
  [0x00520038, range(0, 65_535)],
  [0x0052003a, terms('YES|NO')],
);
