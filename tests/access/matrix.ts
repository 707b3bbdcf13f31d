// The access matrix: cast × state × hidden × audience, and for each cell what the policy says beside what the database does.

import { Client } from 'pg';
import { type Act, may } from '#features/cases/rules/policy.ts';
import type { Id } from '#kernel/ids.ts';
import * as acts from '#world/acts.ts';
import { aCase } from '#world/build.ts';
import type { TestNode } from '#world/node.ts';
import type { World } from '#world/world.ts';
import { asked, audiences, type Member, members, phases, standpointOf, viewerOf } from './members.ts';
import { type Probe, probes } from './probes.ts';
import { probeFunction } from './probing.ts';

export type Scene = { id: Id; runId: Id; phase: (typeof phases)[number]; hidden: boolean; audience: (typeof audiences)[number] };
export type Cell = { scene: Scene; member: Member; name: string; wanted: boolean; first: string; sql: string };
export type Seen = { cell: string; wanted: boolean; found: string };

/** One case for every state × hidden × audience, each with the whole cast around it. */
export const scenes = async (node: TestNode): Promise<Scene[]> => {
  const { world, clock } = node;
  await node.sql('update app.people set weekly_cap = 50');
  // What a privacy officer reads of an institution is told in egress.test.ts; here everybody stands to the case alone.
  await node.sql(`update app.roles set ended_at = now() where role = 'privacy-officer'`);
  await node.sql(`insert into app.roles (id, person_id, role, granted_at) values ($1, $2, 'steward', now()), ($3, $4, 'coordinator', now())`, [node.newId(), world.people.shirin.id, node.newId(), world.people.reza.id]);
  const all: Scene[] = [];
  for (const phase of phases) for (const hidden of [false, true]) for (const audience of audiences) {
    const { id } = await aCase(world, { asker: 'arman', hidden, audience, phase: 'draft' });
    const runId = await acts.addRun(world, 'arman', id, { kind: 'xa', label: '', position: 0, sidecar: {} }, [{ tier: 't0', mediaType: 'image/webp', bytes: new Uint8Array(12) }], clock.now());
    if (phase !== 'draft') await aCase(world, { asker: 'arman', phase, asks: asked, from: id });
    if (phase !== 'draft') await node.sql(`insert into app.unmaskings (id, case_id, steward_id, reason, at) values ($1, $2, $3, 'a reason given', now())`, [node.newId(), id, world.people.shirin.id]);
    all.push({ id, runId, phase, hidden, audience });
  }
  return all;
};

const quoted = (id: string): string => `'${id}'::uuid`;

const fill = (text: string, member: Member, scene: Scene, world: World): string => {
  const viewer = member.who ? quoted(world.people[member.who].id) : 'null::uuid';
  const own = `(select id from app.asks where case_id = $C and expert_id = ${viewer})`;
  return text
    .replaceAll('$ADVISER', member.asker ? 'null' : viewer)
    .replaceAll('$A', `coalesce(${own}, (select id from app.asks where case_id = $C limit 1), gen_random_uuid())`)
    .replaceAll('$C', quoted(scene.id)).replaceAll('$R', quoted(scene.runId)).replaceAll('$V', viewer)
    .replaceAll('$T', quoted(world.people.salim.id)).replaceAll('$N', quoted(world.people.parisa.id)).replaceAll('$U', 'gen_random_uuid()');
};

const wants = (probe: Probe, member: Member, scene: Scene, world: World): boolean =>
  probe.act !== 'never' && may(viewerOf(member, world), probe.act as Act, standpointOf(member, scene.phase, scene.hidden, scene.audience));

/** Every cell there is. */
export const cellsOf = (all: readonly Scene[], world: World): Cell[] =>
  all.flatMap((scene) => members.flatMap((member) => probes.filter((p) => p.only?.(scene.phase) ?? true).map((probe) => ({
    scene, member, wanted: wants(probe, member, scene, world),
    name: `${member.name}: ${probe.name} (${scene.phase}, ${scene.hidden ? 'hidden' : 'named'}, ${scene.audience})`,
    first: fill([member.first?.(world), probe.first].filter(Boolean).join('; '), member, scene, world), sql: fill(probe.sql, member, scene, world),
  }))));

/** What really happens in each cell. `planted` runs first, in the same transaction, which is always rolled back. */
export const reality = async (ownerUrl: string, world: World, cells: readonly Cell[], planted = ''): Promise<Seen[]> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    if (planted) await owner.query(planted);
    await owner.query(probeFunction);
    const found: string[] = [];
    for (let i = 0; i < cells.length; i += 500) {
      const part = cells.slice(i, i + 500);
      const { rows } = await owner.query<{ found: string }>('select pg_temp.attempt(v, f, s) as found from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t(v, f, s, i) order by i',
        [part.map((c) => (c.member.who ? world.people[c.member.who].id : '')), part.map((c) => c.first), part.map((c) => c.sql)]);
      found.push(...rows.map((r) => r.found));
    }
    return cells.map((cell, i) => ({ cell: cell.name, wanted: cell.wanted, found: found[i] ?? '' }));
  } finally {
    await owner.query('rollback').catch(() => {});
    await owner.end();
  }
};

export const disagreements = (seen: readonly Seen[]): Seen[] => seen.filter((s) => s.found !== (s.wanted ? 'done' : 'not'));
