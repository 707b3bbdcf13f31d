import { type Ray, type Slice, strutDistance } from './pullback.ts';
import { wrapDegrees } from './vector.ts';

// What one ray meets, as grey before speckle: ultrasound by echo and shadow, light by backscatter and attenuation.

const MEDIA = 0.13;
const STRUT_HALF = 0.09;

type Place = { readonly radius: number; readonly degrees: number; readonly lumen: number };

/** A point `r` mm along the ray, seen from the vessel's centre. */
function placeOf(slice: Slice, degrees: number, r: number): Place {
  const a = (degrees * Math.PI) / 180;
  const [x, y] = [slice.off[0] + r * Math.cos(a), slice.off[1] + r * Math.sin(a)];
  const own = (Math.atan2(y, x) * 180) / Math.PI;
  return { radius: Math.hypot(x, y), degrees: own, lumen: slice.lumen(own) };
}

const TISSUE = { fibrous: 112, lipid: 72 } as const;

/** Ultrasound: a catheter of 0.5 mm with its ring, dim blood, plaque, the dark media, a bright adventitia that fades; calcium and struts throw shadows. */
export const ivusRay: Ray = (slice, degrees, step, out) => {
  let shadow = 0;
  for (let d = 0; d < out.length; d++) {
    const r = d * step;
    if (r < 0.62) {
      out[d] = r < 0.5 ? 4 : 150 - 900 * (r - 0.5);
      continue;
    }
    const p = placeOf(slice, degrees, r);
    const depth = p.radius - p.lumen;
    let grey: number;
    if (depth < 0) grey = 26;
    else if (p.radius < slice.vessel - MEDIA) {
      const kind = slice.material(p.degrees);
      grey = kind === 'calcified' && depth > 0.14 ? 210 - 260 * (depth - 0.14) : kind === 'lipid' && depth < 0.15 ? TISSUE.fibrous : TISSUE[kind === 'calcified' ? 'fibrous' : kind];
      if (kind === 'calcified' && depth > 0.5) shadow = 1;
    } else if (p.radius < slice.vessel) grey = 34;
    else grey = Math.max(40, 150 - 38 * (p.radius - slice.vessel));
    if (Math.abs(depth) < 0.07 && strutDistance(slice, p.degrees, p.lumen) < STRUT_HALF) {
      grey = 235;
      shadow = Math.max(shadow, 0.55);
    }
    const wire = Math.abs(wrapDegrees(degrees - slice.wireAt));
    if (wire < 5 && r > 0.68 && r < 0.86) grey = 215;
    if (wire < 4 && r > 0.9) grey *= 0.35;
    out[d] = shadow > 0 && grey < 200 ? grey * (1 - 0.85 * shadow) : grey - 2.5 * r;
  }
};

/** Light in a flushed vessel: a dark lumen, a bright surface that decays within a millimetre or two, calcium dark with sharp edges, lipid that swallows it, struts with shadows. */
export const octRay: Ray = (slice, degrees, step, out) => {
  let light = 1;
  let strut = false;
  const hidden = Math.abs(wrapDegrees(degrees - slice.wireAt)) < 9;
  for (let d = 0; d < out.length; d++) {
    const r = d * step;
    if (r < 0.46) {
      const ring = Math.abs(r - 0.3) < 0.02 || Math.abs(r - 0.43) < 0.025;
      out[d] = ring ? 170 : 12;
      continue;
    }
    const p = placeOf(slice, degrees, r);
    const depth = p.radius - p.lumen;
    if (depth < 0) {
      out[d] = hidden && r < 0.62 ? 225 : 9;
      continue;
    }
    const kind = p.radius < slice.vessel - MEDIA ? slice.material(p.degrees) : 'fibrous';
    const media = p.radius > slice.vessel - MEDIA && p.radius < slice.vessel;
    const calcium = kind === 'calcified' && depth > 0.12;
    const lipid = kind === 'lipid' && depth > 0.13;
    light *= Math.exp(-step * (lipid ? 4.4 : calcium ? 0.5 : 0.95));
    if (Math.abs(depth - 0.05) < 0.045 && strutDistance(slice, p.degrees, p.lumen) < STRUT_HALF) {
      strut = true;
      out[d] = 240;
      continue;
    }
    const bare = hidden || strut ? 0 : light;
    out[d] = 9 + bare * (calcium ? 62 : media ? 70 : p.radius >= slice.vessel ? 165 : 190);
  }
};
