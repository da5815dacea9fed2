-- Sign-in beyond knowing who it is: step-up, orders from outside to end sessions, acting for others with proof, second
-- factors of officers, and sessions at shared devices or with a helper beside the citizen.
alter table sessions
  add column provider_session text,
  add column authenticated_at timestamptz,
  add column second_factor_at timestamptz,
  add column place text not null default 'own' check (place in ('own', 'kiosk', 'assisted')),
  add column helper jsonb,
  add column acting_for_person text,
  add constraint sessions_act_for_one check (acting_for is null or acting_for_person is null);
comment on column sessions.provider_session is 'The provider''s name for its own session (sid): with it the provider ends this one from outside.';
comment on column sessions.authenticated_at is 'When the person proved themselves to the provider; null where it does not say.';
comment on column sessions.second_factor_at is 'When an officer last used a passkey in this session.';
comment on column sessions.place is 'own: a device of their own. kiosk, assisted: a shared one; the session is short and everything is wiped at its end.';
comment on column sessions.helper is 'Who helps the citizen in an assisted session; the citizen stays the filer.';
comment on column sessions.acting_for_person is 'Person number of the minor or ward a citizen acts for; the right is asked again at every request.';
create index sessions_by_account on sessions (account_id);

alter table sign_ins_under_way
  add column least_assurance int,
  add column fresh boolean not null default false,
  add column for_account uuid,
  add column confirms bytea,
  add column place text not null default 'own' check (place in ('own', 'kiosk', 'assisted')),
  add column helper jsonb;
comment on column sign_ins_under_way.for_account is 'Who alone may come back: a step-up or a confirmation by another account is refused.';
comment on column sign_ins_under_way.confirms is 'Digest of the acts that this sign-in confirms.';

create table logout_orders_seen (
  issuer text not null,
  token_id text not null,
  good_until timestamptz not null,
  primary key (issuer, token_id)
);
comment on table logout_orders_seen is 'Orders of providers to end sessions that were obeyed: each is obeyed once. Kept until it is too old to be believed.';

create table mandates (
  subject_number text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_name text not null,
  representative_number text not null,
  representative_name text not null,
  ground text not null check (ground in ('parent', 'guardian', 'legal-representative', 'authorised')),
  valid_from date not null,
  valid_until date,
  evidence_sha256 text not null,
  evidence_name text not null,
  evidence_media_type text not null,
  office_province text not null,
  unit_id text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'refused')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  ended_on date,
  ended_by uuid,
  primary key (subject_number, id),
  check (valid_until is null or valid_until >= valid_from),
  check ((outcome is null) = (decided_at is null))
);
comment on table mandates is 'Who may act for whom on an uploaded paper: asked, then accepted or refused by an officer, with its days. What the registers prove by themselves needs no row.';
comment on column mandates.ended_on is 'First day on which it holds no more, where it was ended before its last day.';
create index mandates_by_representative on mandates (representative_number);
create index mandates_waiting on mandates (unit_id, asked_at) where outcome is null;

alter table drafts add column ward_number text;
comment on column drafts.ward_number is 'The minor or ward for whom it is written; null for the person''s own or an organisation''s.';

create table passkeys (
  account_id uuid not null references accounts (id),
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  synced boolean not null,
  enrolled_after text not null check (enrolled_after in ('sign-in', 'passkey', 'code')),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_by_name text,
  revoke_reason text,
  primary key (account_id, credential_id)
);
comment on table passkeys is 'Second factors of officers (WebAuthn). A key is revoked, never removed or revived.';
comment on column passkeys.synced is 'The key may leave its device (backup eligible).';
comment on column passkeys.enrolled_after is 'What proved the officer when the key was added: a fresh sign-in, another key, or a code of a second person.';

create table passkey_challenges (
  session_hash bytea not null,
  purpose text not null check (purpose in ('enrol', 'second-factor', 'confirm')),
  challenge text not null,
  digest bytea,
  created_at timestamptz not null,
  primary key (session_hash, purpose)
);
comment on table passkey_challenges is 'What a key is to sign next: one a session and purpose, taken out when it is answered.';

create table passkey_tries (
  account_id uuid not null primary key references accounts (id),
  wrong int not null,
  locked_until timestamptz
);

create table enrolment_codes (
  account_id uuid not null references accounts (id),
  id uuid not null,
  code_hash bytea not null,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamptz not null,
  good_until timestamptz not null,
  used_at timestamptz,
  primary key (account_id, id)
);
comment on table enrolment_codes is 'One-time codes with which an officer without a key may add one: issued by a second person or by the operator, never by oneself.';

create table confirmations (
  session_hash bytea not null,
  digest bytea not null,
  at timestamptz not null,
  primary key (session_hash, digest)
);
comment on table confirmations is 'Fresh sign-ins made to confirm these very acts, until the act takes them.';

grant select, insert, delete on logout_orders_seen, confirmations to motcua_app;
grant select, insert, update, delete on passkey_challenges, passkey_tries to motcua_app;
grant select, insert on mandates, passkeys, enrolment_codes to motcua_app;
grant update (outcome, decided_by, decided_by_name, decided_at, reason, ended_on, ended_by) on mandates to motcua_app;
grant update (counter, last_used_at, revoked_at, revoked_by, revoked_by_name, revoke_reason) on passkeys to motcua_app;
grant update (used_at) on enrolment_codes to motcua_app;
