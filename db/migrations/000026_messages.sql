-- What leaves for a person: the inbox and its ladder of ways, ways to reach people, and the talk beside a dossier.
-- Key of distribution of the inbox and the contacts: the recipient's number; of the talk: the province of the office.
create table messages (
  recipient text not null,
  id uuid not null,
  office_province text not null,
  dossier_id uuid not null,
  dossier_code text not null,
  procedure_key text not null,
  source_id uuid not null,
  kind text not null,
  weight text not null check (weight in ('answer', 'tell', 'note')),
  unit_id text not null,
  unit_name text not null,
  officer_name text,
  at timestamptz not null,
  content jsonb not null,
  rung text not null check (rung in ('portal', 'email', 'sms', 'letter', 'call')),
  phase text not null check (phase in ('todo', 'sending', 'listed', 'waiting', 'done')),
  next_at timestamptz,
  taken_until timestamptz,
  attempts int not null default 0,
  read_at timestamptz,
  finished_at timestamptz,
  finished_as text check (finished_as in ('told', 'read', 'answered', 'reached', 'all-tried')),
  primary key (recipient, id),
  unique (recipient, source_id),
  check ((finished_at is null) = (finished_as is null)),
  check ((finished_at is null) = (phase <> 'done'))
);
comment on table messages is 'What was said to a person, in both languages, written with the act it tells of. Content never changes; rung, phase and what follows say how far it got.';
comment on column messages.recipient is 'Number of the person, or code of the organisation, that filed.';
comment on column messages.source_id is 'The act, or the word of an officer, that the message tells of: told once.';
comment on column messages.weight is 'answer: the person must do something, every way is tried; tell: the portal and one chosen way; note: the portal alone.';
comment on column messages.taken_until is 'Held by a job until then; a job that died lets go of it.';
create index messages_unread on messages (recipient) where read_at is null;
create index messages_newest on messages (recipient, at desc);
create index messages_due on messages (next_at) where finished_at is null and next_at is not null;
create index messages_of_dossier on messages (office_province, dossier_id);
create index messages_waiting_for_office on messages (office_province, unit_id, rung) where finished_at is null and phase = 'listed';
create index messages_by_id on messages (id);

create table message_steps (
  recipient text not null,
  id uuid not null,
  message_id uuid not null,
  office_province text not null,
  dossier_id uuid not null,
  n int not null,
  at timestamptz not null,
  rung text not null,
  event text not null,
  attempt int not null,
  proof text,
  by_account uuid,
  by_name text,
  primary key (recipient, id),
  unique (recipient, message_id, rung, event, attempt),
  foreign key (recipient, message_id) references messages (recipient, id)
);
comment on column message_steps.n is 'Which of its message: several happen in one millisecond.';
comment on table message_steps is 'What happened on each way, with its proof: the answer of the mail server, the report of the telephone network, the number of the post, the call. Insert and select only.';

create table contacts (
  recipient text not null,
  channel text not null check (channel in ('email', 'sms', 'letter')),
  address text not null,
  confirmed_at timestamptz,
  chosen boolean not null,
  primary key (recipient, channel)
);
comment on table contacts is 'Where a person wants to be told. Used only while it is chosen and, for e-mail and telephone, confirmed.';

create table contact_events (
  recipient text not null,
  id uuid not null,
  channel text not null,
  event text not null check (event in ('given', 'consented', 'confirmed', 'withdrawn')),
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  words text,
  primary key (recipient, id)
);
comment on table contact_events is 'Who gave, confirmed and withdrew which way, and the sentence they agreed to. Insert and select only.';

create table contact_confirmations (
  recipient text not null,
  channel text not null check (channel in ('email', 'sms')),
  secret_hash bytea not null,
  tries int not null default 0,
  sent_at timestamptz not null,
  sent_today int not null default 1,
  expires_at timestamptz not null,
  primary key (recipient, channel)
);
comment on table contact_confirmations is 'A link or code under way; only its hash is kept.';

create table dossier_words (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  side text not null check (side in ('citizen', 'officer')),
  by_account uuid not null,
  by_name text not null,
  unit_id text not null,
  body text not null check (char_length(body) between 1 and 2000),
  primary key (office_province, dossier_id, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id)
);
comment on table dossier_words is 'What citizen and officers write to each other beside a dossier. Never an act: no clock stops for it. Insert and select only.';

create table dossier_word_readings (
  office_province text not null,
  dossier_id uuid not null,
  word_id uuid not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  primary key (office_province, dossier_id, word_id),
  foreign key (office_province, dossier_id, word_id) references dossier_words (office_province, dossier_id, id)
);
comment on table dossier_word_readings is 'When the other side first read a word. Insert and select only.';

grant select, insert on messages, message_steps, contacts, contact_events, contact_confirmations, dossier_words,
  dossier_word_readings to motcua_app;
grant update (rung, phase, next_at, taken_until, attempts, read_at, finished_at, finished_as) on messages to motcua_app;
grant update (address, confirmed_at, chosen) on contacts to motcua_app;
grant update (secret_hash, tries, sent_at, sent_today, expires_at) on contact_confirmations to motcua_app;
grant delete on contacts to motcua_app;

-- An act writes to whoever filed, also where somebody else of the dossier acts; reading is for the recipient and the office.
alter table messages enable row level security;
create policy messages_left on messages for insert to motcua_app with check (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = messages.office_province and d.id = messages.dossier_id)
);
create policy messages_seen on messages for select to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'person'
    and recipient = any ((select current_setting('motcua.numbers', true))::text[]))
  or ((select current_setting('motcua.as', true)) = 'officer'
    and exists (select from dossiers d where d.office_province = messages.office_province and d.id = messages.dossier_id))
);
create policy messages_moved on messages for update to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'person'
    and recipient = any ((select current_setting('motcua.numbers', true))::text[]))
  or exists (select from dossiers d where d.office_province = messages.office_province and d.id = messages.dossier_id)
);
alter table message_steps enable row level security;
create policy message_steps_in_scope on message_steps to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from messages m where m.recipient = message_steps.recipient and m.id = message_steps.message_id)
);
alter table contacts enable row level security;
create policy contacts_in_scope on contacts to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'person'
    and recipient = any ((select current_setting('motcua.numbers', true))::text[]))
);
alter table contact_events enable row level security;
create policy contact_events_in_scope on contact_events to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'person'
    and recipient = any ((select current_setting('motcua.numbers', true))::text[]))
);
alter table contact_confirmations enable row level security;
create policy contact_confirmations_in_scope on contact_confirmations to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'person'
    and recipient = any ((select current_setting('motcua.numbers', true))::text[]))
);
alter table dossier_words enable row level security;
create policy dossier_words_in_scope on dossier_words to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = dossier_words.office_province and d.id = dossier_words.dossier_id)
);
alter table dossier_word_readings enable row level security;
create policy dossier_word_readings_in_scope on dossier_word_readings to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d
    where d.office_province = dossier_word_readings.office_province and d.id = dossier_word_readings.dossier_id)
);
