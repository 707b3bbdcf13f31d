import { age, allowed, date, items, knownUid, pattern, pointer, range, table, terms, termsOr, uid } from '../rule.ts';
import { MODALITIES, SOP_CLASSES } from './kinds.ts';

const MANY = 10_000;
const YES_NO = 'YES|NO';

// Image Type, PS3.3 section C.7.6.1.1.2 with the values of C.8.7.1.1.1 (XA/RF), C.8.5.6.1.1 (US) and C.8.2.1.1.1 (CT).
const IMAGE_TYPES =
  'ORIGINAL|DERIVED|PRIMARY|SECONDARY|SINGLE PLANE|BIPLANE A|BIPLANE B|SINGLE A|SINGLE B|AXIAL|LOCALIZER|REFORMATTED|MPR|' +
  'PROJECTION IMAGE|VOLUME|NONE|DISTORTED|RESAMPLED|EPICARDIAL|2D IMAGING|COLOR FLOW|DOPPLER|M-MODE|INTRAVASCULAR|STRESS|' +
  '0001|0002|0004|0008|0010|0011|0012|0014|0020|0040|0100|0200|0400|STILL|CINE|QUANTITY|MIXED|VOLUME A|VOLUME B|SUBTRACTION|M|MAGNITUDE';

/** Who and when, in the form in which it may be kept; all of it is replaced or coarsened. */
export const IDENTITY = allowed(
  [0x00080008, termsOr(IMAGE_TYPES, 'OTHER', 8)],
  [0x00080016, knownUid(SOP_CLASSES.keys())],
  [0x00080018, uid],
  [0x00080020, date],
  [0x00080021, date],
  [0x00080022, date],
  [0x00080023, date],
  [0x00080060, terms(MODALITIES.join('|'))],
  [0x00080064, terms('DV|DI|DF|WSD|SD|SI|DRW|SYN')],
  [0x00081140, items(8, allowed([0x00081150, knownUid(SOP_CLASSES.keys())], [0x00081155, uid]))],
  [0x00100040, terms('M|F|O')],
  [0x00101010, age],
  [0x0020000d, uid],
  [0x0020000e, uid],
  [0x00200011, range(0, 99_999)],
  [0x00200012, range(0, 99_999)],
  [0x00200013, range(0, 99_999)],
  [0x00200020, pattern(/^[ALPRHF]{0,3}$/, 2)],
  [0x00200052, uid],
  [0x00200060, terms('R|L')],
  [0x00200062, terms('R|L|U|B')],
  [0x00185100, terms('HFP|HFS|HFDR|HFDL|FFDR|FFDL|FFP|FFS|LFP|LFS|RFP|RFS|AFDR|AFDL|PFDR|PFDL')],
);

/** Time within a run: relative, so it tells nothing about when (PS3.3 sections C.7.6.5, C.7.6.18). */
export const TIMING = allowed(
  [0x00082142, range(0, MANY)],
  [0x00082143, range(0, MANY)],
  [0x00082144, range(0, 1000)],
  [0x00082122, range(0, 1000)],
  [0x00082124, range(0, 1000)],
  [0x00082128, range(0, 1000)],
  [0x0008212a, range(0, 1000)],
  [0x00082130, range(0, 1e7, MANY)],
  [0x00180040, range(0, 1000)],
  [0x00181060, range(-1e6, 1e7)],
  [0x00181062, range(0, 100_000)],
  [0x00181063, range(0, 1e6)],
  [0x00181065, range(0, 1e6, MANY)],
  [0x00181066, range(0, 1e6)],
  [0x00181067, range(-1e6, 1e6)],
  [0x00181081, range(0, 100_000)],
  [0x00181082, range(0, 100_000)],
  [0x00181088, range(0, 500)],
  [0x00181242, range(0, 1e7)],
  [0x00181244, range(0, 1)],
  [0x00186060, range(0, 1e7, MANY)],
  [0x00280009, pointer],
  [0x00286010, range(0, MANY)],
  [0x00286020, range(0, MANY, MANY)],
  [0x00286040, range(0, MANY, MANY)],
  [0x00286100, items(64, allowed(
    [0x00286101, terms('NONE|AVG_SUB|TID|REV_TID')],
    [0x00286102, range(0, MANY, 512)],
    [0x00286110, range(0, MANY, 512)],
    [0x00286112, range(0, MANY)],
    [0x00286114, range(-4096, 4096, 2)],
    [0x00286120, range(-MANY, MANY)],
  ))],
  [0x00281090, terms('SUB|NAT')],
);

const LUT = (data: number) => [
  [0x00283002, range(-32_768, 65_536, 3)],
  [0x00283004, terms('HU|US|OD|HU_MOD|MGML|Z_EFF|ED|EDW|PCT')],
  [data, table(0x00283002)],
] as const;

/** How the numbers in the pixels become grey or colour (PS3.3 sections C.7.6.3, C.11.1, C.11.2). */
export const PIXELS = allowed(
  [0x00280002, range(1, 3)],
  [0x00280004, terms('MONOCHROME1|MONOCHROME2|PALETTE COLOR|RGB|YBR_FULL|YBR_FULL_422|YBR_PARTIAL_422|YBR_PARTIAL_420|YBR_ICT|YBR_RCT')],
  [0x00280006, range(0, 1)],
  [0x00280008, range(1, MANY)],
  [0x00280010, range(1, 8192)],
  [0x00280011, range(1, 8192)],
  [0x00280014, range(0, 1)],
  [0x00280030, range(0, 100, 2)],
  [0x00280034, range(0, 100_000, 2)],
  [0x00280051, terms('DECY|CORR|DCAL|MOTN|PMT|UNIF|LIN|SCAT|ATTN|NCOL|FLIP|ALIN', 12)],
  [0x00280100, range(8, 32)],
  [0x00280101, range(1, 32)],
  [0x00280102, range(0, 31)],
  [0x00280103, range(0, 1)],
  [0x00280106, range(-32_768, 65_535)],
  [0x00280107, range(-32_768, 65_535)],
  [0x00280120, range(-32_768, 65_535)],
  [0x00280121, range(-32_768, 65_535)],
  [0x00280a02, terms('GEOMETRY|FIDUCIAL')],
  [0x00281040, terms('LIN|LOG|DISP')],
  [0x00281041, range(-1, 1)],
  [0x00281050, range(-1e6, 1e6, 16)],
  [0x00281051, range(0, 1e6, 16)],
  [0x00281052, range(-1e6, 1e6)],
  [0x00281053, range(-1e6, 1e6)],
  [0x00281054, terms('HU|US|OD|HU_MOD|PCT')],
  [0x00281056, terms('LINEAR|LINEAR_EXACT|SIGMOID')],
  [0x00281101, range(-32_768, 65_536, 3)],
  [0x00281102, range(-32_768, 65_536, 3)],
  [0x00281103, range(-32_768, 65_536, 3)],
  [0x00281201, table(0x00281101)],
  [0x00281202, table(0x00281102)],
  [0x00281203, table(0x00281103)],
  [0x00282110, terms('00|01')],
  [0x00282112, range(0, 10_000, 8)],
  [0x00282114, terms('ISO_10918_1|ISO_14495_1|ISO_15444_1|ISO_15444_15', 8)],
  [0x00283000, items(1, allowed(...LUT(0x00283006)))],
  [0x00283010, items(8, allowed(...LUT(0x00283006)))],
  [0x20500020, terms('IDENTITY|INVERSE')],
  [0x00182010, range(0, 100, 2)],
);

export const CONTRAST = allowed(
  [0x00181041, range(0, 2000)],
  [0x00181044, range(0, 2000)],
  [0x00181046, range(0, 100, 8)],
  [0x00181047, range(0, 10_000, 8)],
  [0x00181049, range(0, 1000)],
  [0x00189425, terms(YES_NO)],
);
