import { pointOf, sampleAt, STEP, type Branch, type HeartPoint } from './branch.ts';
import { retrograde, type Fillings } from './flow.ts';
import type { Lesion } from './lesions.ts';
import { rowBranch, type Tree, type TreeChoice } from './tree.ts';
import type { BranchRow, ControlPoint } from './tree-table.ts';

/** Speed in collateral channels and in the vessels they fill, mm/s. */
const CHANNEL_SPEED = 45;
const RECIPIENT_SPEED = 60;
const STRENGTH_BY_RENTROP = [0, 0.24, 0.46, 0.58];

export type Collateral = { branches: Branch[]; fillings: Fillings };

type Channel = { donor: Branch; from: number; recipient: Branch; to: number; points: ControlPoint[]; mm: readonly [number, number, number] };

function septalChannels(left: Tree, pda: Branch, wide: boolean): Channel[] {
  const mm = wide ? ([1, 0.7, 0.95] as const) : ([0.5, 0.4, 0.45] as const);
  return ['S1', 'S2', 'S3', 'S4'].flatMap((name) => {
    const donor = left.byName.get(name);
    if (!donor) return [];
    const from = Math.round(0.7 * (donor.n - 1));
    const s = donor.s[from] as number;
    const to = Math.min(sampleAt(pda, { s: s + 7 }), Math.round(0.7 * pda.n));
    return [{ donor, from, recipient: pda, to, mm, points: [[s + 3, 90, 0.07], [s + 5, 160, 0.3], [s + 6, 178, 0.72]] as ControlPoint[] }];
  });
}

function circumflexChannels(left: Tree, plv: Branch): Channel[] {
  const donor = left.byName.get('LCX');
  if (!donor) return [];
  const from = donor.n - 3;
  const to = plv.n - 4;
  const [s, phi] = pointOf(donor, from);
  return [
    { donor, from, recipient: plv, to, mm: [1.1, 0.8, 1], points: [[s + 7, phi + 5, 1.03], [s + 16, phi + 12, 1.04], [s + 22, phi + 20, 1.03]] },
    { donor, from: Math.round(0.8 * donor.n), recipient: plv, to: Math.round(0.72 * plv.n), mm: [0.8, 0.55, 0.7], points: [[s + 2, phi + 8, 1.02], [s + 8, phi + 6, 1.03]] },
  ];
}

function buildChannel(choice: TreeChoice, tree: Tree, ch: Channel, index: number): Branch {
  const row: BranchRow = {
    name: `collateral ${index}`, segment: 'collateral', kind: 'collateral', parent: ch.donor.name,
    at: { share: ch.from / (ch.donor.n - 1) }, points: ch.points,
    diameters: [[0, ch.mm[0]], [0.5, ch.mm[1]], [1, ch.mm[2]]], wander: 2.4,
  };
  const [s, phi, k] = pointOf(ch.recipient, ch.to);
  const turns = Math.round(((ch.points[ch.points.length - 1] as ControlPoint)[1] - phi) / 360);
  const landing: HeartPoint = [s, phi + 360 * turns, k];
  return rowBranch(choice, tree, row, landing);
}

function channelsOf(donor: Tree, recipient: Tree, lesion: Lesion, wide: boolean): Channel[] {
  if (donor.system === 'RCA') return rightChannels(donor, recipient, lesion, wide);
  const [pda, plv] = [recipient.byName.get('PDA'), recipient.byName.get('PLV')];
  if (!pda || !plv) return [];
  return lesion.filledBy === 'circumflex' ? circumflexChannels(donor, plv) : septalChannels(donor, pda, wide);
}

/** For a closed LAD from the right: inferior septals to the LAD's own, or the conus branch over the front of the heart. */
function rightChannels(right: Tree, left: Tree, lesion: Lesion, wide: boolean): Channel[] {
  const lad = left.byName.get('LAD');
  const conus = right.byName.get('CB');
  if (!lad) return [];
  if (lesion.filledBy === 'conus' && conus) {
    const open = lad.radius.lastIndexOf(0) + 10;
    return [{ donor: conus, from: conus.n - 2, recipient: lad, to: Math.min(lad.n - 4, open), mm: [1, 0.8, 0.9], points: [[22, 22, 1.03], [24, 12, 1.03]] }];
  }
  const mm = wide ? ([0.95, 0.65, 0.9] as const) : ([0.5, 0.4, 0.45] as const);
  return [1, 2, 3].flatMap((n) => {
    const [donor, recipient] = [right.byName.get(`IS${n}`), left.byName.get(`S${n + 1}`)];
    if (!donor || !recipient) return [];
    const from = donor.n - 2;
    const s = donor.s[from] as number;
    return [{ donor, from, recipient, to: Math.round(0.8 * recipient.n), mm, points: [[s + 3, 120, 0.1], [s + 6, 40, 0.1]] as ControlPoint[] }];
  });
}

/**
 * Channels from a filled tree to an occluded one of the other side (its lumen already cut), and when its
 * vessels fill from them. Rentrop 3 and 2 reach the main branches, 1 the side branches only.
 */
export function collateralize(choice: TreeChoice, donor: Tree, donorFilling: Fillings, recipient: Tree, lesion: Lesion): Collateral {
  const grade = lesion.rentrop ?? 0;
  const pda = recipient.byName.get('PDA');
  const channels = channelsOf(donor, recipient, lesion, grade > 1);
  if (grade === 0 || channels.length === 0) return { branches: [], fillings: new Map() };
  const fillings: Fillings = new Map();
  const landings = channels.flatMap((ch, index) => {
    const branch = buildChannel(choice, donor, ch, index);
    const start = donorFilling.get(ch.donor)?.arrival[ch.from] ?? Infinity;
    const arrival = Float32Array.from(branch.arc, (a) => start + a / CHANNEL_SPEED);
    fillings.set(branch, { arrival, strength: new Float32Array(branch.n).fill(grade > 1 ? 0.7 : 0.45) });
    return [{ channel: branch, branch: ch.recipient, sample: ch.to, t: start + (branch.n * STEP) / CHANNEL_SPEED }];
  });
  const rca = recipient.byName.get('RCA');
  const throughCrux = lesion.totalOcclusion?.fillsDistalRca ?? grade === 3;
  const reach = (b: Branch): boolean => (grade === 1 ? b.kind === 'twig' || b === pda : b !== rca || throughCrux);
  const filled = retrograde(recipient.branches, landings, RECIPIENT_SPEED, STRENGTH_BY_RENTROP[grade] ?? 0.3, reach);
  for (const [b, f] of filled) fillings.set(b, f);
  return { branches: [...landings.map((l) => l.channel), ...recipient.branches.filter((b) => filled.has(b))], fillings };
}
