-- Accounts, sessions, posts, and who looked at whose data.
create table accounts (
  id uuid not null primary key,
  issuer text not null,
  subject text not null,
  kind text not null check (kind in ('citizen', 'organisation', 'officer')),
  display_name text not null,
  person_number text,
  organisation_code text,
  organisation_name text,
  assurance int not null,
  phone text,
  email text,
  created_at timestamptz not null default now(),
  unique (issuer, subject, kind)
);
comment on table accounts is 'Who has signed in, as the provider vouched. kind is part of the key: one subject may be citizen here and officer there.';

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
  acting_for text,
  assurance int not null,
  csrf_secret text not null,
  id_token text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null
);
comment on column sessions.token_hash is 'SHA-256 of the token in the cookie: whoever reads this table can sign in as nobody.';
comment on column sessions.assurance is 'Level proven at this sign-in; another sign-in of the same account does not change it.';
comment on column sessions.acting_for is 'Organisation a citizen acts for; the right to do so is asked again at every request.';
comment on column sessions.expires_at is 'Slides with use, never past ends_at.';
create index sessions_by_expiry on sessions (expires_at);

create table sign_ins_under_way (
  state text not null primary key,
  nonce text not null,
  code_verifier text not null,
  realm text not null,
  return_to text not null,
  browser_hash bytea not null,
  created_at timestamptz not null default now()
);
comment on column sign_ins_under_way.browser_hash is 'SHA-256 of a cookie: only the browser that went out may come back, else one could sign others in as oneself.';
create index sign_ins_by_age on sign_ins_under_way (created_at);

create table parked_answers (
  id uuid not null primary key,
  account_id uuid not null,
  path text not null,
  answers jsonb not null,
  created_at timestamptz not null default now()
);
comment on table parked_answers is 'Answers posted after a session had ended: shown again to the same account after sign-in, swept after a day.';
create index parked_answers_by_age on parked_answers (created_at);

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
