import { dot, radians, type Vec3 } from './vector.ts';

/** Positioner angles in degrees: primary LAO + / RAO −, secondary cranial + / caudal −. */
export type Projection = { readonly primary: number; readonly secondary: number };

/** One position of the C-arm; d points to the detector, u to the right and v to the top of the picture. */
export type View = {
  readonly d: Vec3;
  readonly u: Vec3;
  readonly v: Vec3;
  /** Source to isocentre and source to detector in mm; pitch is mm a pixel at the detector. */
  readonly sod: number;
  readonly sid: number;
  readonly pitch: number;
  readonly size: number;
  /** Table panning in pixels. */
  readonly panX: number;
  readonly panY: number;
};

export type Geometry = { sod: number; sid: number; pitchAt512: number };
export const USUAL_GEOMETRY: Geometry = { sod: 760, sid: 1080, pitchAt512: 0.3 };

export function makeView(p: Projection, size: number, geometry: Geometry, panX: number, panY: number): View {
  const a = radians(p.primary);
  const b = radians(p.secondary);
  const [sa, ca, sb, cb] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b)];
  return {
    d: [sa * cb, -ca * cb, sb],
    u: [ca, sa, 0],
    v: [-sa * sb, ca * sb, cb],
    sod: geometry.sod,
    sid: geometry.sid,
    pitch: (geometry.pitchAt512 * 512) / size,
    size,
    panX,
    panY,
  };
}

/** Column, row and pixels per mm at the point. */
export function project(view: View, p: Vec3): { x: number; y: number; scale: number } {
  const scale = view.sid / ((view.sod + dot(p, view.d)) * view.pitch);
  return {
    x: view.size / 2 + scale * dot(p, view.u) + view.panX,
    y: view.size / 2 - scale * dot(p, view.v) + view.panY,
    scale,
  };
}

/** The name of a view as said in the laboratory: `LAO 45 CAU 30`, `AP CRA 38`, `LAO 40`. */
export function projectionLabel(p: Projection): string {
  const a = Math.round(p.primary);
  const b = Math.round(p.secondary);
  const first = Math.abs(a) < 5 ? 'AP' : `${a > 0 ? 'LAO' : 'RAO'} ${Math.abs(a)}`;
  return Math.abs(b) < 5 ? first : `${first} ${b > 0 ? 'CRA' : 'CAU'} ${Math.abs(b)}`;
}
