-- What a person may ask about their data: readings with purpose and ground, questions, requests, breaches, disposal.

-- Only columns that may be empty: rows written before this stay as they are, and so do their hashes.
alter table access_log
  add column post uuid,
  add column purpose_key text,
  add column ground_source text,
  add column ground_article text,
  add column detail text,
  add column sealed_until timestamptz,
  add column salt bytea,
  add column commitment bytea,
  add constraint access_log_sealed_check check (
    (sealed_until is null) = (salt is null) and (sealed_until is null) = (commitment is null)
  );
create index access_log_sealed on access_log (office_province, actor_unit, at) where sealed_until is not null;
comment on column access_log.purpose is 'The purpose in the words of its day; purpose_key names it in the closed list.';
comment on column access_log.detail is 'The paper that was opened, or the written order of a sealed reading.';
comment on column access_log.sealed_until is 'Until then, or until a row in access_disclosures, the person sees only that the reading happened.';
comment on column access_log.commitment is 'SHA-256 over salt and content of a sealed reading: shown at once, it proves at the disclosure that nothing was changed.';

create table access_disclosures (
  office_province text not null,
  look_id uuid not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  reason text not null,
  primary key (office_province, look_id),
  foreign key (office_province, look_id) references access_log (office_province, id)
);
comment on table access_disclosures is 'A sealed reading that was disclosed before its time. Insert and select only.';

create table look_questions (
  office_province text not null,
  id uuid not null,
  look_id uuid not null,
  subject_number text not null,
  asked_by uuid not null,
  asker_name text not null,
  unit_id text not null references units (id),
  question text not null,
  at timestamptz not null,
  due_at timestamptz not null,
  primary key (office_province, id),
  foreign key (office_province, look_id) references access_log (office_province, id)
);
create unique index look_questions_once on look_questions (office_province, look_id, subject_number);
create index look_questions_by_unit on look_questions (office_province, unit_id, due_at);
create index look_questions_by_subject on look_questions (subject_number, at);
comment on table look_questions is 'A person asks why somebody looked. Insert and select only.';

create table look_answers (
  office_province text not null,
  question_id uuid not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  by_post uuid,
  answer text not null,
  primary key (office_province, question_id),
  foreign key (office_province, question_id) references look_questions (office_province, id)
);
comment on table look_answers is 'The one answer to a question. Insert and select only.';

create table data_requests (
  office_province text not null,
  id uuid not null,
  subject_number text not null,
  asked_by uuid not null,
  asker_name text not null,
  unit_id text not null references units (id),
  asked_right text not null check (asked_right in ('see', 'correct', 'restrict', 'erase', 'withdraw-consent', 'object')),
  about text not null,
  dossier_code text,
  at timestamptz not null,
  answer_due_at timestamptz not null,
  done_due_at timestamptz not null,
  primary key (office_province, id)
);
create index data_requests_by_unit on data_requests (office_province, unit_id, answer_due_at);
create index data_requests_by_subject on data_requests (subject_number, at);
comment on table data_requests is 'A person uses a right over their data. Insert and select only: what became of it stands in data_request_steps.';

create table data_request_steps (
  office_province text not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('accepted', 'refused', 'extended', 'done', 'lifted', 'withdrawn')),
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  by_post uuid,
  words text not null,
  ground text,
  due_at timestamptz,
  primary key (office_province, request_id, seq),
  foreign key (office_province, request_id) references data_requests (office_province, id)
);
comment on table data_request_steps is 'What was done about a request, a row a step; its state is derived from them. Insert and select only.';

create table breaches (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  detected_at timestamptz not null,
  notice_due_at timestamptz not null,
  what text not null,
  affected text not null,
  affected_people integer not null check (affected_people >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (office_province, id)
);
create index breaches_by_unit on breaches (office_province, unit_id, detected_at);
comment on table breaches is 'A breach of personal data, as it was found. Insert and select only.';

create table breach_steps (
  office_province text not null,
  breach_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('measure', 'authority-notified', 'people-notified', 'closed')),
  happened_at timestamptz not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  words text not null,
  primary key (office_province, breach_id, seq),
  foreign key (office_province, breach_id) references breaches (office_province, id)
);
comment on table breach_steps is 'Measures and notices after a breach, a row a step. Insert and select only.';

create table disposal_lists (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  items jsonb not null,
  primary key (office_province, id)
);
comment on table disposal_lists is 'Dossiers whose uploads may go, as one officer proposes. Insert and select only.';

create table disposal_decisions (
  office_province text not null,
  list_id uuid not null,
  proposed_by uuid not null,
  outcome text not null check (outcome in ('approved', 'refused')),
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  words text not null,
  primary key (office_province, list_id),
  foreign key (office_province, list_id) references disposal_lists (office_province, id),
  constraint disposal_by_two check (by_account <> proposed_by)
);
comment on table disposal_decisions is 'The decision of another officer than the one who proposed. Insert and select only.';

create table disposed_files (
  office_province text not null,
  list_id uuid not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (office_province, list_id, sha256),
  foreign key (office_province, list_id) references disposal_lists (office_province, id)
);
comment on table disposed_files is 'Files whose bytes were removed by a decision; the chain of acts still names their hash. Insert and select only.';

-- A guest who asks what is kept about them is found by the number of their document.
create index stays_by_document on stays (document_number);

grant select, insert on
  access_disclosures, look_questions, look_answers, data_requests, data_request_steps, breaches, breach_steps,
  disposal_lists, disposal_decisions, disposed_files
  to motcua_app;
