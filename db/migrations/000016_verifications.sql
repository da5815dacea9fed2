-- What the population register was asked and what it answered: verdicts, never a record. Key of distribution: the province of the asking office.
create table verifications (
  office_province text not null,
  id uuid not null,
  asked_by text not null,
  dossier_id uuid,
  dossier_code text,
  answers_seq int,
  place text,
  request_key text,
  request_hash bytea,
  procedure_code text not null,
  purpose text not null,
  ground text,
  fields text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'answered', 'refused')),
  number_answer text check (number_answer in ('match', 'absent')),
  name_answer text check (name_answer in ('match', 'no-match', 'partial-match', 'absent')),
  birth_date_answer text check (birth_date_answer in ('match', 'no-match', 'partial-match', 'absent')),
  sex_answer text check (sex_answer in ('match', 'no-match', 'partial-match', 'absent')),
  living boolean,
  reason text check (reason in ('no-person', 'empty-name', 'not-existing')),
  attempts int not null default 0,
  failure text,
  created_at timestamptz not null,
  next_at timestamptz,
  answered_at timestamptz,
  primary key (office_province, id),
  unique (office_province, dossier_id, answers_seq, place),
  unique (office_province, asked_by, request_key),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred,
  check (state <> 'answered' or (number_answer is not null and living is not null and answered_at is not null))
);
comment on table verifications is 'One call of the population register a row. id is the call id: asked again it is the same call. Columns hold verdicts only.';
comment on column verifications.asked_by is '''dossier'' for a check of our own; else the code of the agency that asked through the API or a batch.';
comment on column verifications.answers_seq is 'Number of the act whose answers were checked; place is where in them the person stands.';
comment on column verifications.request_hash is 'HMAC of the request: the same key with another content is refused, and nobody reads the content from it.';
comment on column verifications.failure is 'Kind of the last failure; a failure is never a mismatch.';
create index verifications_due on verifications (next_at) where state = 'waiting' and dossier_id is not null;

-- How often a number was asked about on a day. Key of distribution: the number.
create table verification_tries (
  person_number text not null,
  on_day date not null,
  asked_by text not null,
  tries int not null,
  primary key (person_number, on_day, asked_by)
);
comment on table verification_tries is 'So that nobody finds out a person''s data by trying. asked_by '''' counts all askers together.';

-- Agencies that may ask through the API, and the keys with which their messages are signed. Small reference tables.
create table connected_agencies (
  code text not null primary key,
  name text not null,
  province_code text not null,
  organisation_code text unique,
  fields text[] not null,
  valid_from date not null,
  valid_until date
);
comment on table connected_agencies is 'Who may verify persons by API, and which fields were granted. Written by the operator (motcua agency).';
comment on column connected_agencies.organisation_code is 'Access keys of this organisation''s accounts ask in the agency''s name.';

create table agency_keys (
  id text not null primary key,
  agency_code text not null references connected_agencies (code),
  algorithm text not null,
  jwk jsonb not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table agency_keys is 'Public keys of agencies (RFC 9421). id is the thumbprint (RFC 7638).';

create table message_nonces (
  key_id text not null,
  nonce text not null,
  stale_at timestamptz not null,
  primary key (key_id, nonce)
);
comment on table message_nonces is 'Nonces of signed messages until those grow stale: a message that comes again is refused.';
create index message_nonces_by_age on message_nonces (stale_at);

grant select, insert on verifications to motcua_app;
grant update (state, number_answer, name_answer, birth_date_answer, sex_answer, living, reason, attempts, failure, next_at, answered_at)
  on verifications to motcua_app;
grant select, insert, delete on verification_tries to motcua_app;
grant update (tries) on verification_tries to motcua_app;
grant select on connected_agencies, agency_keys to motcua_app;
grant select, insert, delete on message_nonces to motcua_app;
