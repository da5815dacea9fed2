-- The transparency log: every act and every look is a leaf of one Merkle tree (RFC 6962) with signed checkpoints.
create table log_waiting (
  office_province text not null,
  id uuid not null,
  kind text not null check (kind in ('act', 'access')),
  entries uuid[] not null,
  salts bytea not null,
  digests bytea not null,
  primary key (office_province, id),
  check (cardinality(entries) > 0),
  check (octet_length(salts) = 16 * cardinality(entries)),
  check (octet_length(digests) = 32 * cardinality(entries))
);
comment on table log_waiting is 'Entries written and not yet numbered, announced in the transaction that wrote them: one row for all entries of a statement. Numbering takes them out.';

create table log_leaves (
  leaf_index bigint not null primary key,
  kind text not null,
  office_province text not null,
  entry_id uuid not null,
  salt bytea not null check (octet_length(salt) = 16),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  unique (entry_id, kind)
);
comment on table log_leaves is 'The leaves in their order, from 0, without a gap. The salt keeps a published hash from helping anybody to guess an entry.';

create table log_nodes (
  level smallint not null check (level between 1 and 7),
  node_index bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, node_index)
);
comment on table log_nodes is 'Hashes of complete subtrees of 256^level leaves: what the tiles of C2SP tlog-tiles above the leaves are made of.';

create table log_checkpoints (
  tree_size bigint not null primary key,
  root bytea not null check (octet_length(root) = 32),
  signed_at timestamptz not null,
  verifier_key text not null,
  note text not null
);
comment on table log_checkpoints is 'Signed tree heads, each a C2SP signed note. Whoever keeps one outside can prove that history was not rewritten.';

-- Numbered entries leave the waiting list; of the log itself nothing is ever changed or removed.
grant select, insert, delete on log_waiting to motcua_app;
grant select, insert on log_leaves, log_nodes, log_checkpoints to motcua_app;

-- What was written before there was a log waits for its number too.
insert into log_waiting (office_province, id, kind, entries, salts, digests)
select office_province, id, 'act', array[id], uuid_send(gen_random_uuid()), hash from acts;

-- A look's digest is over its canonical JSON (RFC 8785): names sorted, no white space, members without a value left out.
insert into log_waiting (office_province, id, kind, entries, salts, digests)
select office_province, id, 'access', array[id], uuid_send(gen_random_uuid()), sha256(convert_to('{' || (
    select string_agg(to_json(key)::text || ':' || case jsonb_typeof(value)
        when 'array' then (select '[' || coalesce(string_agg(item::text, ',' order by n), '') || ']'
                           from jsonb_array_elements(value) with ordinality as items(item, n))
        else value::text end, ',' order by key collate "C")
    from jsonb_each(jsonb_strip_nulls(to_jsonb(l) || jsonb_build_object('at',
      to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))
  ) || '}', 'UTF8'))
from access_log l;
