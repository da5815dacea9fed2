-- The waiting room and the appointment book of an office: counters, tickets, sessions with slots, bookings.
create table desk_counters (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  number int not null check (number between 1 and 99),
  services text[] not null check (cardinality(services) > 0),
  opened_by uuid,
  opened_by_name text,
  opened_at timestamptz,
  ahead_in_row int not null default 0 check (ahead_in_row >= 0),
  retired_at timestamptz,
  primary key (office_province, id),
  check ((opened_by is null) = (opened_at is null) and (opened_by is null) = (opened_by_name is null)),
  check (retired_at is null or opened_at is null)
);
create unique index desk_counters_number on desk_counters (office_province, unit_id, number) where retired_at is null;
create unique index desk_counters_officer on desk_counters (office_province, opened_by) where opened_by is not null;
comment on column desk_counters.ahead_in_row is 'How many were called ahead one after another while somebody waited in the ordinary line.';

create table desk_sessions (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  kind text not null check (kind in ('ordinary', 'saturday', 'mobile')),
  day date not null,
  from_minute int not null check (from_minute >= 0),
  until_minute int not null check (until_minute <= 1440),
  slot_minutes int not null check (slot_minutes between 5 and 480),
  place text not null,
  procedures text[] not null check (cardinality(procedures) > 0),
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (office_province, id),
  check (from_minute < until_minute),
  check ((ended_at is null) = (ended_reason is null))
);
create index desk_sessions_by_unit on desk_sessions (office_province, unit_id, day);
create index desk_sessions_by_day on desk_sessions (day) where ended_at is null;

create table desk_slots (
  office_province text not null,
  session_id uuid not null,
  minute int not null,
  capacity int not null check (capacity between 0 and 1000),
  booked int not null default 0,
  primary key (office_province, session_id, minute),
  foreign key (office_province, session_id) references desk_sessions (office_province, id),
  constraint desk_slots_no_overbooking check (booked between 0 and capacity)
);

create table desk_bookings (
  office_province text not null,
  id uuid not null,
  session_id uuid not null,
  minute int not null,
  unit_id text not null references units (id),
  procedure_key text not null,
  code text not null,
  token_hash bytea not null,
  person_key text not null,
  account_id uuid,
  person_number text,
  name text not null,
  phone text not null,
  booked_at timestamptz not null,
  booked_via text not null check (booked_via in ('online', 'desk')),
  ended_at timestamptz,
  ended_as text check (ended_as in ('moved', 'cancelled', 'arrived', 'called-off')),
  forgotten_at timestamptz,
  primary key (office_province, id),
  foreign key (office_province, session_id, minute) references desk_slots (office_province, session_id, minute),
  check ((ended_at is null) = (ended_as is null))
);
create unique index desk_bookings_one_live on desk_bookings (office_province, session_id, procedure_key, person_key)
  where ended_at is null;
create unique index desk_bookings_token on desk_bookings (office_province, token_hash);
create index desk_bookings_by_session on desk_bookings (office_province, session_id, minute);
create index desk_bookings_by_account on desk_bookings (account_id, booked_at) where account_id is not null;
comment on column desk_bookings.person_key is 'One person, one living booking a procedure and session: a hash of the personal number, else of the telephone number.';
comment on column desk_bookings.forgotten_at is 'When name, telephone and numbers were removed; what is left counts only.';

create table desk_tickets (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  day date not null,
  number text not null,
  service text not null,
  channel text not null check (channel in ('kiosk', 'phone', 'desk', 'booking')),
  token_hash bytea not null,
  holder bytea,
  priority text,
  declared text,
  ahead_from timestamptz,
  state text not null check (state in ('waiting', 'called', 'serving', 'served', 'no-show', 'left')),
  counter_id uuid,
  lane text check (lane in ('ahead', 'ordinary')),
  booking_id uuid,
  dossier_code text,
  issued_at timestamptz not null,
  called_at timestamptz,
  last_call_at timestamptz,
  calls int not null default 0,
  serving_at timestamptz,
  ended_at timestamptz,
  primary key (office_province, id),
  foreign key (office_province, counter_id) references desk_counters (office_province, id),
  foreign key (office_province, booking_id) references desk_bookings (office_province, id),
  check (priority is null or ahead_from is not null),
  check (state not in ('called', 'serving') or counter_id is not null),
  check ((state in ('served', 'no-show', 'left')) = (ended_at is not null))
);
create unique index desk_tickets_number on desk_tickets (office_province, unit_id, day, number);
create unique index desk_tickets_token on desk_tickets (office_province, token_hash);
create unique index desk_tickets_one_at_counter on desk_tickets (office_province, counter_id)
  where state in ('called', 'serving');
create unique index desk_tickets_one_holder on desk_tickets (office_province, unit_id, day, holder)
  where holder is not null and state in ('waiting', 'called', 'serving');
create unique index desk_tickets_one_booking on desk_tickets (office_province, booking_id) where booking_id is not null;
create index desk_tickets_waiting on desk_tickets (office_province, unit_id, day, issued_at) where state = 'waiting';
comment on column desk_tickets.holder is 'A hash of day and account, so that one phone holds one number at a time; tells nobody''s name.';
comment on column desk_tickets.ahead_from is 'From when the ticket may be called ahead of the ordinary line: its issue, its slot, or a hand-over.';

create table desk_ticket_acts (
  office_province text not null,
  ticket_id uuid not null,
  seq int not null,
  kind text not null check (kind in ('issued', 'called', 'recalled', 'serving', 'handed-over', 'served', 'no-show', 'left',
    'priority-confirmed', 'priority-declined', 'dossier-linked')),
  at timestamptz not null,
  by_account uuid,
  counter_id uuid,
  primary key (office_province, ticket_id, seq),
  foreign key (office_province, ticket_id) references desk_tickets (office_province, id)
);
comment on table desk_ticket_acts is 'What became of a ticket, a row a step. Insert and select only.';

-- Counters, sessions and slots are public. Tickets may tell of a disability and bookings tell a name: those of the office only.
alter table desk_tickets enable row level security;
create policy desk_tickets_in_scope on desk_tickets to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
);
alter table desk_ticket_acts enable row level security;
create policy desk_ticket_acts_in_scope on desk_ticket_acts to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from desk_tickets t
    where t.office_province = desk_ticket_acts.office_province and t.id = desk_ticket_acts.ticket_id)
);
alter table desk_bookings enable row level security;
create policy desk_bookings_in_scope on desk_bookings to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
  or ((select current_setting('motcua.as', true)) = 'person'
    and (account_id::text = (select current_setting('motcua.account', true))
      or person_number = any ((select current_setting('motcua.numbers', true))::text[])))
);
alter table desk_counters enable row level security;
create policy desk_counters_seen on desk_counters for select to motcua_app using (true);
create policy desk_counters_kept on desk_counters to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
);
alter table desk_sessions enable row level security;
create policy desk_sessions_seen on desk_sessions for select to motcua_app using (true);
create policy desk_sessions_kept on desk_sessions to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
);
alter table desk_slots enable row level security;
create policy desk_slots_seen on desk_slots for select to motcua_app using (true);
create policy desk_slots_kept on desk_slots to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from desk_sessions s where s.office_province = desk_slots.office_province and s.id = desk_slots.session_id
    and s.unit_id = any ((select current_setting('motcua.units', true))::text[]))
);

grant select, insert on desk_counters, desk_sessions, desk_slots, desk_bookings, desk_tickets, desk_ticket_acts to motcua_app;
grant update (services, opened_by, opened_by_name, opened_at, ahead_in_row, retired_at) on desk_counters to motcua_app;
grant update (ended_at, ended_by, ended_reason) on desk_sessions to motcua_app;
grant update (capacity, booked) on desk_slots to motcua_app;
grant update (ended_at, ended_as, forgotten_at, person_key, account_id, person_number, name, phone) on desk_bookings
  to motcua_app;
grant update (priority, declared, ahead_from, state, counter_id, lane, dossier_code, called_at, last_call_at, calls,
  serving_at, ended_at, holder) on desk_tickets to motcua_app;
