-- The schema after the last migration, for review. Written by: node tools/check-schema.ts --write

create extension pg_trgm;

create table public.access_disclosures (
  office_province text not null,
  look_id uuid not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  reason text not null,
  constraint access_disclosures_office_province_look_id_fkey FOREIGN KEY (office_province, look_id) REFERENCES public.access_log(office_province, id),
  constraint access_disclosures_pkey PRIMARY KEY (office_province, look_id)
);

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
  post uuid,
  purpose_key text,
  ground_source text,
  ground_article text,
  detail text,
  sealed_until timestamp with time zone,
  salt bytea,
  commitment bytea,
  constraint access_log_pkey PRIMARY KEY (office_province, id),
  constraint access_log_sealed_check CHECK ((((sealed_until IS NULL) = (salt IS NULL)) AND ((sealed_until IS NULL) = (commitment IS NULL))))
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
  disabled_at timestamp with time zone,
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

create table public.agency_keys (
  id text not null,
  agency_code text not null,
  algorithm text not null,
  jwk jsonb not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint agency_keys_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES public.connected_agencies(code),
  constraint agency_keys_pkey PRIMARY KEY (id)
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
  unit_id text not null default ''::text,
  payer_name text not null default ''::text,
  content text not null default ''::text,
  constraint bank_notices_learned_by_check CHECK ((learned_by = ANY (ARRAY['notice'::text, 'query'::text, 'statement'::text]))),
  constraint bank_notices_office_province_bank_transaction_key UNIQUE (office_province, bank_transaction),
  constraint bank_notices_pkey PRIMARY KEY (office_province, id),
  constraint bank_notices_verdict_check CHECK ((verdict = ANY (ARRAY['matched'::text, 'unknown-reference'::text, 'wrong-amount'::text, 'already-paid'::text, 'cancelled-debt'::text])))
);

create table public.bank_statement_lines (
  office_province text not null,
  statement_id uuid not null,
  line integer not null,
  bank_transaction text not null,
  amount_dong bigint not null,
  content text not null,
  payer_name text not null,
  booked_at timestamp with time zone not null,
  outcome text,
  constraint bank_statement_lines_office_province_statement_id_fkey FOREIGN KEY (office_province, statement_id) REFERENCES public.bank_statements(office_province, id),
  constraint bank_statement_lines_pkey PRIMARY KEY (office_province, statement_id, line)
);

create table public.bank_statements (
  office_province text not null,
  id uuid not null,
  account text not null,
  reference text not null,
  format text not null,
  from_day date,
  until_day date,
  opening_dong bigint not null,
  closing_dong bigint not null,
  lines integer not null,
  faulty integer not null,
  imported_by uuid not null,
  imported_by_name text not null,
  imported_at timestamp with time zone not null,
  constraint bank_statements_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'mt940'::text, 'camt.053'::text]))),
  constraint bank_statements_office_province_account_reference_key UNIQUE (office_province, account, reference),
  constraint bank_statements_pkey PRIMARY KEY (office_province, id)
);

create table public.breach_steps (
  office_province text not null,
  breach_id uuid not null,
  seq integer not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  words text not null,
  constraint breach_steps_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'authority-notified'::text, 'people-notified'::text, 'closed'::text]))),
  constraint breach_steps_office_province_breach_id_fkey FOREIGN KEY (office_province, breach_id) REFERENCES public.breaches(office_province, id),
  constraint breach_steps_pkey PRIMARY KEY (office_province, breach_id, seq)
);

create table public.breaches (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  detected_at timestamp with time zone not null,
  notice_due_at timestamp with time zone not null,
  what text not null,
  affected text not null,
  affected_people integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  constraint breaches_affected_people_check CHECK ((affected_people >= 0)),
  constraint breaches_pkey PRIMARY KEY (office_province, id),
  constraint breaches_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.cash_days (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  officer uuid not null,
  officer_name text not null,
  book_day date not null,
  opening_dong bigint not null,
  taken_dong bigint not null,
  given_dong bigint not null,
  book_dong bigint not null,
  counted_dong bigint not null,
  difference_reason text not null,
  closed_at timestamp with time zone not null,
  constraint cash_days_check CHECK ((((opening_dong + taken_dong) - given_dong) = book_dong)),
  constraint cash_days_check1 CHECK (((counted_dong = book_dong) OR (length(difference_reason) > 0))),
  constraint cash_days_counted_dong_check CHECK ((counted_dong >= 0)),
  constraint cash_days_office_province_unit_id_officer_book_day_key UNIQUE (office_province, unit_id, officer, book_day),
  constraint cash_days_pkey PRIMARY KEY (office_province, id)
);

create table public.cash_receipts (
  office_province text not null,
  id uuid not null,
  book_id uuid not null,
  number integer not null,
  unit_id text not null,
  debt_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  fee_key text not null,
  title text not null,
  payer_name text not null,
  amount_dong bigint not null,
  book_day date not null,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  taken_by_name text not null,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancelled_by_name text,
  cancel_reason text,
  constraint cash_receipts_amount_dong_check CHECK ((amount_dong > 0)),
  constraint cash_receipts_check CHECK ((((cancelled_at IS NULL) = (cancelled_by IS NULL)) AND ((cancelled_at IS NULL) = (cancel_reason IS NULL)))),
  constraint cash_receipts_office_province_book_id_fkey FOREIGN KEY (office_province, book_id) REFERENCES public.receipt_books(office_province, id),
  constraint cash_receipts_office_province_book_id_number_key UNIQUE (office_province, book_id, number),
  constraint cash_receipts_office_province_debt_id_fkey FOREIGN KEY (office_province, debt_id) REFERENCES public.debts(office_province, id),
  constraint cash_receipts_pkey PRIMARY KEY (office_province, id)
);

create table public.clock_warnings (
  office_province text not null,
  dossier_id uuid not null,
  level text not null,
  clock_from timestamp with time zone not null,
  reached_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  constraint clock_warnings_level_check CHECK ((level = ANY (ARRAY['half'::text, 'four-fifths'::text, 'day-before'::text, 'late'::text, 'unanswered'::text]))),
  constraint clock_warnings_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id),
  constraint clock_warnings_pkey PRIMARY KEY (office_province, dossier_id, level, clock_from)
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

create table public.connected_agencies (
  code text not null,
  name text not null,
  province_code text not null,
  organisation_code text,
  fields text[] not null,
  valid_from date not null,
  valid_until date,
  constraint connected_agencies_organisation_code_key UNIQUE (organisation_code),
  constraint connected_agencies_pkey PRIMARY KEY (code)
);

create table public.contact_confirmations (
  recipient text not null,
  channel text not null,
  secret_hash bytea not null,
  tries integer not null default 0,
  sent_at timestamp with time zone not null,
  sent_today integer not null default 1,
  expires_at timestamp with time zone not null,
  constraint contact_confirmations_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint contact_confirmations_pkey PRIMARY KEY (recipient, channel)
);

create table public.contact_events (
  recipient text not null,
  id uuid not null,
  channel text not null,
  event text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  words text,
  constraint contact_events_event_check CHECK ((event = ANY (ARRAY['given'::text, 'consented'::text, 'confirmed'::text, 'withdrawn'::text]))),
  constraint contact_events_pkey PRIMARY KEY (recipient, id)
);

create table public.contacts (
  recipient text not null,
  channel text not null,
  address text not null,
  confirmed_at timestamp with time zone,
  chosen boolean not null,
  constraint contacts_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text]))),
  constraint contacts_pkey PRIMARY KEY (recipient, channel)
);

create table public.cooperations (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  kind text not null,
  unit_id text not null,
  asking_unit text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  reported_at timestamp with time zone,
  constraint cooperations_kind_check CHECK ((kind = ANY (ARRAY['opinion'::text, 'leg'::text]))),
  constraint cooperations_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint cooperations_pkey PRIMARY KEY (office_province, id)
);

create table public.data_request_steps (
  office_province text not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  by_post uuid,
  words text not null,
  ground text,
  due_at timestamp with time zone,
  constraint data_request_steps_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'refused'::text, 'extended'::text, 'done'::text, 'lifted'::text, 'withdrawn'::text]))),
  constraint data_request_steps_office_province_request_id_fkey FOREIGN KEY (office_province, request_id) REFERENCES public.data_requests(office_province, id),
  constraint data_request_steps_pkey PRIMARY KEY (office_province, request_id, seq)
);

create table public.data_requests (
  office_province text not null,
  id uuid not null,
  subject_number text not null,
  asked_by uuid not null,
  asker_name text not null,
  unit_id text not null,
  asked_right text not null,
  about text not null,
  dossier_code text,
  at timestamp with time zone not null,
  answer_due_at timestamp with time zone not null,
  done_due_at timestamp with time zone not null,
  constraint data_requests_asked_right_check CHECK ((asked_right = ANY (ARRAY['see'::text, 'correct'::text, 'restrict'::text, 'erase'::text, 'withdraw-consent'::text, 'object'::text]))),
  constraint data_requests_pkey PRIMARY KEY (office_province, id),
  constraint data_requests_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
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
  unit_id text not null default ''::text,
  paid_dong bigint not null default 0,
  waived_dong bigint not null default 0,
  constraint debts_amount_dong_check CHECK ((amount_dong > 0)),
  constraint debts_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint debts_office_province_reference_key UNIQUE (office_province, reference),
  constraint debts_pkey PRIMARY KEY (office_province, id),
  constraint debts_refund_due_check CHECK (((refund_due_at IS NULL) OR (paid_dong > 0))),
  constraint debts_settled_check CHECK (((paid_dong >= 0) AND (waived_dong >= 0) AND ((paid_dong + waived_dong) <= amount_dong)))
);

create table public.delegations (
  id uuid not null,
  post_id uuid not null,
  to_account uuid not null,
  roles text[] not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint delegations_by_account_fkey FOREIGN KEY (by_account) REFERENCES public.accounts(id),
  constraint delegations_check CHECK ((valid_until >= valid_from)),
  constraint delegations_check1 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint delegations_pkey PRIMARY KEY (id),
  constraint delegations_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.posts(id),
  constraint delegations_roles_check CHECK ((cardinality(roles) > 0)),
  constraint delegations_to_account_fkey FOREIGN KEY (to_account) REFERENCES public.accounts(id)
);

create table public.desk_bookings (
  office_province text not null,
  id uuid not null,
  session_id uuid not null,
  minute integer not null,
  unit_id text not null,
  procedure_key text not null,
  code text not null,
  token_hash bytea not null,
  person_key text not null,
  account_id uuid,
  person_number text,
  name text not null,
  phone text not null,
  booked_at timestamp with time zone not null,
  booked_via text not null,
  ended_at timestamp with time zone,
  ended_as text,
  forgotten_at timestamp with time zone,
  constraint desk_bookings_booked_via_check CHECK ((booked_via = ANY (ARRAY['online'::text, 'desk'::text]))),
  constraint desk_bookings_check CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint desk_bookings_ended_as_check CHECK ((ended_as = ANY (ARRAY['moved'::text, 'cancelled'::text, 'arrived'::text, 'called-off'::text]))),
  constraint desk_bookings_office_province_session_id_minute_fkey FOREIGN KEY (office_province, session_id, minute) REFERENCES public.desk_slots(office_province, session_id, minute),
  constraint desk_bookings_pkey PRIMARY KEY (office_province, id),
  constraint desk_bookings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.desk_counters (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  number integer not null,
  services text[] not null,
  opened_by uuid,
  opened_by_name text,
  opened_at timestamp with time zone,
  ahead_in_row integer not null default 0,
  retired_at timestamp with time zone,
  constraint desk_counters_ahead_in_row_check CHECK ((ahead_in_row >= 0)),
  constraint desk_counters_check CHECK ((((opened_by IS NULL) = (opened_at IS NULL)) AND ((opened_by IS NULL) = (opened_by_name IS NULL)))),
  constraint desk_counters_check1 CHECK (((retired_at IS NULL) OR (opened_at IS NULL))),
  constraint desk_counters_number_check CHECK (((number >= 1) AND (number <= 99))),
  constraint desk_counters_pkey PRIMARY KEY (office_province, id),
  constraint desk_counters_services_check CHECK ((cardinality(services) > 0)),
  constraint desk_counters_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.desk_envelope_dossiers (
  office_province text not null,
  envelope_id uuid not null,
  dossier_code text not null,
  constraint desk_envelope_dossiers_office_province_envelope_id_fkey FOREIGN KEY (office_province, envelope_id) REFERENCES public.desk_envelopes(office_province, id),
  constraint desk_envelope_dossiers_pkey PRIMARY KEY (office_province, envelope_id, dossier_code)
);

create table public.desk_envelopes (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  tracking_number text not null,
  sender text not null,
  received_on date not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  constraint desk_envelopes_office_province_unit_id_tracking_number_key UNIQUE (office_province, unit_id, tracking_number),
  constraint desk_envelopes_pkey PRIMARY KEY (office_province, id),
  constraint desk_envelopes_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES public.accounts(id),
  constraint desk_envelopes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.desk_secret_marks (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  procedure_key text not null,
  noticed_by uuid not null,
  noticed_at timestamp with time zone not null,
  constraint desk_secret_marks_noticed_by_fkey FOREIGN KEY (noticed_by) REFERENCES public.accounts(id),
  constraint desk_secret_marks_pkey PRIMARY KEY (office_province, id),
  constraint desk_secret_marks_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.desk_sessions (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  kind text not null,
  day date not null,
  from_minute integer not null,
  until_minute integer not null,
  slot_minutes integer not null,
  place text not null,
  procedures text[] not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  created_by_name text not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_reason text,
  constraint desk_sessions_check CHECK ((from_minute < until_minute)),
  constraint desk_sessions_check1 CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  constraint desk_sessions_from_minute_check CHECK ((from_minute >= 0)),
  constraint desk_sessions_kind_check CHECK ((kind = ANY (ARRAY['ordinary'::text, 'saturday'::text, 'mobile'::text]))),
  constraint desk_sessions_pkey PRIMARY KEY (office_province, id),
  constraint desk_sessions_procedures_check CHECK ((cardinality(procedures) > 0)),
  constraint desk_sessions_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 480))),
  constraint desk_sessions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id),
  constraint desk_sessions_until_minute_check CHECK ((until_minute <= 1440))
);

create table public.desk_slots (
  office_province text not null,
  session_id uuid not null,
  minute integer not null,
  capacity integer not null,
  booked integer not null default 0,
  constraint desk_slots_capacity_check CHECK (((capacity >= 0) AND (capacity <= 1000))),
  constraint desk_slots_no_overbooking CHECK (((booked >= 0) AND (booked <= capacity))),
  constraint desk_slots_office_province_session_id_fkey FOREIGN KEY (office_province, session_id) REFERENCES public.desk_sessions(office_province, id),
  constraint desk_slots_pkey PRIMARY KEY (office_province, session_id, minute)
);

create table public.desk_ticket_acts (
  office_province text not null,
  ticket_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by_account uuid,
  counter_id uuid,
  constraint desk_ticket_acts_kind_check CHECK ((kind = ANY (ARRAY['issued'::text, 'called'::text, 'recalled'::text, 'serving'::text, 'handed-over'::text, 'served'::text, 'no-show'::text, 'left'::text, 'priority-confirmed'::text, 'priority-declined'::text, 'dossier-linked'::text]))),
  constraint desk_ticket_acts_office_province_ticket_id_fkey FOREIGN KEY (office_province, ticket_id) REFERENCES public.desk_tickets(office_province, id),
  constraint desk_ticket_acts_pkey PRIMARY KEY (office_province, ticket_id, seq)
);

create table public.desk_tickets (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  day date not null,
  number text not null,
  service text not null,
  channel text not null,
  token_hash bytea not null,
  holder bytea,
  priority text,
  declared text,
  ahead_from timestamp with time zone,
  state text not null,
  counter_id uuid,
  lane text,
  booking_id uuid,
  dossier_code text,
  issued_at timestamp with time zone not null,
  called_at timestamp with time zone,
  last_call_at timestamp with time zone,
  calls integer not null default 0,
  serving_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint desk_tickets_channel_check CHECK ((channel = ANY (ARRAY['kiosk'::text, 'phone'::text, 'desk'::text, 'booking'::text]))),
  constraint desk_tickets_check CHECK (((priority IS NULL) OR (ahead_from IS NOT NULL))),
  constraint desk_tickets_check1 CHECK (((state <> ALL (ARRAY['called'::text, 'serving'::text])) OR (counter_id IS NOT NULL))),
  constraint desk_tickets_check2 CHECK (((state = ANY (ARRAY['served'::text, 'no-show'::text, 'left'::text])) = (ended_at IS NOT NULL))),
  constraint desk_tickets_lane_check CHECK ((lane = ANY (ARRAY['ahead'::text, 'ordinary'::text]))),
  constraint desk_tickets_office_province_booking_id_fkey FOREIGN KEY (office_province, booking_id) REFERENCES public.desk_bookings(office_province, id),
  constraint desk_tickets_office_province_counter_id_fkey FOREIGN KEY (office_province, counter_id) REFERENCES public.desk_counters(office_province, id),
  constraint desk_tickets_pkey PRIMARY KEY (office_province, id),
  constraint desk_tickets_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'served'::text, 'no-show'::text, 'left'::text]))),
  constraint desk_tickets_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.disposal_decisions (
  office_province text not null,
  list_id uuid not null,
  proposed_by uuid not null,
  outcome text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  words text not null,
  constraint disposal_by_two CHECK ((by_account <> proposed_by)),
  constraint disposal_decisions_office_province_list_id_fkey FOREIGN KEY (office_province, list_id) REFERENCES public.disposal_lists(office_province, id),
  constraint disposal_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text]))),
  constraint disposal_decisions_pkey PRIMARY KEY (office_province, list_id)
);

create table public.disposal_lists (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  items jsonb not null,
  constraint disposal_lists_pkey PRIMARY KEY (office_province, id),
  constraint disposal_lists_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.disposed_files (
  office_province text not null,
  list_id uuid not null,
  sha256 text not null,
  at timestamp with time zone not null,
  constraint disposed_files_office_province_list_id_fkey FOREIGN KEY (office_province, list_id) REFERENCES public.disposal_lists(office_province, id),
  constraint disposed_files_pkey PRIMARY KEY (office_province, list_id, sha256)
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

create table public.dossier_remarks (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  unit_id text not null,
  by_account uuid not null,
  by_name text not null,
  body text not null,
  constraint dossier_remarks_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 2000))),
  constraint dossier_remarks_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id),
  constraint dossier_remarks_pkey PRIMARY KEY (office_province, dossier_id, id)
);

create table public.dossier_word_readings (
  office_province text not null,
  dossier_id uuid not null,
  word_id uuid not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  constraint dossier_word_readings_office_province_dossier_id_word_id_fkey FOREIGN KEY (office_province, dossier_id, word_id) REFERENCES public.dossier_words(office_province, dossier_id, id),
  constraint dossier_word_readings_pkey PRIMARY KEY (office_province, dossier_id, word_id)
);

create table public.dossier_words (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  side text not null,
  by_account uuid not null,
  by_name text not null,
  unit_id text not null,
  body text not null,
  constraint dossier_words_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 2000))),
  constraint dossier_words_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id),
  constraint dossier_words_pkey PRIMARY KEY (office_province, dossier_id, id),
  constraint dossier_words_side_check CHECK ((side = ANY (ARRAY['citizen'::text, 'officer'::text])))
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
  ended_at timestamp with time zone,
  supplements integer not null default 0,
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

create table public.fee_waivers (
  office_province text not null,
  id uuid not null,
  debt_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  unit_id text not null,
  fee_title text not null,
  ground text not null,
  amount_dong bigint not null,
  evidence text not null,
  reason text not null,
  automatic boolean not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_number text,
  asked_at timestamp with time zone not null,
  outcome text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text not null default ''::text,
  constraint fee_waivers_amount_dong_check CHECK ((amount_dong > 0)),
  constraint fee_waivers_check CHECK ((((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (decided_by IS NULL)))),
  constraint fee_waivers_check1 CHECK ((automatic OR (decided_by IS DISTINCT FROM asked_by))),
  constraint fee_waivers_office_province_debt_id_fkey FOREIGN KEY (office_province, debt_id) REFERENCES public.debts(office_province, id),
  constraint fee_waivers_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint fee_waivers_pkey PRIMARY KEY (office_province, id)
);

create table public.files (
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  created_at timestamp with time zone not null default now(),
  constraint files_pkey PRIMARY KEY (sha256)
);

create table public.generations (
  seed integer not null,
  households integer not null default 0,
  people integer not null default 0,
  constraint generations_pkey PRIMARY KEY (seed)
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

create table public.import_rejects (
  import_id uuid not null,
  line integer not null,
  at integer not null,
  column_name text,
  reason jsonb not null,
  constraint import_rejects_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.imports(id),
  constraint import_rejects_pkey PRIMARY KEY (import_id, line, at)
);

create table public.imports (
  id uuid not null,
  kind text not null,
  sha256 text not null,
  file_name text not null,
  rows_done integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (id)
);

create table public.indexes_set_aside (
  name text not null,
  definition text not null,
  constraint indexes_set_aside_pkey PRIMARY KEY (name)
);

create table public.installation (
  only_one boolean not null default true,
  kind text not null,
  since timestamp with time zone not null default now(),
  constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demo'::text, 'real'::text]))),
  constraint installation_only_one_check CHECK (only_one),
  constraint installation_pkey PRIMARY KEY (only_one)
);

create table public.law_acts (
  seq integer not null,
  id uuid not null,
  proposal_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint law_acts_id_key UNIQUE (id),
  constraint law_acts_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'withdrawn'::text, 'returned'::text, 'published'::text]))),
  constraint law_acts_pkey PRIMARY KEY (seq)
);

create table public.law_drafts (
  id uuid not null,
  author_account uuid not null,
  content jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint law_drafts_pkey PRIMARY KEY (id)
);

create table public.log_checkpoints (
  tree_size bigint not null,
  root bytea not null,
  signed_at timestamp with time zone not null,
  verifier_key text not null,
  note text not null,
  constraint log_checkpoints_pkey PRIMARY KEY (tree_size),
  constraint log_checkpoints_root_check CHECK ((octet_length(root) = 32))
);

create table public.log_leaves (
  leaf_index bigint not null,
  kind text not null,
  office_province text not null,
  entry_id uuid not null,
  salt bytea not null,
  leaf_hash bytea not null,
  constraint log_leaves_entry_id_kind_key UNIQUE (entry_id, kind),
  constraint log_leaves_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  constraint log_leaves_pkey PRIMARY KEY (leaf_index),
  constraint log_leaves_salt_check CHECK ((octet_length(salt) = 16))
);

create table public.log_nodes (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null,
  constraint log_nodes_hash_check CHECK ((octet_length(hash) = 32)),
  constraint log_nodes_level_check CHECK (((level >= 1) AND (level <= 7))),
  constraint log_nodes_pkey PRIMARY KEY (level, node_index)
);

create table public.log_waiting (
  office_province text not null,
  id uuid not null,
  kind text not null,
  entries uuid[] not null,
  salts bytea not null,
  digests bytea not null,
  constraint log_waiting_check CHECK ((octet_length(salts) = (16 * cardinality(entries)))),
  constraint log_waiting_check1 CHECK ((octet_length(digests) = (32 * cardinality(entries)))),
  constraint log_waiting_entries_check CHECK ((cardinality(entries) > 0)),
  constraint log_waiting_kind_check CHECK ((kind = ANY (ARRAY['act'::text, 'access'::text, 'law'::text]))),
  constraint log_waiting_pkey PRIMARY KEY (office_province, id)
);

create table public.logout_orders_seen (
  issuer text not null,
  token_id text not null,
  good_until timestamp with time zone not null,
  constraint logout_orders_seen_pkey PRIMARY KEY (issuer, token_id)
);

create table public.look_answers (
  office_province text not null,
  question_id uuid not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  by_post uuid,
  answer text not null,
  constraint look_answers_office_province_question_id_fkey FOREIGN KEY (office_province, question_id) REFERENCES public.look_questions(office_province, id),
  constraint look_answers_pkey PRIMARY KEY (office_province, question_id)
);

create table public.look_questions (
  office_province text not null,
  id uuid not null,
  look_id uuid not null,
  subject_number text not null,
  asked_by uuid not null,
  asker_name text not null,
  unit_id text not null,
  question text not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint look_questions_office_province_look_id_fkey FOREIGN KEY (office_province, look_id) REFERENCES public.access_log(office_province, id),
  constraint look_questions_pkey PRIMARY KEY (office_province, id),
  constraint look_questions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
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

create table public.message_nonces (
  key_id text not null,
  nonce text not null,
  stale_at timestamp with time zone not null,
  constraint message_nonces_pkey PRIMARY KEY (key_id, nonce)
);

create table public.message_steps (
  recipient text not null,
  id uuid not null,
  message_id uuid not null,
  office_province text not null,
  dossier_id uuid not null,
  n integer not null,
  at timestamp with time zone not null,
  rung text not null,
  event text not null,
  attempt integer not null,
  proof text,
  by_account uuid,
  by_name text,
  constraint message_steps_pkey PRIMARY KEY (recipient, id),
  constraint message_steps_recipient_message_id_fkey FOREIGN KEY (recipient, message_id) REFERENCES public.messages(recipient, id),
  constraint message_steps_recipient_message_id_rung_event_attempt_key UNIQUE (recipient, message_id, rung, event, attempt)
);

create table public.messages (
  recipient text not null,
  id uuid not null,
  office_province text not null,
  dossier_id uuid not null,
  dossier_code text not null,
  procedure_key text not null,
  source_id uuid not null,
  kind text not null,
  weight text not null,
  unit_id text not null,
  unit_name text not null,
  officer_name text,
  at timestamp with time zone not null,
  content jsonb not null,
  rung text not null,
  phase text not null,
  next_at timestamp with time zone,
  taken_until timestamp with time zone,
  attempts integer not null default 0,
  read_at timestamp with time zone,
  finished_at timestamp with time zone,
  finished_as text,
  constraint messages_check CHECK (((finished_at IS NULL) = (finished_as IS NULL))),
  constraint messages_check1 CHECK (((finished_at IS NULL) = (phase <> 'done'::text))),
  constraint messages_finished_as_check CHECK ((finished_as = ANY (ARRAY['told'::text, 'read'::text, 'answered'::text, 'reached'::text, 'all-tried'::text]))),
  constraint messages_phase_check CHECK ((phase = ANY (ARRAY['todo'::text, 'sending'::text, 'listed'::text, 'waiting'::text, 'done'::text]))),
  constraint messages_pkey PRIMARY KEY (recipient, id),
  constraint messages_recipient_source_id_key UNIQUE (recipient, source_id),
  constraint messages_rung_check CHECK ((rung = ANY (ARRAY['portal'::text, 'email'::text, 'sms'::text, 'letter'::text, 'call'::text]))),
  constraint messages_weight_check CHECK ((weight = ANY (ARRAY['answer'::text, 'tell'::text, 'note'::text])))
);

create table public.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table public.money_movements (
  office_province text not null,
  id uuid not null,
  kind text not null,
  source text not null,
  debit text not null,
  credit text not null,
  amount_dong bigint not null,
  unit_id text not null,
  book_day date not null,
  at timestamp with time zone not null,
  debt_id uuid,
  fee_key text,
  dossier_code text,
  notice_id uuid,
  receipt_id uuid,
  refund_id uuid,
  drawer uuid,
  by_account uuid not null,
  by_name text not null,
  constraint money_movements_amount_dong_check CHECK ((amount_dong > 0)),
  constraint money_movements_check CHECK ((debit <> credit)),
  constraint money_movements_check1 CHECK (((drawer IS NOT NULL) = ((debit = 'received-cash'::text) OR (credit = 'received-cash'::text)))),
  constraint money_movements_credit_check CHECK ((credit = ANY (ARRAY['owed'::text, 'levied'::text, 'received-bank'::text, 'received-cash'::text, 'unmatched'::text, 'exempted'::text, 'refunded'::text, 'refund-due'::text, 'treasury'::text, 'difference'::text]))),
  constraint money_movements_debit_check CHECK ((debit = ANY (ARRAY['owed'::text, 'levied'::text, 'received-bank'::text, 'received-cash'::text, 'unmatched'::text, 'exempted'::text, 'refunded'::text, 'refund-due'::text, 'treasury'::text, 'difference'::text]))),
  constraint money_movements_office_province_kind_source_key UNIQUE (office_province, kind, source),
  constraint money_movements_pkey PRIMARY KEY (office_province, id)
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

create table public.notice_templates (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  kind text not null,
  procedure_key text,
  title text not null,
  body text not null,
  basis text,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  created_by_name text not null,
  ended_at timestamp with time zone,
  ended_by_name text,
  constraint notice_templates_basis_check CHECK (((char_length(basis) >= 1) AND (char_length(basis) <= 500))),
  constraint notice_templates_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 2000))),
  constraint notice_templates_check CHECK (((ended_at IS NULL) = (ended_by_name IS NULL))),
  constraint notice_templates_kind_check CHECK ((kind = ANY (ARRAY['supplement'::text, 'refusal'::text, 'stop'::text, 'apology'::text]))),
  constraint notice_templates_pkey PRIMARY KEY (office_province, id),
  constraint notice_templates_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 120))),
  constraint notice_templates_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.organisation_versions (
  code text not null,
  id uuid not null,
  valid_from date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null,
  source text not null,
  data jsonb not null,
  constraint organisation_versions_pkey PRIMARY KEY (code, id)
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
  short_name text,
  founded_on date,
  closed_on date,
  valid_from date not null default '-infinity'::date,
  recorded_at timestamp with time zone not null default now(),
  source text not null default 'import'::text,
  constraint organisations_pkey PRIMARY KEY (code)
);

create table public.outages (
  id uuid not null,
  kind text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  what_vi text not null,
  what_en text not null,
  decision text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  constraint outages_check CHECK ((until_at > from_at)),
  constraint outages_check1 CHECK (((kind = 'fault'::text) OR (until_at IS NOT NULL))),
  constraint outages_check2 CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL))),
  constraint outages_kind_check CHECK ((kind = ANY (ARRAY['planned'::text, 'fault'::text]))),
  constraint outages_pkey PRIMARY KEY (id)
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
  constraint payments_office_province_bank_transaction_debt_id_key UNIQUE (office_province, bank_transaction, debt_id),
  constraint payments_office_province_debt_id_fkey FOREIGN KEY (office_province, debt_id) REFERENCES public.debts(office_province, id),
  constraint payments_office_province_receipt_number_key UNIQUE (office_province, receipt_number),
  constraint payments_pkey PRIMARY KEY (office_province, id)
);

create table public.person_addresses (
  number text not null,
  kind text not null,
  valid_from date not null,
  valid_until date,
  commune_code text not null,
  line text not null,
  recorded_at timestamp with time zone not null,
  source text not null,
  constraint person_addresses_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint person_addresses_kind_check CHECK ((kind = ANY (ARRAY['permanent'::text, 'temporary'::text, 'current'::text]))),
  constraint person_addresses_pkey PRIMARY KEY (number, kind, valid_from)
);

create table public.person_documents (
  number text not null,
  kind text not null,
  document_number text not null,
  issued_on date,
  issued_by text,
  expires_on date,
  recorded_at timestamp with time zone not null,
  source text not null,
  constraint person_documents_kind_check CHECK ((kind = ANY (ARRAY['cmnd9'::text, 'cmnd12'::text, 'cccd'::text, 'cccd-chip'::text, 'can-cuoc'::text, 'passport'::text, 'residence-card'::text, 'cancelled-number'::text]))),
  constraint person_documents_pkey PRIMARY KEY (number, kind, document_number)
);

create table public.person_relations (
  number text not null,
  kind text not null,
  related text not null,
  related_name text not null,
  related_nationality text,
  valid_from date not null default '-infinity'::date,
  valid_until date,
  recorded_at timestamp with time zone not null,
  source text not null,
  constraint person_relations_kind_check CHECK ((kind = ANY (ARRAY['father'::text, 'mother'::text, 'spouse'::text, 'representative'::text]))),
  constraint person_relations_pkey PRIMARY KEY (number, kind, related, valid_from)
);

create table public.person_versions (
  number text not null,
  id uuid not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null,
  source text not null,
  household_id uuid,
  data jsonb not null,
  constraint person_versions_pkey PRIMARY KEY (number, id)
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
  name_key text not null default ''::text,
  other_names text,
  birth_place text,
  birth_registration_place text,
  origin text,
  religion text,
  blood_group text,
  marital_status text,
  household_since date,
  residence_file text,
  died_on text,
  missing_since date,
  absence_from date,
  absence_until date,
  other jsonb,
  valid_from date not null default '-infinity'::date,
  recorded_at timestamp with time zone not null default now(),
  source text not null default 'import'::text,
  constraint persons_blood_group_check CHECK ((blood_group = ANY (ARRAY['A'::text, 'B'::text, 'AB'::text, 'O'::text]))),
  constraint persons_marital_status_check CHECK ((marital_status = ANY (ARRAY['single'::text, 'married'::text, 'divorced'::text, 'widowed'::text]))),
  constraint persons_number_check CHECK ((number ~ '^[0-9]{12}$'::text)),
  constraint persons_pkey PRIMARY KEY (number),
  constraint persons_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])))
);

create table public.portal_announcements (
  office_province text not null,
  dossier_id uuid not null,
  seq integer not null,
  code integer not null,
  at timestamp with time zone not null,
  outcome text not null,
  constraint portal_announcements_code_check CHECK (((code >= 1) AND (code <= 10))),
  constraint portal_announcements_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint portal_announcements_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'failed'::text]))),
  constraint portal_announcements_pkey PRIMARY KEY (office_province, dossier_id, seq, code, at)
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

create table public.receipt_books (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  series text not null,
  from_number integer not null,
  to_number integer not null,
  next_number integer not null,
  holder uuid not null,
  holder_name text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint receipt_books_check CHECK ((to_number >= from_number)),
  constraint receipt_books_check1 CHECK (((next_number >= from_number) AND (next_number <= (to_number + 1)))),
  constraint receipt_books_from_number_check CHECK ((from_number > 0)),
  constraint receipt_books_pkey PRIMARY KEY (office_province, id),
  constraint receipt_books_series_check CHECK ((series ~ '^[A-Z0-9/-]{2,20}$'::text))
);

create table public.reference_versions (
  name text not null,
  hash text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint reference_versions_pkey PRIMARY KEY (name)
);

create table public.refunds (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  debt_id uuid,
  notice_province text,
  notice_id uuid,
  dossier_code text,
  fee_key text,
  amount_dong bigint not null,
  reason text not null,
  payee_name text not null,
  way text not null,
  payee_bin text not null default ''::text,
  payee_account text not null default ''::text,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_number text,
  asked_at timestamp with time zone not null,
  outcome text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text not null default ''::text,
  sent_at timestamp with time zone,
  paid_at timestamp with time zone,
  paid_by uuid,
  paid_by_name text,
  proof text,
  constraint refunds_amount_dong_check CHECK ((amount_dong > 0)),
  constraint refunds_check CHECK (((debt_id IS NULL) <> (notice_id IS NULL))),
  constraint refunds_check1 CHECK ((((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (decided_by IS NULL)))),
  constraint refunds_check2 CHECK ((decided_by IS DISTINCT FROM asked_by)),
  constraint refunds_check3 CHECK (((paid_at IS NULL) OR (outcome = 'approved'::text))),
  constraint refunds_check4 CHECK (((paid_at IS NULL) = (proof IS NULL))),
  constraint refunds_check5 CHECK (((way = 'cash'::text) OR ((payee_bin ~ '^[0-9]{6}$'::text) AND (payee_account ~ '^[0-9A-Za-z]{1,19}$'::text)))),
  constraint refunds_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text]))),
  constraint refunds_pkey PRIMARY KEY (office_province, id),
  constraint refunds_way_check CHECK ((way = ANY (ARRAY['bank'::text, 'cash'::text])))
);

create table public.register_names (
  name_key text not null,
  words text[] not null,
  constraint register_names_pkey PRIMARY KEY (name_key)
);

create table public.register_prints (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  from_day date not null,
  until_day date not null,
  dossiers integer not null,
  file_sha256 text not null,
  signed_by text[] not null,
  printed_by uuid not null,
  printed_by_name text not null,
  printed_at timestamp with time zone not null,
  constraint register_prints_check CHECK ((from_day <= until_day)),
  constraint register_prints_pkey PRIMARY KEY (office_province, id),
  constraint register_prints_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);

create table public.register_words (
  slip text not null,
  word text not null,
  constraint register_words_pkey PRIMARY KEY (slip, word)
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

create table public.score_entries (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  card text not null,
  item text not null,
  from_day date not null,
  until_day date not null,
  points numeric(4,1) not null,
  reason text not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamp with time zone not null,
  constraint score_entries_card_check CHECK ((card = ANY (ARRAY['score-card'::text, 'service-index'::text]))),
  constraint score_entries_check CHECK ((from_day <= until_day)),
  constraint score_entries_pkey PRIMARY KEY (office_province, id),
  constraint score_entries_points_check CHECK (((points >= (0)::numeric) AND (points <= (100)::numeric))),
  constraint score_entries_reason_check CHECK ((reason <> ''::text)),
  constraint score_entries_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
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
  device text,
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id),
  constraint sessions_act_for_one CHECK (((acting_for IS NULL) OR (acting_for_person IS NULL))),
  constraint sessions_device_check CHECK ((length(device) <= 60)),
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

create table public.signature_reports (
  file_sha256 text not null,
  checked_at timestamp with time zone not null,
  report jsonb not null,
  constraint signature_reports_file_sha256_fkey FOREIGN KEY (file_sha256) REFERENCES public.files(sha256) ON DELETE CASCADE,
  constraint signature_reports_pkey PRIMARY KEY (file_sha256)
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

create table public.treasury_handovers (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  way text not null,
  drawer uuid,
  amount_dong bigint not null,
  slip text not null,
  book_day date not null,
  at timestamp with time zone not null,
  by_account uuid not null,
  by_name text not null,
  constraint treasury_handovers_amount_dong_check CHECK ((amount_dong > 0)),
  constraint treasury_handovers_check CHECK (((drawer IS NOT NULL) = (way = 'cash'::text))),
  constraint treasury_handovers_office_province_slip_key UNIQUE (office_province, slip),
  constraint treasury_handovers_pkey PRIMARY KEY (office_province, id),
  constraint treasury_handovers_way_check CHECK ((way = ANY (ARRAY['cash'::text, 'bank'::text])))
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

create table public.verification_tries (
  person_number text not null,
  on_day date not null,
  asked_by text not null,
  tries integer not null,
  constraint verification_tries_pkey PRIMARY KEY (person_number, on_day, asked_by)
);

create table public.verifications (
  office_province text not null,
  id uuid not null,
  asked_by text not null,
  dossier_id uuid,
  dossier_code text,
  answers_seq integer,
  place text,
  request_key text,
  request_hash bytea,
  procedure_code text not null,
  purpose text not null,
  ground text,
  fields text[] not null,
  state text not null default 'waiting'::text,
  number_answer text,
  name_answer text,
  birth_date_answer text,
  sex_answer text,
  living boolean,
  reason text,
  attempts integer not null default 0,
  failure text,
  created_at timestamp with time zone not null,
  next_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint verifications_birth_date_answer_check CHECK ((birth_date_answer = ANY (ARRAY['match'::text, 'no-match'::text, 'partial-match'::text, 'absent'::text]))),
  constraint verifications_check CHECK (((state <> 'answered'::text) OR ((number_answer IS NOT NULL) AND (living IS NOT NULL) AND (answered_at IS NOT NULL)))),
  constraint verifications_name_answer_check CHECK ((name_answer = ANY (ARRAY['match'::text, 'no-match'::text, 'partial-match'::text, 'absent'::text]))),
  constraint verifications_number_answer_check CHECK ((number_answer = ANY (ARRAY['match'::text, 'absent'::text]))),
  constraint verifications_office_province_asked_by_request_key_key UNIQUE (office_province, asked_by, request_key),
  constraint verifications_office_province_dossier_id_answers_seq_place_key UNIQUE (office_province, dossier_id, answers_seq, place),
  constraint verifications_office_province_dossier_id_fkey FOREIGN KEY (office_province, dossier_id) REFERENCES public.dossiers(office_province, id) DEFERRABLE INITIALLY DEFERRED,
  constraint verifications_pkey PRIMARY KEY (office_province, id),
  constraint verifications_reason_check CHECK ((reason = ANY (ARRAY['no-person'::text, 'empty-name'::text, 'not-existing'::text]))),
  constraint verifications_sex_answer_check CHECK ((sex_answer = ANY (ARRAY['match'::text, 'no-match'::text, 'partial-match'::text, 'absent'::text]))),
  constraint verifications_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'refused'::text])))
);

create table public.work_elsewhere (
  unit_id text not null,
  office_province text not null,
  constraint work_elsewhere_pkey PRIMARY KEY (unit_id, office_province)
);

create table public.working_hours (
  id uuid not null,
  unit_id text not null,
  kind text not null,
  valid_from date not null,
  valid_until date,
  sessions jsonb not null,
  counts boolean not null default false,
  swapped_with date,
  decision text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint working_hours_check CHECK (((kind = 'swap'::text) = (swapped_with IS NOT NULL))),
  constraint working_hours_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint working_hours_kind_check CHECK ((kind = ANY (ARRAY['week'::text, 'saturday'::text, 'day'::text, 'swap'::text]))),
  constraint working_hours_pkey PRIMARY KEY (id),
  constraint working_hours_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id)
);


create view public.ledger_lines as
 SELECT money_movements.office_province,
    money_movements.id AS posting,
    money_movements.debit AS account,
    money_movements.amount_dong,
    money_movements.kind,
    money_movements.unit_id,
    money_movements.book_day,
    money_movements.debt_id,
    money_movements.fee_key,
    money_movements.notice_id,
    money_movements.drawer
   FROM public.money_movements
UNION ALL
 SELECT money_movements.office_province,
    money_movements.id AS posting,
    money_movements.credit AS account,
    (- money_movements.amount_dong) AS amount_dong,
    money_movements.kind,
    money_movements.unit_id,
    money_movements.book_day,
    money_movements.debt_id,
    money_movements.fee_key,
    money_movements.notice_id,
    money_movements.drawer
   FROM public.money_movements;


CREATE INDEX access_log_by_subject ON public.access_log USING btree (subject_number, at);
CREATE INDEX access_log_sealed ON public.access_log USING btree (office_province, actor_unit, at) WHERE (sealed_until IS NOT NULL);
CREATE INDEX api_tokens_by_account ON public.api_tokens USING btree (account_id);
CREATE INDEX bank_notices_by_received ON public.bank_notices USING btree (office_province, received_at DESC);
CREATE INDEX bank_notices_by_transaction ON public.bank_notices USING btree (bank_transaction);
CREATE INDEX bank_notices_by_unit ON public.bank_notices USING btree (office_province, unit_id, received_at DESC);
CREATE INDEX bank_statement_lines_waiting ON public.bank_statement_lines USING btree (office_province, statement_id, line) WHERE (outcome IS NULL);
CREATE INDEX breaches_by_unit ON public.breaches USING btree (office_province, unit_id, detected_at);
CREATE INDEX cash_receipts_by_day ON public.cash_receipts USING btree (office_province, taken_by, book_day);
CREATE UNIQUE INDEX cash_receipts_living ON public.cash_receipts USING btree (office_province, debt_id) WHERE (cancelled_at IS NULL);
CREATE INDEX communes_by_province ON public.communes USING btree (province_code);
CREATE INDEX cooperations_of_asking_unit ON public.cooperations USING btree (asking_unit, asked_at DESC);
CREATE INDEX cooperations_of_dossier ON public.cooperations USING btree (office_province, dossier_id);
CREATE INDEX cooperations_open_of_unit ON public.cooperations USING btree (unit_id, due_at) WHERE (answered_at IS NULL);
CREATE INDEX cooperations_unreported ON public.cooperations USING btree (due_at) WHERE ((answered_at IS NULL) AND (reported_at IS NULL));
CREATE INDEX data_requests_by_subject ON public.data_requests USING btree (subject_number, at);
CREATE INDEX data_requests_by_unit ON public.data_requests USING btree (office_province, unit_id, answer_due_at);
CREATE INDEX debts_by_dossier ON public.debts USING btree (office_province, dossier_id);
CREATE INDEX debts_by_reference ON public.debts USING btree (reference);
CREATE INDEX debts_open_by_asked ON public.debts USING btree (COALESCE(asked_at, created_at)) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX debts_open_by_head ON public.debts USING btree (office_province, substr(reference, 5, 7)) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX debts_open_by_rest ON public.debts USING btree (office_province, (((amount_dong - paid_dong) - waived_dong))) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX debts_open_by_tail ON public.debts USING btree (office_province, "right"(reference, 7)) WHERE ((paid_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX delegations_of_post ON public.delegations USING btree (post_id, valid_until);
CREATE INDEX delegations_to ON public.delegations USING btree (to_account, valid_until);
CREATE INDEX desk_bookings_by_account ON public.desk_bookings USING btree (account_id, booked_at) WHERE (account_id IS NOT NULL);
CREATE INDEX desk_bookings_by_session ON public.desk_bookings USING btree (office_province, session_id, minute);
CREATE UNIQUE INDEX desk_bookings_one_live ON public.desk_bookings USING btree (office_province, session_id, procedure_key, person_key) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX desk_bookings_token ON public.desk_bookings USING btree (office_province, token_hash);
CREATE UNIQUE INDEX desk_counters_number ON public.desk_counters USING btree (office_province, unit_id, number) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX desk_counters_officer ON public.desk_counters USING btree (office_province, opened_by) WHERE (opened_by IS NOT NULL);
CREATE INDEX desk_envelopes_of_unit ON public.desk_envelopes USING btree (office_province, unit_id, registered_at DESC);
CREATE INDEX desk_sessions_by_day ON public.desk_sessions USING btree (day) WHERE (ended_at IS NULL);
CREATE INDEX desk_sessions_by_unit ON public.desk_sessions USING btree (office_province, unit_id, day);
CREATE UNIQUE INDEX desk_tickets_number ON public.desk_tickets USING btree (office_province, unit_id, day, number);
CREATE UNIQUE INDEX desk_tickets_one_at_counter ON public.desk_tickets USING btree (office_province, counter_id) WHERE (state = ANY (ARRAY['called'::text, 'serving'::text]));
CREATE UNIQUE INDEX desk_tickets_one_booking ON public.desk_tickets USING btree (office_province, booking_id) WHERE (booking_id IS NOT NULL);
CREATE UNIQUE INDEX desk_tickets_one_holder ON public.desk_tickets USING btree (office_province, unit_id, day, holder) WHERE ((holder IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text])));
CREATE UNIQUE INDEX desk_tickets_token ON public.desk_tickets USING btree (office_province, token_hash);
CREATE INDEX desk_tickets_waiting ON public.desk_tickets USING btree (office_province, unit_id, day, issued_at) WHERE (state = 'waiting'::text);
CREATE INDEX dossiers_by_code ON public.dossiers USING btree (code);
CREATE INDEX dossiers_by_code_end ON public.dossiers USING btree (unit_id, reverse(code) text_pattern_ops);
CREATE INDEX dossiers_by_end ON public.dossiers USING btree (unit_id, ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX dossiers_by_filer ON public.dossiers USING btree (filer_account, filed_at DESC);
CREATE INDEX dossiers_by_owner ON public.dossiers USING btree (owner_number, filed_at DESC);
CREATE INDEX dossiers_by_unit ON public.dossiers USING btree (unit_id, filed_at DESC);
CREATE INDEX dossiers_by_words ON public.dossiers USING gin (string_to_array(((unit_id || ':'::text) || replace(owner_search, ' '::text, ((' '::text || unit_id) || ':'::text))), ' '::text));
CREATE INDEX dossiers_open_by_due ON public.dossiers USING btree (unit_id, due_at, filed_at) WHERE (closed_at IS NULL);
CREATE INDEX dwellings_by_owner ON public.dwellings USING btree (owner_number);
CREATE INDEX fee_waivers_by_debt ON public.fee_waivers USING btree (office_province, debt_id);
CREATE UNIQUE INDEX fee_waivers_waiting ON public.fee_waivers USING btree (office_province, debt_id) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX imports_by_file ON public.imports USING btree (kind, sha256);
CREATE INDEX law_acts_by_proposal ON public.law_acts USING btree (proposal_id, seq);
CREATE INDEX law_drafts_by_author ON public.law_drafts USING btree (author_account, updated_at DESC);
CREATE INDEX look_questions_by_subject ON public.look_questions USING btree (subject_number, at);
CREATE INDEX look_questions_by_unit ON public.look_questions USING btree (office_province, unit_id, due_at);
CREATE UNIQUE INDEX look_questions_once ON public.look_questions USING btree (office_province, look_id, subject_number);
CREATE INDEX mandates_by_representative ON public.mandates USING btree (representative_number);
CREATE INDEX mandates_waiting ON public.mandates USING btree (unit_id, asked_at) WHERE (outcome IS NULL);
CREATE INDEX message_nonces_by_age ON public.message_nonces USING btree (stale_at);
CREATE INDEX messages_by_id ON public.messages USING btree (id);
CREATE INDEX messages_due ON public.messages USING btree (next_at) WHERE ((finished_at IS NULL) AND (next_at IS NOT NULL));
CREATE INDEX messages_newest ON public.messages USING btree (recipient, at DESC);
CREATE INDEX messages_of_dossier ON public.messages USING btree (office_province, dossier_id);
CREATE INDEX messages_unread ON public.messages USING btree (recipient) WHERE (read_at IS NULL);
CREATE INDEX messages_waiting_for_office ON public.messages USING btree (office_province, unit_id, rung) WHERE ((finished_at IS NULL) AND (phase = 'listed'::text));
CREATE INDEX money_movements_by_day ON public.money_movements USING btree (office_province, unit_id, book_day);
CREATE INDEX money_movements_by_debt ON public.money_movements USING btree (office_province, debt_id) WHERE (debt_id IS NOT NULL);
CREATE INDEX money_movements_by_drawer ON public.money_movements USING btree (office_province, drawer, book_day) WHERE (drawer IS NOT NULL);
CREATE INDEX money_movements_by_notice ON public.money_movements USING btree (notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX notice_templates_of_unit ON public.notice_templates USING btree (unit_id, kind) WHERE (ended_at IS NULL);
CREATE INDEX outages_by_time ON public.outages USING btree (from_at);
CREATE INDEX parked_answers_by_age ON public.parked_answers USING btree (created_at);
CREATE INDEX payments_by_debt ON public.payments USING btree (office_province, debt_id);
CREATE INDEX person_documents_by_number ON public.person_documents USING btree (document_number);
CREATE INDEX person_relations_by_related ON public.person_relations USING btree (related);
CREATE INDEX person_versions_by_household ON public.person_versions USING btree (household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX persons_by_birth ON public.persons USING btree (birth_year, search_key text_pattern_ops, birth_month, birth_day, number);
CREATE INDEX persons_by_commune ON public.persons USING btree (permanent_commune, search_key text_pattern_ops);
CREATE INDEX persons_by_household ON public.persons USING btree (household_id);
CREATE INDEX persons_by_name ON public.persons USING btree (search_key text_pattern_ops, name_key, birth_year, number);
CREATE INDEX posts_by_officer ON public.posts USING btree (officer_subject);
CREATE INDEX receipt_books_by_series ON public.receipt_books USING btree (office_province, series, from_number);
CREATE UNIQUE INDEX receipt_books_open ON public.receipt_books USING btree (office_province, unit_id, holder) WHERE (closed_at IS NULL);
CREATE INDEX refunds_by_debt ON public.refunds USING btree (office_province, debt_id) WHERE (debt_id IS NOT NULL);
CREATE INDEX refunds_by_notice ON public.refunds USING btree (notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX refunds_by_unit ON public.refunds USING btree (office_province, unit_id, asked_at DESC);
CREATE INDEX register_names_by_word ON public.register_names USING gin (words);
CREATE INDEX register_prints_of_unit ON public.register_prints USING btree (office_province, unit_id, printed_at DESC);
CREATE INDEX score_entries_of_unit ON public.score_entries USING btree (office_province, unit_id, card, from_day, until_day, entered_at DESC);
CREATE INDEX seals_by_organisation ON public.seals USING btree (organisation_code);
CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id);
CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sign_ins_by_age ON public.sign_ins_under_way USING btree (created_at);
CREATE INDEX stays_by_commune ON public.stays USING btree (office_province, commune_code, arrived_at DESC);
CREATE INDEX stays_by_document ON public.stays USING btree (document_number);
CREATE INDEX stays_by_dossier ON public.stays USING btree (office_province, dossier_id);
CREATE UNIQUE INDEX stays_once ON public.stays USING btree (office_province, host_key, document_number, arrived_at) WHERE (ended IS NULL);
CREATE INDEX temporary_residences_by_person ON public.temporary_residences USING btree (person_number);
CREATE INDEX units_by_commune ON public.units USING btree (commune_code) WHERE (commune_code IS NOT NULL);
CREATE INDEX units_by_province ON public.units USING btree (province_code, level);
CREATE INDEX verifications_due ON public.verifications USING btree (next_at) WHERE ((state = 'waiting'::text) AND (dossier_id IS NOT NULL));
CREATE INDEX working_hours_by_unit ON public.working_hours USING btree (unit_id, at);

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

CREATE OR REPLACE FUNCTION public.unit_dossiers_coded(unit text, code_end text)
 RETURNS TABLE(office_province text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select d.office_province, d.id from public.dossiers d
    where d.unit_id = unit and reverse(d.code) ~>=~ reverse(code_end) and reverse(d.code) ~<~ (reverse(code_end) || '~')
      and unit = any ((select current_setting('motcua.units', true))::text[])
  $function$;

CREATE OR REPLACE FUNCTION public.unit_dossiers_named(unit text, words text[])
 RETURNS TABLE(office_province text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select d.office_province, d.id from public.dossiers d
    where string_to_array(d.unit_id || ':' || replace(d.owner_search, ' ', ' ' || d.unit_id || ':'), ' ')
        @> (select array_agg(unit || ':' || word) from unnest(words) as word)
      and unit = any ((select current_setting('motcua.units', true))::text[])
  $function$;


alter table public.acts enable row level security;
create policy acts_in_scope on public.acts as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = acts.office_province) AND (d.id = acts.dossier_id)))))) with check (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT
   FROM public.dossiers d
  WHERE ((d.office_province = acts.office_province) AND (d.id = acts.dossier_id) AND ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) <> 'officer'::text) OR (d.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))))))));
alter table public.bank_notices enable row level security;
create policy bank_notices_in_scope on public.bank_notices as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.bank_statement_lines enable row level security;
create policy bank_statement_lines_in_scope on public.bank_statement_lines as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[]))));
alter table public.bank_statements enable row level security;
create policy bank_statements_in_scope on public.bank_statements as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[]))));
alter table public.cash_days enable row level security;
create policy cash_days_in_scope on public.cash_days as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.cash_receipts enable row level security;
create policy cash_receipts_in_scope on public.cash_receipts as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])) OR (EXISTS ( SELECT FROM public.debts d WHERE ((d.office_province = cash_receipts.office_province) AND (d.id = cash_receipts.debt_id))))));
alter table public.clock_warnings enable row level security;
create policy clock_warnings_in_scope on public.clock_warnings as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = clock_warnings.office_province) AND (d.id = clock_warnings.dossier_id))))));
alter table public.contact_confirmations enable row level security;
create policy contact_confirmations_in_scope on public.contact_confirmations as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (recipient = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[])))));
alter table public.contact_events enable row level security;
create policy contact_events_in_scope on public.contact_events as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (recipient = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[])))));
alter table public.contacts enable row level security;
create policy contacts_in_scope on public.contacts as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (recipient = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[])))));
alter table public.cooperations enable row level security;
create policy cooperations_in_scope on public.cooperations as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND ((unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])) OR (asking_unit = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))))));
alter table public.debts enable row level security;
create policy debts_in_scope on public.debts as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = debts.office_province) AND (d.id = debts.dossier_id)))))) with check (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT
   FROM public.dossiers d
  WHERE ((d.office_province = debts.office_province) AND (d.id = debts.dossier_id) AND ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) <> 'officer'::text) OR (d.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))))))));
alter table public.desk_bookings enable row level security;
create policy desk_bookings_in_scope on public.desk_bookings as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (((account_id)::text = ( SELECT current_setting('motcua.account'::text, true) AS current_setting)) OR (person_number = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[]))))));
alter table public.desk_counters enable row level security;
create policy desk_counters_kept on public.desk_counters as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))));
create policy desk_counters_seen on public.desk_counters as permissive for select to motcua_app using (true);
alter table public.desk_envelopes enable row level security;
create policy desk_envelopes_in_scope on public.desk_envelopes as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.desk_sessions enable row level security;
create policy desk_sessions_kept on public.desk_sessions as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))));
create policy desk_sessions_seen on public.desk_sessions as permissive for select to motcua_app using (true);
alter table public.desk_slots enable row level security;
create policy desk_slots_kept on public.desk_slots as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.desk_sessions s WHERE ((s.office_province = desk_slots.office_province) AND (s.id = desk_slots.session_id) AND (s.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))))));
create policy desk_slots_seen on public.desk_slots as permissive for select to motcua_app using (true);
alter table public.desk_ticket_acts enable row level security;
create policy desk_ticket_acts_in_scope on public.desk_ticket_acts as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.desk_tickets t WHERE ((t.office_province = desk_ticket_acts.office_province) AND (t.id = desk_ticket_acts.ticket_id))))));
alter table public.desk_tickets enable row level security;
create policy desk_tickets_in_scope on public.desk_tickets as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))));
alter table public.documents enable row level security;
create policy documents_in_scope on public.documents as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = documents.office_province) AND (d.id = documents.dossier_id)))))) with check (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT
   FROM public.dossiers d
  WHERE ((d.office_province = documents.office_province) AND (d.id = documents.dossier_id) AND ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) <> 'officer'::text) OR (d.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))))))));
alter table public.dossier_remarks enable row level security;
create policy dossier_remarks_in_scope on public.dossier_remarks as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])) AND (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = dossier_remarks.office_province) AND (d.id = dossier_remarks.dossier_id)))))));
alter table public.dossier_word_readings enable row level security;
create policy dossier_word_readings_in_scope on public.dossier_word_readings as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = dossier_word_readings.office_province) AND (d.id = dossier_word_readings.dossier_id))))));
alter table public.dossier_words enable row level security;
create policy dossier_words_in_scope on public.dossier_words as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = dossier_words.office_province) AND (d.id = dossier_words.dossier_id))))));
alter table public.dossiers enable row level security;
create policy dossiers_for_the_asked on public.dossiers as permissive for select to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND ((office_province, id) IN ( SELECT k.office_province, k.dossier_id FROM public.cooperations k WHERE ((k.answered_at IS NULL) AND (k.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))))));
create policy dossiers_in_scope on public.dossiers as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (((filer_account)::text = ( SELECT current_setting('motcua.account'::text, true) AS current_setting)) OR (owner_number = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[]))))));
alter table public.fee_waivers enable row level security;
create policy fee_waivers_in_scope on public.fee_waivers as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.debts d WHERE ((d.office_province = fee_waivers.office_province) AND (d.id = fee_waivers.debt_id))))));
alter table public.message_steps enable row level security;
create policy message_steps_in_scope on public.message_steps as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.messages m WHERE ((m.recipient = message_steps.recipient) AND (m.id = message_steps.message_id))))));
alter table public.messages enable row level security;
create policy messages_left on public.messages as permissive for insert to motcua_app using (true) with check (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT
   FROM public.dossiers d
  WHERE ((d.office_province = messages.office_province) AND (d.id = messages.dossier_id))))));
create policy messages_moved on public.messages as permissive for update to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (recipient = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[]))) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = messages.office_province) AND (d.id = messages.dossier_id))))));
create policy messages_seen on public.messages as permissive for select to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'person'::text) AND (recipient = ANY ((( SELECT current_setting('motcua.numbers'::text, true) AS current_setting))::text[]))) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = messages.office_province) AND (d.id = messages.dossier_id)))))));
alter table public.money_movements enable row level security;
create policy money_movements_in_scope on public.money_movements as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
create policy money_movements_of_own_debt on public.money_movements as permissive for insert to motcua_app using (true) with check ((EXISTS ( SELECT
   FROM public.debts d
  WHERE ((d.office_province = money_movements.office_province) AND (d.id = money_movements.debt_id)))));
alter table public.notes enable row level security;
create policy notes_in_scope on public.notes as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = notes.office_province) AND (d.id = notes.dossier_id)))))) with check (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT
   FROM public.dossiers d
  WHERE ((d.office_province = notes.office_province) AND (d.id = notes.dossier_id) AND ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) <> 'officer'::text) OR (d.unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))))))));
alter table public.notice_templates enable row level security;
create policy notice_templates_in_scope on public.notice_templates as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR ((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'officer'::text) AND (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[])))));
alter table public.payments enable row level security;
create policy payments_in_scope on public.payments as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.debts d WHERE ((d.office_province = payments.office_province) AND (d.id = payments.debt_id))))));
alter table public.portal_announcements enable row level security;
create policy portal_announcements_in_scope on public.portal_announcements as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = portal_announcements.office_province) AND (d.id = portal_announcements.dossier_id))))));
alter table public.receipt_books enable row level security;
create policy receipt_books_in_scope on public.receipt_books as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.refunds enable row level security;
create policy refunds_in_scope on public.refunds as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.register_prints enable row level security;
create policy register_prints_in_scope on public.register_prints as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.score_entries enable row level security;
create policy score_entries_in_scope on public.score_entries as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));
alter table public.stays enable row level security;
create policy stays_in_scope on public.stays as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (commune_code = ANY ((( SELECT current_setting('motcua.communes'::text, true) AS current_setting))::text[])) OR (office_province = ANY ((( SELECT current_setting('motcua.provinces'::text, true) AS current_setting))::text[])) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = stays.office_province) AND (d.id = stays.dossier_id))))));
alter table public.temporary_residences enable row level security;
create policy temporary_residences_in_scope on public.temporary_residences as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (commune_code = ANY ((( SELECT current_setting('motcua.communes'::text, true) AS current_setting))::text[])) OR (office_province = ANY ((( SELECT current_setting('motcua.provinces'::text, true) AS current_setting))::text[])) OR (EXISTS ( SELECT FROM public.dossiers d WHERE ((d.office_province = temporary_residences.office_province) AND (d.id = temporary_residences.dossier_id))))));
alter table public.treasury_handovers enable row level security;
create policy treasury_handovers_in_scope on public.treasury_handovers as permissive for all to motcua_app using (((( SELECT current_setting('motcua.as'::text, true) AS current_setting) = 'system'::text) OR (office_province = ANY ((( SELECT current_setting('motcua.treasuries'::text, true) AS current_setting))::text[])) OR (unit_id = ANY ((( SELECT current_setting('motcua.units'::text, true) AS current_setting))::text[]))));

comment on table public.access_disclosures is 'A sealed reading that was disclosed before its time. Insert and select only.';
comment on table public.access_log is 'Every read of personal data, written in the transaction of the read. The application may insert and select only.';
comment on column public.access_log.purpose is 'The purpose in the words of its day; purpose_key names it in the closed list.';
comment on column public.access_log.detail is 'The paper that was opened, or the written order of a sealed reading.';
comment on column public.access_log.sealed_until is 'Until then, or until a row in access_disclosures, the person sees only that the reading happened.';
comment on column public.access_log.commitment is 'SHA-256 over salt and content of a sealed reading: shown at once, it proves at the disclosure that nothing was changed.';
comment on table public.accounts is 'Who has signed in, as the provider vouched. kind is part of the key: one subject may be citizen here and officer there.';
comment on column public.accounts.disabled_at is 'Since when nobody is let in under this account, whatever the provider says (motcua account).';
comment on table public.acts is 'What was done, by whom, when, why. Hash-chained per dossier. The application may insert and select, never update or delete.';
comment on table public.agency_keys is 'Public keys of agencies (RFC 9421). id is the thumbprint (RFC 7638).';
comment on table public.api_tokens is 'Keys of machine clients: trusted fronts, hotels'' own software. A token may be revoked, never moved or revived.';
comment on table public.bank_notices is 'Each transfer the bank told us of, once, whatever became of it. Insert and select only.';
comment on column public.bank_notices.unit_id is 'The office whose debt the content names; empty where it names none.';
comment on column public.bank_notices.content is 'The content as it came, where the reference was read out of it.';
comment on table public.breach_steps is 'Measures and notices after a breach, a row a step. Insert and select only.';
comment on table public.breaches is 'A breach of personal data, as it was found. Insert and select only.';
comment on table public.cash_days is 'A day of a drawer as it was counted. Insert and select only: what comes later belongs to the next day.';
comment on table public.clock_warnings is 'Insert and select only; a term that begins anew warns anew.';
comment on table public.confirmations is 'Fresh sign-ins made to confirm these very acts, until the act takes them.';
comment on table public.connected_agencies is 'Who may verify persons by API, and which fields were granted. Written by the operator (motcua agency).';
comment on column public.connected_agencies.organisation_code is 'Access keys of this organisation''s accounts ask in the agency''s name.';
comment on table public.contact_confirmations is 'A link or code under way; only its hash is kept.';
comment on table public.contact_events is 'Who gave, confirmed and withdrew which way, and the sentence they agreed to. Insert and select only.';
comment on table public.contacts is 'Where a person wants to be told. Used only while it is chosen and, for e-mail and telephone, confirmed.';
comment on table public.data_request_steps is 'What was done about a request, a row a step; its state is derived from them. Insert and select only.';
comment on table public.data_requests is 'A person uses a right over their data. Insert and select only: what became of it stands in data_request_steps.';
comment on column public.debts.refund_due_at is 'Set when a fee that was paid is to be given back.';
comment on column public.debts.asked_at is 'When the bank was last asked for a transfer it may have failed to tell of.';
comment on column public.debts.unit_id is 'The office the money is owed to; moves with the dossier.';
comment on table public.delegations is 'Never deleted: whoever acted by delegation can be traced to it. Only its revocation is written later.';
comment on column public.desk_bookings.person_key is 'One person, one living booking a procedure and session: a hash of the personal number, else of the telephone number.';
comment on column public.desk_bookings.forgotten_at is 'When name, telephone and numbers were removed; what is left counts only.';
comment on column public.desk_counters.ahead_in_row is 'How many were called ahead one after another while somebody waited in the ordinary line.';
comment on table public.desk_envelopes is 'Never changed: what was handed over by the post, when, and who wrote it down.';
comment on table public.desk_secret_marks is 'That a dossier with a secret mark was turned away, by whom and when; nothing of its content or of who brought it.';
comment on table public.desk_ticket_acts is 'What became of a ticket, a row a step. Insert and select only.';
comment on column public.desk_tickets.holder is 'A hash of day and account, so that one phone holds one number at a time; tells nobody''s name.';
comment on column public.desk_tickets.ahead_from is 'From when the ticket may be called ahead of the ordinary line: its issue, its slot, or a hand-over.';
comment on table public.disposal_decisions is 'The decision of another officer than the one who proposed. Insert and select only.';
comment on table public.disposal_lists is 'Dossiers whose uploads may go, as one officer proposes. Insert and select only.';
comment on table public.disposed_files is 'Files whose bytes were removed by a decision; the chain of acts still names their hash. Insert and select only.';
comment on column public.documents.file_sha256 is 'Names a row of files, kept elsewhere on a cluster: the bytes are on the disk before this row is written.';
comment on table public.dossier_remarks is 'For officers of the unit alone; another office that is asked sees its own. Insert and select only.';
comment on table public.dossier_word_readings is 'When the other side first read a word. Insert and select only.';
comment on table public.dossier_words is 'What citizen and officers write to each other beside a dossier. Never an act: no clock stops for it. Insert and select only.';
comment on table public.dossiers is 'A projection of the acts, for lists; rebuilt and compared by a job. The truth is in acts.';
comment on column public.drafts.pending is 'Rows of a sheet that were read and wait for the sender to say what becomes of the wrong ones.';
comment on column public.drafts.ward_number is 'The minor or ward for whom it is written; null for the person''s own or an organisation''s.';
comment on table public.dwellings is 'What the dwelling and land databases answer: who owns which address. address_key is the search key of the line.';
comment on table public.enrolment_codes is 'One-time codes with which an officer without a key may add one: issued by a second person or by the operator, never by oneself.';
comment on table public.generations is 'How far the invention of people of a seed has come; moves in the transaction of the people.';
comment on table public.import_rejects is 'Why a row of a file was not taken, in both languages; never what stood in it.';
comment on table public.imports is 'One row a file brought in. rows_done moves in the transaction of the rows it counts: a run that was killed goes on there.';
comment on table public.indexes_set_aside is 'Indexes dropped for the first filling of an empty register; empty again once they are rebuilt.';
comment on table public.installation is 'One row, written at the first serve: a trial with synthetic people and stand-ins, or the real thing.';
comment on table public.law_acts is 'Who proposed, withdrew, returned or published which change of the law, in one hash chain. Insert and select only.';
comment on table public.law_drafts is 'Proposals while they are written. Once submitted, what they say stands in law_acts and nowhere else.';
comment on table public.log_checkpoints is 'Signed tree heads, each a C2SP signed note. Whoever keeps one outside can prove that history was not rewritten.';
comment on table public.log_leaves is 'The leaves in their order, from 0, without a gap. The salt keeps a published hash from helping anybody to guess an entry.';
comment on table public.log_nodes is 'Hashes of complete subtrees of 256^level leaves: what the tiles of C2SP tlog-tiles above the leaves are made of.';
comment on table public.log_waiting is 'Entries written and not yet numbered, announced in the transaction that wrote them: one row for all entries of a statement. Numbering takes them out.';
comment on table public.logout_orders_seen is 'Orders of providers to end sessions that were obeyed: each is obeyed once. Kept until it is too old to be believed.';
comment on table public.look_answers is 'The one answer to a question. Insert and select only.';
comment on table public.look_questions is 'A person asks why somebody looked. Insert and select only.';
comment on table public.mandates is 'Who may act for whom on an uploaded paper: asked, then accepted or refused by an officer, with its days. What the registers prove by themselves needs no row.';
comment on column public.mandates.ended_on is 'First day on which it holds no more, where it was ended before its last day.';
comment on table public.message_nonces is 'Nonces of signed messages until those grow stale: a message that comes again is refused.';
comment on table public.message_steps is 'What happened on each way, with its proof: the answer of the mail server, the report of the telephone network, the number of the post, the call. Insert and select only.';
comment on column public.message_steps.n is 'Which of its message: several happen in one millisecond.';
comment on table public.messages is 'What was said to a person, in both languages, written with the act it tells of. Content never changes; rung, phase and what follows say how far it got.';
comment on column public.messages.recipient is 'Number of the person, or code of the organisation, that filed.';
comment on column public.messages.source_id is 'The act, or the word of an officer, that the message tells of: told once.';
comment on column public.messages.weight is 'answer: the person must do something, every way is tried; tell: the portal and one chosen way; note: the portal alone.';
comment on column public.messages.taken_until is 'Held by a job until then; a job that died lets go of it.';
comment on table public.migrations is 'Which files of db/migrations were applied, and what they said then.';
comment on table public.money_movements is 'Insert and select only. Kind and source make a movement the same one, however often it is told.';
comment on column public.money_movements.drawer is 'Whose cash drawer the money went into or came out of: the officer''s account.';
comment on table public.notes is 'Plain register for procedures whose effect has no table of its own.';
comment on table public.notice_templates is 'Never changed but for their end: a template that reads otherwise is another one.';
comment on table public.organisation_versions is 'What was said of an organisation before, as it was said.';
comment on column public.organisations.lodging_kind is 'Set where the organisation lodges guests: hotel, guesthouse, apartments, health-facility, dormitory, other.';
comment on table public.outages is 'Never deleted. The end of a fault and the calling off of a plan are written later.';
comment on table public.parked_answers is 'Answers posted after a session had ended: shown again to the same account after sign-in, swept after a day.';
comment on table public.passkey_challenges is 'What a key is to sign next: one a session and purpose, taken out when it is answered.';
comment on table public.passkeys is 'Second factors of officers (WebAuthn). A key is revoked, never removed or revived.';
comment on column public.passkeys.synced is 'The key may leave its device (backup eligible).';
comment on column public.passkeys.enrolled_after is 'What proved the officer when the key was added: a fresh sign-in, another key, or a code of a second person.';
comment on table public.person_addresses is 'Addresses as they were registered. An old ward stays an old ward: which commune took it is asked of the law on the day of the question.';
comment on column public.person_addresses.valid_until is 'Its last day; null while it lasts.';
comment on table public.person_documents is 'Identity documents, old nine-digit numbers and personal numbers that were cancelled. One nine-digit number may stand at two persons: it was never unique.';
comment on table public.person_relations is 'Father, mother, spouse, legal representative. Children and persons represented are the same rows read from the other end.';
comment on column public.person_relations.related is 'The number of the other person; `name:` and the search key of the name where no number is known.';
comment on table public.person_versions is 'What was said of a person before, as it was said. Of all that was known on a day, the latest recorded that covers the day asked about counts.';
comment on column public.person_versions.superseded_at is 'When what stands now took its place.';
comment on table public.persons is 'What is known of a person now. What was known before is in person_versions; addresses, documents and relations have tables of their own.';
comment on column public.persons.permanent_commune is 'The commune of today; under which unit the address was registered stands in person_addresses.';
comment on column public.persons.name_key is 'The name in the form under which two spellings are one legal name (marks kept); search_key is the same without marks. Empty where whoever wrote the row did not say: such a name is found without regard to marks.';
comment on column public.persons.died_on is 'YYYY, YYYY-MM or YYYY-MM-DD: as much as is known.';
comment on column public.persons.other is 'Further information by decision of the Government (Law 26/2023 art. 9, item 26), by name.';
comment on column public.persons.valid_from is 'Since when the data are as they stand; -infinity where nobody said.';
comment on table public.posts is 'Which officer (by subject of the sign-in) works where, in which roles, from when until when.';
comment on table public.provinces is 'Provincial units since 2025-07-01; a change of kind is a new row.';
comment on table public.reference_versions is 'Which edition of the reference data is loaded: a second start compares a row and loads nothing.';
comment on table public.register_names is 'Every name of the register once, without marks: a misspelt name is sought here, not among all persons.';
comment on table public.register_prints is 'Never changed: who printed which part of the register of dossiers when, and the file.';
comment on table public.register_words is 'Every word of the names under itself and under itself with one letter left out: two words one slip apart meet in one row.';
comment on table public.score_entries is 'Never changed: a later entry for the same period takes the place of an earlier one, which stays to be read.';
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
comment on column public.sessions.device is 'Browser and system as the browser names itself, in few words, for its owner to know the session by.';
comment on column public.sign_ins_under_way.browser_hash is 'SHA-256 of a cookie: only the browser that went out may come back, else one could sign others in as oneself.';
comment on column public.sign_ins_under_way.for_account is 'Who alone may come back: a step-up or a confirmation by another account is refused.';
comment on column public.sign_ins_under_way.confirms is 'Digest of the acts that this sign-in confirms.';
comment on table public.signature_reports is 'The verdict at the time of upload, by the file''s content. Names of signers stand in it: it is removed when the file is disposed of.';
comment on index public.stays_once is 'The same guest arriving at the same place at the same time is one stay, however often it is sent.';
comment on column public.units.short_name is 'PC06, C06 …; null for the general police of a place.';
comment on table public.verification_tries is 'So that nobody finds out a person''s data by trying. asked_by '''' counts all askers together.';
comment on table public.verifications is 'One call of the population register a row. id is the call id: asked again it is the same call. Columns hold verdicts only.';
comment on column public.verifications.asked_by is '''dossier'' for a check of our own; else the code of the agency that asked through the API or a batch.';
comment on column public.verifications.answers_seq is 'Number of the act whose answers were checked; place is where in them the person stands.';
comment on column public.verifications.request_hash is 'HMAC of the request: the same key with another content is refused, and nobody reads the content from it.';
comment on column public.verifications.failure is 'Kind of the last failure; a failure is never a mismatch.';
comment on table public.work_elsewhere is 'Provinces, besides its own, under whose key dossiers passed on to an office are kept.';
comment on table public.working_hours is 'Never deleted: a due date can be traced to the hours it was reckoned by. Ended before its first day, a row never held.';

grant execute on function public.enqueue_job(task text, payload json, key text, run_at timestamp with time zone, queue text) to motcua_app;
grant execute on function public.unit_dossiers_coded(unit text, code_end text) to motcua_app;
grant execute on function public.unit_dossiers_named(unit text, words text[]) to motcua_app;
grant insert, select on public.access_disclosures to motcua_app;
grant insert, select on public.access_log to motcua_app;
grant insert, select, update on public.accounts to motcua_app;
grant insert, select on public.acts to motcua_app;
grant select on public.agency_keys to motcua_app;
grant insert, select on public.api_tokens to motcua_app;
grant insert, select on public.bank_notices to motcua_app;
grant insert, select on public.bank_statement_lines to motcua_app;
grant insert, select on public.bank_statements to motcua_app;
grant insert, select on public.breach_steps to motcua_app;
grant insert, select on public.breaches to motcua_app;
grant insert, select on public.cash_days to motcua_app;
grant insert, select on public.cash_receipts to motcua_app;
grant insert, select on public.clock_warnings to motcua_app;
grant select on public.communes to motcua_app;
grant delete, insert, select on public.confirmations to motcua_app;
grant select on public.connected_agencies to motcua_app;
grant insert, select on public.contact_confirmations to motcua_app;
grant insert, select on public.contact_events to motcua_app;
grant delete, insert, select on public.contacts to motcua_app;
grant insert, select on public.cooperations to motcua_app;
grant insert, select on public.data_request_steps to motcua_app;
grant insert, select on public.data_requests to motcua_app;
grant insert, select, update on public.debts to motcua_app;
grant insert, select on public.delegations to motcua_app;
grant insert, select on public.desk_bookings to motcua_app;
grant insert, select on public.desk_counters to motcua_app;
grant insert, select on public.desk_envelope_dossiers to motcua_app;
grant insert, select on public.desk_envelopes to motcua_app;
grant insert, select on public.desk_secret_marks to motcua_app;
grant insert, select on public.desk_sessions to motcua_app;
grant insert, select on public.desk_slots to motcua_app;
grant insert, select on public.desk_ticket_acts to motcua_app;
grant insert, select on public.desk_tickets to motcua_app;
grant insert, select on public.disposal_decisions to motcua_app;
grant insert, select on public.disposal_lists to motcua_app;
grant insert, select on public.disposed_files to motcua_app;
grant insert, select on public.documents to motcua_app;
grant insert, select on public.dossier_remarks to motcua_app;
grant insert, select on public.dossier_word_readings to motcua_app;
grant insert, select on public.dossier_words to motcua_app;
grant insert, select, update on public.dossiers to motcua_app;
grant delete, insert, select, update on public.drafts to motcua_app;
grant select on public.dwellings to motcua_app;
grant insert, select on public.enrolment_codes to motcua_app;
grant insert, select on public.fee_waivers to motcua_app;
grant insert, select on public.files to motcua_app;
grant insert, select on public.idempotency_keys to motcua_app;
grant select on public.installation to motcua_app;
grant insert, select on public.law_acts to motcua_app;
grant delete, insert, select, update on public.law_drafts to motcua_app;
grant select on public.ledger_lines to motcua_app;
grant insert, select on public.log_checkpoints to motcua_app;
grant insert, select on public.log_leaves to motcua_app;
grant insert, select on public.log_nodes to motcua_app;
grant delete, insert, select on public.log_waiting to motcua_app;
grant delete, insert, select on public.logout_orders_seen to motcua_app;
grant insert, select on public.look_answers to motcua_app;
grant insert, select on public.look_questions to motcua_app;
grant insert, select on public.mandates to motcua_app;
grant delete, insert, select on public.message_nonces to motcua_app;
grant insert, select on public.message_steps to motcua_app;
grant insert, select on public.messages to motcua_app;
grant select on public.migrations to motcua_app;
grant insert, select on public.money_movements to motcua_app;
grant insert, select on public.notes to motcua_app;
grant insert, select on public.notice_templates to motcua_app;
grant select on public.organisation_versions to motcua_app;
grant select on public.organisations to motcua_app;
grant insert, select on public.outages to motcua_app;
grant delete, insert, select, update on public.parked_answers to motcua_app;
grant delete, insert, select, update on public.passkey_challenges to motcua_app;
grant delete, insert, select, update on public.passkey_tries to motcua_app;
grant insert, select on public.passkeys to motcua_app;
grant insert, select on public.payments to motcua_app;
grant select on public.person_addresses to motcua_app;
grant select on public.person_documents to motcua_app;
grant select on public.person_relations to motcua_app;
grant select on public.person_versions to motcua_app;
grant select on public.persons to motcua_app;
grant insert, select on public.portal_announcements to motcua_app;
grant select on public.posts to motcua_app;
grant select on public.provinces to motcua_app;
grant insert, select on public.ratings_given to motcua_app;
grant insert, select on public.receipt_books to motcua_app;
grant select on public.reference_versions to motcua_app;
grant insert, select on public.refunds to motcua_app;
grant select on public.register_names to motcua_app;
grant insert, select on public.register_prints to motcua_app;
grant select on public.register_words to motcua_app;
grant select on public.representatives to motcua_app;
grant insert, select on public.score_entries to motcua_app;
grant insert, select on public.seal_states to motcua_app;
grant insert, select on public.seals to motcua_app;
grant insert, select, update on public.serials to motcua_app;
grant delete, insert, select, update on public.sessions to motcua_app;
grant delete, insert, select, update on public.sign_ins_under_way to motcua_app;
grant delete, insert, select on public.signature_reports to motcua_app;
grant insert, select, update on public.stays to motcua_app;
grant insert, select on public.survey_answers to motcua_app;
grant insert, select, update on public.temporary_residences to motcua_app;
grant insert, select on public.treasury_handovers to motcua_app;
grant select on public.units to motcua_app;
grant delete, insert, select on public.verification_tries to motcua_app;
grant insert, select on public.verifications to motcua_app;
grant insert, select on public.work_elsewhere to motcua_app;
grant insert, select on public.working_hours to motcua_app;
