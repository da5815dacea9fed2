import pg from "pg";

/**
 * The schema as the catalogue knows it, as text for review: the same on every server from 15 to 18, in an order that
 * depends on names only. pg_dump does not come with the embedded server, and its text differs between versions.
 * Left out: what belongs to extensions and to graphile-worker.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // With nothing on the path every name is written with its schema, whoever asks.
    await client.query("set search_path = ''");
    const parts: string[] = [];
    for (const question of QUESTIONS) {
      const { rows } = await client.query<{ line: string }>(question);
      if (rows.length > 0) parts.push(rows.map((row) => row.line).join("\n"));
    }
    return `${parts.join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`;
const notOfExtension = (oid: string, catalogue: string): string =>
  `not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.${catalogue}'::pg_catalog.regclass and d.objid = ${oid} and d.deptype = 'e')`;

const EXTENSIONS = `
  select pg_catalog.format('create extension %s;', e.extname) as line
  from pg_catalog.pg_extension e where e.extname <> 'plpgsql' order by e.extname collate "C"`;

const TYPES = `
  select pg_catalog.format('create type %s.%s as enum (%s);', n.nspname, t.typname,
           (select pg_catalog.string_agg(pg_catalog.quote_literal(v.enumlabel), ', ' order by v.enumsortorder)
            from pg_catalog.pg_enum v where v.enumtypid = t.oid)) as line
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and ${OURS} and ${notOfExtension("t.oid", "pg_type")}
  order by n.nspname collate "C", t.typname collate "C"`;

const SEQUENCES = `
  select pg_catalog.format('create sequence %s.%s as %s start %s increment %s;',
           n.nspname, c.relname, pg_catalog.format_type(s.seqtypid, null), s.seqstart, s.seqincrement) as line
  from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and ${notOfExtension("c.oid", "pg_class")}
  order by n.nspname collate "C", c.relname collate "C"`;

/** Columns in their order, then constraints by name; a "not null" is a word of its column (18 also counts it as a constraint). */
const TABLES = `
  select pg_catalog.format(E'create table %s.%s (\\n%s\\n)%s;\\n', n.nspname, c.relname,
    (select pg_catalog.string_agg('  ' || item.line, E',\\n' order by item.part, item.place collate "C") from (
      select 1 as part, pg_catalog.lpad(a.attnum::text, 5, '0') as place,
        pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attgenerated = 's' then ' generated always as (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ') stored'
                when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
                when d.adbin is not null then ' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                else '' end as line
      from pg_catalog.pg_attribute a
      left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, con.conname, 'constraint ' || pg_catalog.quote_ident(con.conname) || ' ' || pg_catalog.pg_get_constraintdef(con.oid)
      from pg_catalog.pg_constraint con where con.conrelid = c.oid and con.contype not in ('n', 't')
    ) item),
    case when c.relkind = 'p' then ' partition by ' || pg_catalog.pg_get_partkeydef(c.oid)
         when c.relpersistence = 'u' then ' -- unlogged' else '' end) as line
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} and ${notOfExtension("c.oid", "pg_class")}
  order by n.nspname collate "C", c.relname collate "C"`;

const VIEWS = `
  select pg_catalog.format(E'create %s %s.%s as\\n%s\\n', case c.relkind when 'm' then 'materialized view' else 'view' end,
           n.nspname, c.relname, pg_catalog.pg_get_viewdef(c.oid)) as line
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm') and ${OURS} and ${notOfExtension("c.oid", "pg_class")}
  order by n.nspname collate "C", c.relname collate "C"`;

/** Indexes behind a constraint are already told by it. */
const INDEXES = `
  select pg_catalog.pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not exists (select from pg_catalog.pg_constraint con where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
  order by n.nspname collate "C", c.relname collate "C"`;

const FUNCTIONS = `
  select pg_catalog.rtrim(pg_catalog.pg_get_functiondef(p.oid), E'\\n') || E';\\n' as line
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and ${OURS} and ${notOfExtension("p.oid", "pg_proc")}
  order by n.nspname collate "C", p.proname collate "C", pg_catalog.pg_get_function_identity_arguments(p.oid) collate "C"`;

const TRIGGERS = `
  select pg_catalog.pg_get_triggerdef(t.oid) || ';' as line
  from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and ${OURS} order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C"`;

/** Which rows the application's role sees: as much a promise as its rights. */
const POLICIES = `
  select case when p.polname is null
      then pg_catalog.format('alter table %s.%s enable row level security;', n.nspname, c.relname)
      else pg_catalog.format('create policy %s on %s.%s as %s for %s to %s using (%s)%s;', p.polname, n.nspname, c.relname,
        case when p.polpermissive then 'permissive' else 'restrictive' end,
        case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        (select pg_catalog.string_agg(case when r = 0 then 'public' else pg_catalog.pg_get_userbyid(r)::text end, ', ') from pg_catalog.unnest(p.polroles) r),
        pg_catalog.regexp_replace(coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'true'), '\\s+', ' ', 'g'),
        coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
    end as line
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join lateral (select null::oid as polrelid, null::name as polname, null::bool as polpermissive, null::"char" as polcmd,
      null::oid[] as polroles, null::pg_node_tree as polqual, null::pg_node_tree as polwithcheck
    union all
    select polrelid, polname, polpermissive, polcmd, polroles, polqual, polwithcheck from pg_catalog.pg_policy where polrelid = c.oid
  ) p on true
  where c.relrowsecurity and ${OURS} order by n.nspname collate "C", c.relname collate "C", p.polname collate "C" nulls first`;

const COMMENTS = `
  select pg_catalog.format('comment on %s %s.%s%s is %s;',
           case when d.objsubid > 0 then 'column' when c.relkind in ('i', 'I') then 'index' when c.relkind = 'v' then 'view' else 'table' end,
           n.nspname, c.relname, coalesce('.' || a.attname, ''), pg_catalog.quote_literal(d.description)) as line
  from pg_catalog.pg_description d join pg_catalog.pg_class c on c.oid = d.objoid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
  where ${OURS} and ${notOfExtension("c.oid", "pg_class")}
  order by n.nspname collate "C", c.relname collate "C", d.objsubid`;

/** Who else than the owner may do what. The rights on acts and on the log of looks are promises, so they are reviewed. */
const GRANTS = `
  select pg_catalog.format('grant %s on %s to %s;', pg_catalog.lower(pg_catalog.string_agg(held.right, ', ' order by held.right collate "C")), held.what, held.who) as line
  from (
    select x.privilege_type as right, case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee)::text end as who,
      n.nspname || '.' || c.relname as what
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, pg_catalog.aclexplode(c.relacl) x
    where x.grantee <> c.relowner and ${OURS} and ${notOfExtension("c.oid", "pg_class")}
    union all
    select x.privilege_type, case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee)::text end,
      'function ' || n.nspname || '.' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')'
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace,
      pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) x
    where x.grantee <> p.proowner and ${OURS} and ${notOfExtension("p.oid", "pg_proc")}
  ) held
  group by held.what, held.who order by held.what collate "C", held.who collate "C"`;

const QUESTIONS = [
  EXTENSIONS,
  TYPES,
  SEQUENCES,
  TABLES,
  VIEWS,
  INDEXES,
  FUNCTIONS,
  TRIGGERS,
  POLICIES,
  COMMENTS,
  GRANTS,
];
