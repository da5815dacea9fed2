-- The schema after the last migration, for review. Written by: node tools/check-schema.ts --write

create extension pg_trgm;

create table public.access_log (
  office_province text not null,
  id uuid not null,
  at timestamp with time zone not null default now(),
  actor_account uuid not null,
  actor_name text not null,
  actor_unit text,
  subject_number text,
  dossier_code text,
  purpose text not null,
  fields text[] not null,
  constraint access_log_pkey PRIMARY KEY (office_province, id)
);

create table public.accounts (
  id uuid not null,
  issuer text not null,
  subject text not null,
  kind text not null,
  display_name text not null,
  person_number text,
  organisation_code text,
  organisation_name text,
  assurance integer not null,
  phone text,
  email text,
  created_at timestamp with time zone not null default now(),
  constraint accounts_issuer_subject_kind_key UNIQUE (issuer, subject, kind),
  constraint accounts_kind_check CHECK ((kind = ANY (ARRAY['citizen'::text, 'organisation'::text, 'officer'::text]))),
  constraint accounts_pkey PRIMARY KEY (id)
);

create table public.acts (
  office_province text not null,
  dossier_id uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint acts_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint acts_office_province_id_key UNIQUE (office_province, id),
  constraint acts_pkey PRIMARY KEY (office_province, dossier_id, seq)
);

create table public.api_tokens (
  token_hash bytea not null,
  account_id uuid not null,
  label text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint api_tokens_pkey PRIMARY KEY (token_hash)
);

create table public.bank_notices (
  office_province text not null,
  id uuid not null,
  received_at timestamp with time zone not null default now(),
  bank_transaction text not null,
  reference text not null,
  amount_dong bigint not null,
  paid_at timestamp with time zone not null,
  account text not null,
  learned_by text not null,
  verdict text not null,
  constraint bank_notices_learned_by_check CHECK ((learned_by = ANY (ARRAY['notice'::text, 'query'::text]))),
  constraint bank_notices_office_province_bank_transaction_key UNIQUE (office_province, bank_transaction),
  constraint bank_notices_pkey PRIMARY KEY (office_province, id),
  constraint bank_notices_verdict_check CHECK ((verdict = ANY (ARRAY['matched'::text, 'unknown-reference'::text, 'wrong-amount'::text, 'already-paid'::text, 'cancelled-debt'::text])))
);

create table public.communes (
  code text not null,
  province_code text not null,
  name text not null,
  kind text not null,
  search_key text not null,
  valid_from date not null,
  valid_until date,
  constraint communes_kind_check CHECK ((kind = ANY (ARRAY['ward'::text, 'commune'::text, 'special-zone'::text]))),
  constraint communes_pkey PRIMARY KEY (code, valid_from)
);

create table public.confirmations (
  session_hash bytea not null,
  digest bytea not null,
  at timestamp with time zone not null,
  constraint confirmations_pkey PRIMARY KEY (session_hash, digest)
);

create table public.debts (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  fee_key text not null,
  title text not null,
  amount_dong bigint not null,
  reference text not null,
  created_at timestamp with time zone not null default now(),
  cancelled_at timestamp with time zone,
  paid_at timestamp with time zone,
  refund_due_at timestamp with time zone,
  asked_at timestamp with time zone,
  constraint debts_amount_dong_check CHECK ((amount_dong > 0)),
  constraint debts_check CHECK (((refund_due_at IS NULL) OR (paid_at IS NOT NULL))),
  constraint debts_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint debts_office_province_reference_key UNIQUE (office_province, reference),
  constraint debts_pkey PRIMARY KEY (office_province, id)
);

create table public.documents (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  act_seq integer not null,
  number text,
  title text not null,
  file_sha256 text not null,
  signed_by text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  constraint documents_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint documents_office_province_dossier_id_kind_act_seq_key UNIQUE (office_province, dossier_id, kind, act_seq),
  constraint documents_pkey PRIMARY KEY (office_province, id)
);

create table public.dossiers (
  office_province text not null,
  id uuid not null,
  code text not null,
  procedure_key text not null,
  edition_id text not null,
  unit_id text not null,
  channel text not null,
  status text not null,
  act_count integer not null,
  head_hash bytea not null,
  owner_name text not null,
  owner_search text not null,
  owner_number text not null,
  filer_account uuid not null,
  filer_name text not null,
  answers jsonb not null,
  papers jsonb not null,
  assigned_to uuid,
  filed_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  clock_from timestamp with time zone,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  money text not null default 'none'::text,
  summary text,
  constraint dossiers_money_check CHECK ((money = ANY (ARRAY['none'::text, 'due'::text, 'paid'::text, 'cancelled'::text]))),
  constraint dossiers_office_province_code_key UNIQUE (office_province, code),
  constraint dossiers_pkey PRIMARY KEY (office_province, id)
);

create table public.drafts (
  account_id uuid not null,
  id uuid not null,
  procedure_key text not null,
  edition_id text not null,
  organisation_code text,
  answers jsonb not null default '{}'::jsonb,
  papers jsonb not null default '[]'::jsonb,
  pending jsonb,
  version integer not null default 1,
  submitted_code text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  ward_number text,
  constraint drafts_pkey PRIMARY KEY (account_id, id)
);

create table public.dwellings (
  commune_code text not null,
  address_key text not null,
  owner_number text not null,
  address_line text not null,
  constraint dwellings_pkey PRIMARY KEY (commune_code, address_key)
);

create table public.enrolment_codes (
  account_id uuid not null,
  id uuid not null,
  code_hash bytea not null,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamp with time zone not null,
  good_until timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint enrolment_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint enrolment_codes_pkey PRIMARY KEY (account_id, id)
);

create table public.files (
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  created_at timestamp with time zone not null default now(),
  constraint files_pkey PRIMARY KEY (sha256)
);

create table public.idempotency_keys (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  office_province text not null,
  dossier_id uuid not null,
  code text not null,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key)
);

create table public.installation (
  only_one boolean not null default true,
  kind text not null,
  since timestamp with time zone not null default now(),
  constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demo'::text, 'real'::text]))),
  constraint installation_only_one_check CHECK (only_one),
  constraint installation_pkey PRIMARY KEY (only_one)
);

create table public.logout_orders_seen (
  issuer text not null,
  token_id text not null,
  good_until timestamp with time zone not null,
  constraint logout_orders_seen_pkey PRIMARY KEY (issuer, token_id)
);

create table public.mandates (
  subject_number text not null,
  id uuid not null,
  subject_kind text not null,
  subject_name text not null,
  representative_number text not null,
  representative_name text not null,
  ground text not null,
  valid_from date not null,
  valid_until date,
  evidence_sha256 text not null,
  evidence_name text not null,
  evidence_media_type text not null,
  office_province text not null,
  unit_id text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  outcome text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  reason text,
  ended_on date,
  ended_by uuid,
  constraint mandates_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint mandates_check1 CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint mandates_ground_check CHECK ((ground = ANY (ARRAY['parent'::text, 'guardian'::text, 'legal-representative'::text, 'authorised'::text]))),
  constraint mandates_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  constraint mandates_pkey PRIMARY KEY (subject_number, id),
  constraint mandates_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'organisation'::text])))
);

create table public.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table public.notes (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  content jsonb not null,
  constraint notes_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint notes_pkey PRIMARY KEY (office_province, id)
);

create table public.organisations (
  code text not null,
  name text not null,
  search_key text not null,
  kind text not null,
  commune_code text not null,
  address_line text not null,
  superior text,
  phone text,
  email text,
  lodging_kind text,
  constraint organisations_pkey PRIMARY KEY (code)
);

create table public.parked_answers (
  id uuid not null,
  account_id uuid not null,
  path text not null,
  answers jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint parked_answers_pkey PRIMARY KEY (id)
);

create table public.passkey_challenges (
  session_hash bytea not null,
  purpose text not null,
  challenge text not null,
  digest bytea,
  created_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (session_hash, purpose),
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['enrol'::text, 'second-factor'::text, 'confirm'::text])))
);

create table public.passkey_tries (
  account_id uuid not null,
  wrong integer not null,
  locked_until timestamp with time zone,
  constraint passkey_tries_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint passkey_tries_pkey PRIMARY KEY (account_id)
);

create table public.passkeys (
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  synced boolean not null,
  enrolled_after text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoked_by_name text,
  revoke_reason text,
  constraint passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint passkeys_enrolled_after_check CHECK ((enrolled_after = ANY (ARRAY['sign-in'::text, 'passkey'::text, 'code'::text]))),
  constraint passkeys_pkey PRIMARY KEY (account_id, credential_id)
);

create table public.payments (
  office_province text not null,
  id uuid not null,
  debt_id uuid not null,
  bank_transaction text not null,
  amount_dong bigint not null,
  paid_at timestamp with time zone not null,
  receipt_number text not null,
  created_at timestamp with time zone not null default now(),
  constraint payments_office_province_bank_transaction_key UNIQUE (office_province, bank_transaction),
  constraint payments_office_province_debt_id_fkey FOREIGN KEY (office_province, debt_id) REFERENCES public.debts(office_province, id),
  constraint payments_office_province_debt_id_key UNIQUE (office_province, debt_id),
  constraint payments_office_province_receipt_number_key UNIQUE (office_province, receipt_number),
  constraint payments_pkey PRIMARY KEY (office_province, id)
);

create table public.persons (
  number text not null,
  name text not null,
  search_key text not null,
  birth_year integer not null,
  birth_month integer,
  birth_day integer,
  sex text not null,
  nationality text not null default 'VNM'::text,
  ethnicity text not null default 'Kinh'::text,
  household_id uuid,
  relation_to_head text,
  permanent_commune text not null,
  permanent_line text not null,
  phone text,
  email text,
  deceased boolean not null default false,
  constraint persons_number_check CHECK ((number ~ '^[0-9]{12}$'::text)),
  constraint persons_pkey PRIMARY KEY (number),
  constraint persons_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])))
);

create table public.posts (
  id uuid not null,
  officer_subject text not null,
  unit_id text not null,
  roles text[] not null,
  title text not null,
  valid_from date not null,
  valid_until date,
  constraint posts_pkey PRIMARY KEY (id),
  constraint posts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.provinces (
  code text not null,
  name text not null,
  kind text not null,
  valid_from date not null,
  valid_until date,
  constraint provinces_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'province'::text]))),
  constraint provinces_pkey PRIMARY KEY (code, valid_from)
);

create table public.ratings_given (
  office_province text not null,
  dossier_id uuid not null,
  constraint ratings_given_pkey PRIMARY KEY (office_province, dossier_id)
);

create table public.reference_versions (
  name text not null,
  hash text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint reference_versions_pkey PRIMARY KEY (name)
);

create table public.representatives (
  organisation_code text not null,
  person_number text not null,
  valid_from date not null,
  valid_until date,
  evidence text not null,
  constraint representatives_organisation_code_fkey FOREIGN KEY (organisation_code) REFERENCES public.organisations(code),
  constraint representatives_pkey PRIMARY KEY (organisation_code, person_number, valid_from)
);

create table public.seal_states (
  office_province text not null,
  seal_id uuid not null,
  seq integer not null,
  state text not null,
  at timestamp with time zone not null,
  by_name text not null,
  note text,
  constraint seal_states_office_province_seal_id_fkey FOREIGN KEY (office_province, seal_id) REFERENCES public.seals(office_province, id),
  constraint seal_states_pkey PRIMARY KEY (office_province, seal_id, seq),
  constraint seal_states_state_check CHECK ((state = ANY (ARRAY['ORDERED'::text, 'MADE'::text, 'DELIVERED_TO_POLICE'::text, 'REGISTERED'::text, 'IN_USE'::text, 'WORN'::text, 'LOST_REPORTED'::text, 'BODY_CHANGED'::text, 'SUSPENDED'::text, 'VALUE_CANCELLED'::text, 'DESTROYED'::text])))
);

create table public.seals (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  organisation_code text not null,
  organisation_name text not null,
  seal_kind text not null,
  seal_text text not null,
  quantity integer not null,
  certificate_number text not null,
  valid_from date not null,
  constraint seals_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint seals_pkey PRIMARY KEY (office_province, id)
);

create table public.serials (
  office_province text not null,
  unit_id text not null,
  book text not null,
  period text not null,
  last integer not null,
  constraint serials_pkey PRIMARY KEY (office_province, unit_id, book, period)
);

create table public.sessions (
  token_hash bytea not null,
  account_id uuid not null,
  post_id uuid,
  acting_for text,
  assurance integer not null,
  csrf_secret text not null,
  id_token text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  provider_session text,
  authenticated_at timestamp with time zone,
  second_factor_at timestamp with time zone,
  place text not null default 'own'::text,
  helper jsonb,
  acting_for_person text,
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint sessions_act_for_one CHECK (((acting_for IS NULL) OR (acting_for_person IS NULL))),
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_place_check CHECK ((place = ANY (ARRAY['own'::text, 'kiosk'::text, 'assisted'::text]))),
  constraint sessions_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.posts(id)
);

create table public.sign_ins_under_way (
  state text not null,
  nonce text not null,
  code_verifier text not null,
  realm text not null,
  return_to text not null,
  browser_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  least_assurance integer,
  fresh boolean not null default false,
  for_account uuid,
  confirms bytea,
  place text not null default 'own'::text,
  helper jsonb,
  constraint sign_ins_under_way_pkey PRIMARY KEY (state),
  constraint sign_ins_under_way_place_check CHECK ((place = ANY (ARRAY['own'::text, 'kiosk'::text, 'assisted'::text])))
);

create table public.stays (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  host_key text not null,
  host_name text not null,
  commune_code text not null,
  address_line text not null,
  room text,
  guest_name text not null,
  guest_search text not null,
  guest_birth jsonb,
  guest_sex text,
  nationality text not null,
  document_kind text not null,
  document_number text not null,
  reason text not null,
  arrived_at timestamp with time zone not null,
  leaves_on date not null,
  notified_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  on_time boolean not null,
  details jsonb not null default '{}'::jsonb,
  replaces uuid,
  ended text,
  ended_at timestamp with time zone,
  constraint stays_ended_check CHECK ((ended = ANY (ARRAY['corrected'::text, 'cancelled'::text]))),
  constraint stays_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint stays_pkey PRIMARY KEY (office_province, id)
);

create table public.survey_answers (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  procedure_key text not null,
  month date not null,
  scores jsonb not null,
  comment text,
  constraint survey_answers_pkey PRIMARY KEY (office_province, id)
);

create table public.temporary_residences (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  person_number text not null,
  person_name text not null,
  commune_code text not null,
  address_line text not null,
  head_number text,
  relation_to_head text,
  valid_from date not null,
  valid_until date not null,
  renewal_from date not null,
  decided_number text,
  ended text,
  ended_on date,
  constraint temporary_residences_ended_check CHECK ((ended = ANY (ARRAY['extended'::text, 'deleted'::text, 'cancelled'::text]))),
  constraint temporary_residences_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint temporary_residences_pkey PRIMARY KEY (office_province, id)
);

create table public.units (
  id text not null,
  agency_code text not null,
  level text not null,
  short_name text,
  name text not null,
  province_code text not null,
  commune_code text,
  parent_id text,
  address text,
  phone text,
  valid_from date not null,
  valid_until date,
  successor_id text,
  constraint units_agency_code_key UNIQUE (agency_code),
  constraint units_level_check CHECK ((level = ANY (ARRAY['ministry'::text, 'province'::text, 'commune'::text]))),
  constraint units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.units(id),
  constraint units_pkey PRIMARY KEY (id),
  constraint units_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES public.units(id)
);


CREATE INDEX access_log_by_subject ON public.access_log USING btree (subject_number, at);
CREATE INDEX api_tokens_by_account ON public.api_tokens USING btree (account_id);
CREATE INDEX bank_notices_by_received ON public.bank_notices USING btree (office_province, received_at DESC);
CREATE INDEX bank_notices_by_transaction ON public.bank_notices USING btree (bank_transaction);
CREATE INDEX communes_by_province ON public.communes USING btree (province_code);
CREATE INDEX debts_by_dossier ON public.debts USING btree (office_province, dossier_id);
CREATE INDEX debts_by_reference ON public.debts USING btree (reference);
CREATE INDEX debts_open_by_asked ON public.debts USING btree (COALESCE(asked_at, created_at)) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX dossiers_by_code ON public.dossiers USING btree (code);
CREATE INDEX dossiers_by_filer ON public.dossiers USING btree (filer_account, filed_at DESC);
CREATE INDEX dossiers_by_owner ON public.dossiers USING btree (owner_number, filed_at DESC);
CREATE INDEX dossiers_by_owner_name ON public.dossiers USING gin (owner_search public.gin_trgm_ops);
CREATE INDEX dossiers_by_unit ON public.dossiers USING btree (office_province, unit_id, filed_at DESC);
CREATE INDEX dossiers_open_by_due ON public.dossiers USING btree (office_province, unit_id, due_at, filed_at) WHERE (closed_at IS NULL);
CREATE INDEX dwellings_by_owner ON public.dwellings USING btree (owner_number);
CREATE INDEX mandates_by_representative ON public.mandates USING btree (representative_number);
CREATE INDEX mandates_waiting ON public.mandates USING btree (unit_id, asked_at) WHERE (outcome IS NULL);
CREATE INDEX parked_answers_by_age ON public.parked_answers USING btree (created_at);
CREATE INDEX persons_by_household ON public.persons USING btree (household_id);
CREATE INDEX persons_by_name ON public.persons USING gin (search_key public.gin_trgm_ops);
CREATE INDEX posts_by_officer ON public.posts USING btree (officer_subject);
CREATE INDEX seals_by_organisation ON public.seals USING btree (organisation_code);
CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id);
CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sign_ins_by_age ON public.sign_ins_under_way USING btree (created_at);
CREATE INDEX stays_by_commune ON public.stays USING btree (office_province, commune_code, arrived_at DESC);
CREATE INDEX stays_by_dossier ON public.stays USING btree (office_province, dossier_id);
CREATE UNIQUE INDEX stays_once ON public.stays USING btree (office_province, host_key, document_number, arrived_at) WHERE (ended IS NULL);
CREATE INDEX temporary_residences_by_person ON public.temporary_residences USING btree (person_number);
CREATE INDEX units_by_commune ON public.units USING btree (commune_code) WHERE (commune_code IS NOT NULL);
CREATE INDEX units_by_province ON public.units USING btree (province_code, level);

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, key text, run_at timestamp with time zone, queue text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  -- Body names are looked up when it runs: graphile-worker installs its schema after the migrations.
  perform graphile_worker.add_job(
    identifier => enqueue_job.task,
    payload => enqueue_job.payload,
    queue_name => enqueue_job.queue,
    run_at => enqueue_job.run_at,
    job_key => enqueue_job.key
  );
end
$function$;


comment on table public.access_log is 'Every read of personal data, written in the transaction of the read. The application may insert and select only.';
comment on table public.accounts is 'Who has signed in, as the provider vouched. kind is part of the key: one subject may be citizen here and officer there.';
comment on table public.acts is 'What was done, by whom, when, why. Hash-chained per dossier. The application may insert and select, never update or delete.';
comment on table public.api_tokens is 'Keys of machine clients: trusted fronts, hotels'' own software. A token may be revoked, never moved or revived.';
comment on table public.bank_notices is 'Each transfer the bank told us of, once, whatever became of it. Insert and select only.';
comment on table public.confirmations is 'Fresh sign-ins made to confirm these very acts, until the act takes them.';
comment on column public.debts.refund_due_at is 'Set when a fee that was paid is to be given back.';
comment on column public.debts.asked_at is 'When the bank was last asked for a transfer it may have failed to tell of.';
comment on column public.documents.file_sha256 is 'Names a row of files, kept elsewhere on a cluster: the bytes are on the disk before this row is written.';
comment on table public.dossiers is 'A projection of the acts, for lists; rebuilt and compared by a job. The truth is in acts.';
comment on column public.drafts.pending is 'Rows of a sheet that were read and wait for the sender to say what becomes of the wrong ones.';
comment on column public.drafts.ward_number is 'The minor or ward for whom it is written; null for the person''s own or an organisation''s.';
comment on table public.dwellings is 'What the dwelling and land databases answer: who owns which address. address_key is the search key of the line.';
comment on table public.enrolment_codes is 'One-time codes with which an officer without a key may add one: issued by a second person or by the operator, never by oneself.';
comment on table public.installation is 'One row, written at the first serve: a trial with synthetic people and stand-ins, or the real thing.';
comment on table public.logout_orders_seen is 'Orders of providers to end sessions that were obeyed: each is obeyed once. Kept until it is too old to be believed.';
comment on table public.mandates is 'Who may act for whom on an uploaded paper: asked, then accepted or refused by an officer, with its days. What the registers prove by themselves needs no row.';
comment on column public.mandates.ended_on is 'First day on which it holds no more, where it was ended before its last day.';
comment on table public.migrations is 'Which files of db/migrations were applied, and what they said then.';
comment on table public.notes is 'Plain register for procedures whose effect has no table of its own.';
comment on column public.organisations.lodging_kind is 'Set where the organisation lodges guests: hotel, guesthouse, apartments, health-facility, dormitory, other.';
comment on table public.parked_answers is 'Answers posted after a session had ended: shown again to the same account after sign-in, swept after a day.';
comment on table public.passkey_challenges is 'What a key is to sign next: one a session and purpose, taken out when it is answered.';
comment on table public.passkeys is 'Second factors of officers (WebAuthn). A key is revoked, never removed or revived.';
comment on column public.passkeys.synced is 'The key may leave its device (backup eligible).';
comment on column public.passkeys.enrolled_after is 'What proved the officer when the key was added: a fresh sign-in, another key, or a code of a second person.';
comment on table public.posts is 'Which officer (by subject of the sign-in) works where, in which roles, from when until when.';
comment on table public.provinces is 'Provincial units since 2025-07-01; a change of kind is a new row.';
comment on table public.reference_versions is 'Which edition of the reference data is loaded: a second start compares a row and loads nothing.';
comment on table public.seal_states is 'The life of a seal, a row a step; the last row is its state.';
comment on table public.serials is 'Last number given in a book of a unit: dossier codes by day, papers by year.';
comment on column public.sessions.token_hash is 'SHA-256 of the token in the cookie: whoever reads this table can sign in as nobody.';
comment on column public.sessions.acting_for is 'Organisation a citizen acts for; the right to do so is asked again at every request.';
comment on column public.sessions.assurance is 'Level proven at this sign-in; another sign-in of the same account does not change it.';
comment on column public.sessions.expires_at is 'Slides with use, never past ends_at.';
comment on column public.sessions.provider_session is 'The provider''s name for its own session (sid): with it the provider ends this one from outside.';
comment on column public.sessions.authenticated_at is 'When the person proved themselves to the provider; null where it does not say.';
comment on column public.sessions.second_factor_at is 'When an officer last used a passkey in this session.';
comment on column public.sessions.place is 'own: a device of their own. kiosk, assisted: a shared one; the session is short and everything is wiped at its end.';
comment on column public.sessions.helper is 'Who helps the citizen in an assisted session; the citizen stays the filer.';
comment on column public.sessions.acting_for_person is 'Person number of the minor or ward a citizen acts for; the right is asked again at every request.';
comment on column public.sign_ins_under_way.browser_hash is 'SHA-256 of a cookie: only the browser that went out may come back, else one could sign others in as oneself.';
comment on column public.sign_ins_under_way.for_account is 'Who alone may come back: a step-up or a confirmation by another account is refused.';
comment on column public.sign_ins_under_way.confirms is 'Digest of the acts that this sign-in confirms.';
comment on index public.stays_once is 'The same guest arriving at the same place at the same time is one stay, however often it is sent.';
comment on column public.units.short_name is 'PC06, C06 …; null for the general police of a place.';

grant execute on function public.enqueue_job(task text, payload json, key text, run_at timestamp with time zone, queue text) to motcua_app;
grant insert, select on public.access_log to motcua_app;
grant insert, select, update on public.accounts to motcua_app;
grant insert, select on public.acts to motcua_app;
grant insert, select on public.api_tokens to motcua_app;
grant insert, select on public.bank_notices to motcua_app;
grant select on public.communes to motcua_app;
grant delete, insert, select on public.confirmations to motcua_app;
grant insert, select, update on public.debts to motcua_app;
grant insert, select on public.documents to motcua_app;
grant insert, select, update on public.dossiers to motcua_app;
grant delete, insert, select, update on public.drafts to motcua_app;
grant select on public.dwellings to motcua_app;
grant insert, select on public.enrolment_codes to motcua_app;
grant insert, select on public.files to motcua_app;
grant insert, select on public.idempotency_keys to motcua_app;
grant select on public.installation to motcua_app;
grant delete, insert, select on public.logout_orders_seen to motcua_app;
grant insert, select on public.mandates to motcua_app;
grant select on public.migrations to motcua_app;
grant insert, select on public.notes to motcua_app;
grant select on public.organisations to motcua_app;
grant delete, insert, select, update on public.parked_answers to motcua_app;
grant delete, insert, select, update on public.passkey_challenges to motcua_app;
grant delete, insert, select, update on public.passkey_tries to motcua_app;
grant insert, select on public.passkeys to motcua_app;
grant insert, select on public.payments to motcua_app;
grant select on public.persons to motcua_app;
grant select on public.posts to motcua_app;
grant select on public.provinces to motcua_app;
grant insert, select on public.ratings_given to motcua_app;
grant select on public.reference_versions to motcua_app;
grant select on public.representatives to motcua_app;
grant insert, select on public.seal_states to motcua_app;
grant insert, select on public.seals to motcua_app;
grant insert, select, update on public.serials to motcua_app;
grant delete, insert, select, update on public.sessions to motcua_app;
grant delete, insert, select, update on public.sign_ins_under_way to motcua_app;
grant insert, select, update on public.stays to motcua_app;
grant insert, select on public.survey_answers to motcua_app;
grant insert, select, update on public.temporary_residences to motcua_app;
grant select on public.units to motcua_app;
