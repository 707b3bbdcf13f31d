import { Client } from 'pg';

// pg_dump is not among the embedded programs, so the catalog is asked directly. Order is by name: the text may not depend on history.
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'migrations') and n.nspname !~ '^pg_'`;

const parts: readonly { title: string; sql: string }[] = [
  {
    title: 'Roles',
    sql: `select format('role %s%s%s%s%s%s', rolname, case when rolcanlogin then ' login' else '' end, case when rolinherit then '' else ' noinherit' end,
            case when rolsuper then ' superuser' else '' end, case when rolbypassrls then ' bypassrls' else '' end,
            coalesce(' in ' || (select string_agg(g.rolname, ', ' order by g.rolname) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid), '')) as line
          from pg_roles r where rolname ~ '^hamdel_' and rolname <> 'hamdel_owner' order by rolname`,
  },
  {
    title: 'Types',
    sql: `select format('type %I.%I as enum (%s)', n.nspname, t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
          from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid where ${ours} group by n.nspname, t.typname order by 1`,
  },
  {
    title: 'Tables',
    sql: `select format(E'%s %I.%I%s%s (\\n%s\\n)', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, n.nspname, c.relname,
            case when c.relrowsecurity then ' [row security]' else '' end, case when c.relforcerowsecurity then ' [forced]' else '' end,
            (select string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
                case when a.attidentity <> '' then ' identity' when a.attgenerated <> '' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
                     when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end, ''), E',\\n' order by a.attnum)
             from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as line
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p', 'v', 'm') order by n.nspname, c.relname`,
  },
  {
    title: 'Constraints',
    sql: `select format('%I.%I %I: %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
          from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and k.contype <> 'n' order by 1`,
  },
  {
    title: 'Indexes',
    sql: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
          where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
  },
  {
    title: 'Policies',
    sql: `select format('%s.%s %s for %s to %s%s%s', schemaname, tablename, policyname, lower(cmd), array_to_string(array(select unnest(roles)::text order by 1), ', '),
            coalesce(E'\\n  using ' || qual, ''), coalesce(E'\\n  check ' || with_check, '')) as line from pg_policies p join pg_namespace n on n.nspname = p.schemaname where ${ours} order by 1`,
  },
  {
    title: 'Functions',
    sql: `select trim(pg_get_functiondef(p.oid)) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where ${ours} and p.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    title: 'Triggers',
    sql: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal order by 1`,
  },
  {
    title: 'Grants',
    sql: `with granted as (
            select n.nspname || '.' || c.relname as what, c.relacl as acl, '' as col from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'S')
            union all select n.nspname || '.' || c.relname, a.attacl, ' (' || a.attname || ')' from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and a.attacl is not null
            union all select 'schema ' || n.nspname, n.nspacl, '' from pg_namespace n where ${ours}
            union all select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', coalesce(p.proacl, acldefault('f', p.proowner)), '' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where ${ours} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
          select format('%s to %s: %s', what || col, coalesce(r.rolname, 'public'), string_agg(lower(x.privilege_type), ', ' order by x.privilege_type)) as line
          from granted cross join lateral aclexplode(acl) x left join pg_roles r on r.oid = x.grantee where coalesce(r.rolname, 'public') <> pg_get_userbyid(x.grantor) group by what, col, r.rolname order by 1`,
  },
];

/** The schema of a database as text that reviewers can read: one section a kind, one entry an object. */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set search_path = ''");
    let text = '-- The whole schema as the migrations leave it. Written by: npx node scripts/dump-schema.ts\n';
    for (const { title, sql } of parts) {
      const { rows } = await client.query<{ line: string }>(sql);
      text += `\n-- ${title}\n\n${rows.map(({ line }) => line).join(title === 'Tables' || title === 'Functions' || title === 'Policies' ? '\n\n' : '\n')}\n`;
    }
    return text;
  } finally {
    await client.end();
  }
}
