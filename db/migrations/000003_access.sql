-- Accounts, sessions, posts, and who looked at whose data.
create table accounts (
  id uuid not null primary key,
  issuer text not null,
  subject text not null,
  kind text not null check (kind in ('citizen', 'organisation', 'officer')),
  display_name text not null,
  person_number text,
  organisation_code text,
  assurance int not null,
  phone text,
  email text,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);

create table posts (
  id uuid not null primary key,
  officer_subject text not null,
  unit_id text not null references units (id),
  roles text[] not null,
  title text not null,
  valid_from date not null,
  valid_until date
);
comment on table posts is 'Which officer (by subject of the sign-in) works where, in which roles, from when until when.';
create index posts_by_officer on posts (officer_subject);

create table sessions (
  token_hash bytea not null primary key,
  account_id uuid not null references accounts (id),
  post_id uuid references posts (id),
  csrf_secret text not null,
  id_token text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);

create table sign_ins_under_way (
  state text not null primary key,
  nonce text not null,
  code_verifier text not null,
  realm text not null,
  return_to text not null,
  created_at timestamptz not null default now()
);

create table parked_answers (
  id uuid not null primary key,
  path text not null,
  answers jsonb not null,
  created_at timestamptz not null default now()
);
comment on table parked_answers is 'Answers posted after a session had ended: shown again after sign-in, swept after a day.';

create table access_log (
  office_province text not null,
  id uuid not null,
  at timestamptz not null default now(),
  actor_account uuid not null,
  actor_name text not null,
  actor_unit text,
  subject_number text,
  dossier_code text,
  purpose text not null,
  fields text[] not null,
  primary key (office_province, id)
);
comment on table access_log is 'Every read of personal data, written in the transaction of the read. The application may insert and select only.';
create index access_log_by_subject on access_log (subject_number, at);
