-- What an office publishes over the law as delivered: figures and days off, proposed by one person and approved by another.
-- Small tables of the whole country, copied to every node of a cluster.
create table law_drafts (
  id uuid primary key,
  author_account uuid not null,
  content jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index law_drafts_by_author on law_drafts (author_account, updated_at desc);
comment on table law_drafts is 'Proposals while they are written. Once submitted, what they say stands in law_acts and nowhere else.';

create table law_acts (
  seq integer primary key,
  id uuid not null unique,
  proposal_id uuid not null,
  kind text not null check (kind in ('submitted', 'withdrawn', 'returned', 'published')),
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index law_acts_by_proposal on law_acts (proposal_id, seq);
comment on table law_acts is 'Who proposed, withdrew, returned or published which change of the law, in one hash chain. Insert and select only.';

grant select, insert, update, delete on law_drafts to motcua_app;
grant select, insert on law_acts to motcua_app;
