-- Drafts, dossiers and their acts. Key of distribution: the province of the office that handles the dossier.
create table drafts (
  account_id uuid not null,
  id uuid not null,
  procedure_key text not null,
  edition_id text not null,
  organisation_code text,
  answers jsonb not null default '{}',
  papers jsonb not null default '[]',
  pending jsonb,
  version int not null default 1,
  submitted_code text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account_id, id)
);

comment on column drafts.pending is 'Rows of a sheet that were read and wait for the sender to say what becomes of the wrong ones.';

create table files (
  sha256 text not null primary key,
  size_bytes bigint not null,
  media_type text not null,
  created_at timestamptz not null default now()
);

create table dossiers (
  office_province text not null,
  id uuid not null,
  code text not null,
  procedure_key text not null,
  edition_id text not null,
  unit_id text not null,
  channel text not null,
  status text not null,
  act_count int not null,
  head_hash bytea not null,
  owner_name text not null,
  owner_search text not null,
  owner_number text not null,
  filer_account uuid not null,
  filer_name text not null,
  answers jsonb not null,
  papers jsonb not null,
  assigned_to uuid,
  filed_at timestamptz not null,
  accepted_at timestamptz,
  clock_from timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  money text not null default 'none' check (money in ('none', 'due', 'paid', 'cancelled')),
  summary text,
  primary key (office_province, id),
  unique (office_province, code)
);
comment on table dossiers is 'A projection of the acts, for lists; rebuilt and compared by a job. The truth is in acts.';
create index dossiers_open_by_due on dossiers (office_province, unit_id, due_at, filed_at) where closed_at is null;
create index dossiers_by_unit on dossiers (office_province, unit_id, filed_at desc);
create index dossiers_by_filer on dossiers (filer_account, filed_at desc);
create index dossiers_by_owner on dossiers (owner_number, filed_at desc);
create index dossiers_by_owner_name on dossiers using gin (owner_search gin_trgm_ops);
create index dossiers_by_code on dossiers (code);

create table acts (
  office_province text not null,
  dossier_id uuid not null,
  seq int not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (office_province, dossier_id, seq),
  unique (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
comment on table acts is 'What was done, by whom, when, why. Hash-chained per dossier. The application may insert and select, never update or delete.';

create table serials (
  office_province text not null,
  unit_id text not null,
  book text not null,
  period text not null,
  last int not null,
  primary key (office_province, unit_id, book, period)
);
comment on table serials is 'Last number given in a book of a unit: dossier codes by day, papers by year.';

create table idempotency_keys (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  office_province text not null,
  dossier_id uuid not null,
  code text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
