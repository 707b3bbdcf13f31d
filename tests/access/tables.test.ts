// Under the matrix: no table without policies, no role that could go round them.

import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode(); });
afterAll(() => node.close());

const inApp = `from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'app' and c.relkind in ('r', 'p', 'v', 'm', 'f')`;

test('every table of the schema has row-level security, and a table added without it is found', async () => {
  const bare = () => node.sql<{ name: string }>(`select c.relname as name ${inApp} and (c.relkind <> 'r' or not c.relrowsecurity) order by 1`);
  expect((await node.sql<{ n: number }>(`select count(*)::int as n ${inApp}`))[0]?.n).toBeGreaterThan(35);
  expect(await bare()).toEqual([]);
  await node.sql('create table app.forgotten (id int)');
  expect(await bare()).toEqual([{ name: 'forgotten' }]);
  await node.sql('drop table app.forgotten');
});

test('every table that a role may touch has a policy for that role', async () => {
  const open = await node.sql(
    `select g.table_name, g.grantee, g.privilege_type from information_schema.role_table_grants g where g.table_schema = 'app' and g.grantee in ('hamdel_app', 'hamdel_door', 'hamdel_node', 'hamdel_web')
        and not exists (select from pg_policies p where p.schemaname = 'app' and p.tablename = g.table_name and (g.grantee = any (p.roles) or 'public' = any (p.roles)) and p.cmd in ('ALL', g.privilege_type))
      order by 1, 2, 3`);
  // A grant without a policy lets nobody through, but says that something was meant and forgotten.
  expect(open).toEqual([]);
});

test('policies that hold for everybody are few and named', async () => {
  const loose = await node.sql<{ t: string }>(`select tablename || '.' || policyname || ' ' || cmd as t from pg_policies where schemaname = 'app' and 'hamdel_app' = any (roles) and coalesce(qual, 'true') = 'true' and coalesce(with_check, 'true') = 'true' order by 1`);
  expect(loose.map((l) => l.t)).toEqual(['cities.everyone SELECT', 'institutions.everyone SELECT', 'settings.all_read SELECT']);
});

test('the program’s roles own nothing, cannot bypass, and inherit nothing', async () => {
  expect(await node.sql(`select rolname from pg_roles where rolname in ('hamdel_app', 'hamdel_door', 'hamdel_node', 'hamdel_web') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`)).toEqual([]);
  expect(await node.sql(`select rolinherit, rolcanlogin from pg_roles where rolname = 'hamdel_web'`)).toEqual([{ rolinherit: false, rolcanlogin: true }]);
  expect(await node.sql(`select rolname from pg_roles where rolname in ('hamdel_app', 'hamdel_door', 'hamdel_node') and rolcanlogin`)).toEqual([]);
  expect(await node.sql(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('hamdel_app', 'hamdel_door', 'hamdel_node', 'hamdel_web')`)).toEqual([]);
  expect(await node.sql(`select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ('hamdel_web', 'hamdel_door', 'hamdel_node')`)).toEqual([]);
});

test('logged in without taking a role, the program reads and writes nothing', async () => {
  const web = new Client({ connectionString: node.databaseUrl });
  await web.connect();
  const tables = await node.sql<{ t: string }>(`select c.relname as t ${inApp}`);
  for (const { t } of tables) {
    await expect(web.query(`select from app.${t}`), t).rejects.toMatchObject({ code: '42501' });
    await expect(web.query(`delete from app.${t}`), t).rejects.toMatchObject({ code: '42501' });
  }
  await expect(web.query(`select from graphile_worker.jobs`)).rejects.toMatchObject({ code: expect.stringMatching(/42501|42P01|3F000/) });
  await web.end();
});

test('functions that act past row-level security keep their search path and are nobody’s by default', async () => {
  const definers = await node.sql<{ name: string; path: boolean; open: boolean; body: string }>(
    `select p.proname as name, coalesce(p.proconfig::text like '%search_path%pg_temp%', false) as path, has_function_privilege('public', p.oid, 'execute') as open, p.prosrc as body
       from pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname = 'app' and p.prosecdef order by 1`);
  expect(definers.length).toBeGreaterThan(10);
  // Where the path is left to the caller (it costs time in every row), every table and function is named with its schema.
  const bare = (body: string) => [...body.matchAll(/\b(?:from|join|into|update)\s+([\w.]+)/g)].filter((m) => !m[1]?.startsWith('app.'));
  expect(definers.filter((d) => !d.path && bare(d.body).length > 0)).toEqual([]);
  // Public ones answer a question about the viewer alone, or tell no more than a phase.
  expect(definers.filter((d) => d.open).map((d) => d.name)).toEqual(['decided', 'has_given', 'knows_asker', 'opinions_given', 'phase', 'reckon_standing', 'reckon_verified', 'sees_cases', 'unclaimed', 'viewer_is', 'viewer_verified']);
});
