// Who may do what with a group: policy and row-level security in every cell, and the doors in a story.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GroupAct, type GroupStanding, may } from '#features/groups/rules/policy.ts';
import type { PersonKey } from '#world/cast.ts';
import { startNode, type TestNode } from '#world/node.ts';
import { type Attempt, attempted, unlike } from './probing.ts';

let node: TestNode;
let group: string;
const idOf = (key: PersonKey): string => node.world.people[key].id;

beforeAll(async () => {
  node = await startNode();
  group = node.newId();
  const nilufar = await node.as('nilufar');
  expect((await nilufar.post('/api/groups', { id: group, kind: 'club', nameEn: 'CTO club', nameFa: 'حلقهٔ CTO', purposeFa: 'گفت‌وگو دربارهٔ CTO' })).status).toBe(200);
  for (const key of ['omid', 'claire', 'hossein'] as const) expect((await nilufar.post(`/api/groups/${group}/invitations`, { id: node.newId(), personId: idOf(key) })).status).toBe(200);
  for (const key of ['omid', 'claire'] as const) expect((await (await node.as(key)).post(`/api/groups/${group}/join`)).status).toBe(200);
}, 60_000);
afterAll(() => node.close());

const cast: readonly { who: PersonKey | null; standing: GroupStanding; verified: boolean }[] = [
  { who: 'nilufar', standing: 'officer', verified: true }, { who: 'omid', standing: 'member', verified: true }, { who: 'hossein', standing: 'invited', verified: true },
  { who: 'arman', standing: null, verified: true }, { who: 'nasrin', standing: null, verified: true }, { who: 'ali', standing: null, verified: false }, { who: null, standing: null, verified: false },
];

const probes: readonly { name: string; act: GroupAct | 'never'; sql: string; first?: string }[] = [
  { name: 'read the group', act: 'read', sql: 'select from app.groups where id = $G' },
  { name: 'read who speaks for it', act: 'read-officers', sql: `select from app.memberships where group_id = $G and role = 'officer' and person_id <> $V`, first: `insert into app.memberships (id, group_id, person_id, role, invited_by, invited_at, joined_at) values (gen_random_uuid(), $G, $T, 'officer', $T, now(), now())` },
  { name: 'read who belongs to it', act: 'read-members', sql: `select from app.memberships where group_id = $G and role = 'member' and joined_at is not null and person_id <> $V` },
  { name: 'read who is invited', act: 'read-invited', sql: 'select from app.memberships where group_id = $G and joined_at is null and person_id <> $V', first: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at) values (gen_random_uuid(), $G, $T, $T, now())` },
  { name: 'invite', act: 'invite', sql: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at) values (gen_random_uuid(), $G, $T, $V, now())` },
  { name: 'end another’s membership', act: 'end', sql: `update app.memberships set ended_at = now(), ended_by = $V where group_id = $G and person_id = $C` },
  { name: 'appoint', act: 'appoint', sql: `update app.memberships set role = 'officer' where group_id = $G and person_id = $C` },
  { name: 'change its word', act: 'word', sql: `update app.groups set purpose_en = 'x' where id = $G` },
  { name: 'join', act: 'join', sql: `update app.memberships set joined_at = now() where group_id = $G and person_id = $V and joined_at is null` },
  { name: 'leave', act: 'leave', sql: `update app.memberships set ended_at = now(), ended_by = $V where group_id = $G and person_id = $V and ended_at is null` },
  { name: 'join without an invitation', act: 'never', sql: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at, joined_at) values (gen_random_uuid(), $G, $V, $V, now(), now())` },
  { name: 'make another a member without being asked', act: 'never', sql: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at, joined_at) values (gen_random_uuid(), $G, $T, $V, now(), now())` },
  { name: 'invite in another’s name', act: 'never', sql: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at) values (gen_random_uuid(), $G, $T, $C, now())` },
  { name: 'join for another', act: 'never', sql: `update app.memberships set joined_at = now() where group_id = $G and person_id = $T`, first: `insert into app.memberships (id, group_id, person_id, invited_by, invited_at) values (gen_random_uuid(), $G, $T, $C, now())` },
  { name: 'make oneself an officer', act: 'never', sql: `update app.memberships set role = case role when 'member' then 'officer' else 'member' end where group_id = $G and person_id = $V` },
  { name: 'delete the group', act: 'never', sql: 'delete from app.groups where id = $G' },
  { name: 'delete a membership', act: 'never', sql: 'delete from app.memberships where group_id = $G' },
];

const cells = (): Attempt[] => cast.flatMap(({ who, standing, verified }) => probes.map(({ name, act, sql, first }) => {
  const fill = (text: string) => text.replaceAll('$G', `'${group}'::uuid`).replaceAll('$V', who ? `'${idOf(who)}'::uuid` : 'null::uuid').replaceAll('$T', `'${idOf('parisa')}'::uuid`).replaceAll('$C', `'${idOf('claire')}'::uuid`);
  return { name: `${who ?? 'nobody'}: ${name}`, viewer: who ? idOf(who) : null, wanted: act !== 'never' && may(verified, act, standing), sql: fill(sql), ...(first ? { first: fill(first) } : {}) };
}));

test('policy and database agree on a group in every cell, and a hole in the database is found', async () => {
  const all = cells();
  const seen = await attempted(node.ownerUrl, all);
  expect(seen.filter(({ wanted }) => wanted).length).toBeGreaterThan(15);
  expect(unlike(seen)).toEqual([]);
  const torn = await attempted(node.ownerUrl, all, 'drop policy seen on app.memberships; create policy seen on app.memberships for select to hamdel_app using (true)');
  expect(unlike(torn).map(({ cell }) => cell)).toContain('arman: read who belongs to it');
});

test('outsiders see who speaks for a group and not who belongs to it', async () => {
  const seen = async (who: PersonKey) => (await (await node.as(who)).get<{ members: { person: { id: string } }[] }>(`/api/groups/${group}`)).body.members.map(({ person }) => person.id);
  expect(await seen('arman')).toEqual([idOf('nilufar')]);
  expect((await seen('omid')).sort()).toEqual((['nilufar', 'omid', 'claire'] as const).map(idOf).sort());
  expect(await seen('nilufar')).toHaveLength(4);
  expect((await (await node.as('ali')).get(`/api/groups/${group}`)).status).toBe(404);
  expect((await (await node.as('arman')).get<{ id: string }[]>('/api/groups')).body).toHaveLength(1);
});

test('the last officer cannot leave, an invited one may decline, and nobody founds a group unverified', async () => {
  expect((await (await node.as('nilufar')).post(`/api/groups/${group}/leave`)).body).toMatchObject({ code: 'groups.lastOfficer' });
  expect((await (await node.as('hossein')).post(`/api/groups/${group}/leave`)).status).toBe(200);
  expect((await (await node.as('hossein')).post(`/api/groups/${group}/join`)).status).toBe(403);
  expect((await (await node.as('ali')).post('/api/groups', { id: node.newId(), kind: 'club', nameEn: 'Another', nameFa: 'دیگر' })).body).toMatchObject({ code: 'groups.unverified' });
  expect((await (await node.as('omid')).put(`/api/groups/${group}/members/${idOf('claire')}`, { role: 'officer' })).body).toMatchObject({ code: 'groups.notYours' });
  expect((await (await node.as('nilufar')).put(`/api/groups/${group}/members/${idOf('claire')}`, { role: 'officer' })).status).toBe(200);
  expect((await (await node.as('nilufar')).post(`/api/groups/${group}/leave`)).status).toBe(200);
  expect((await (await node.as('hossein')).get<{ notices: { kind: string; about: string }[] }>('/api/notices')).body.notices).toMatchObject([{ kind: 'group-invited', about: group }]);
});
