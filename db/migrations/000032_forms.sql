-- Copies of a unit's register of dossiers as they were printed and sealed: each is kept, and given out again as it is.
create table register_prints (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  from_day date not null,
  until_day date not null,
  dossiers integer not null,
  file_sha256 text not null,
  signed_by text[] not null,
  printed_by uuid not null,
  printed_by_name text not null,
  printed_at timestamptz not null,
  primary key (office_province, id),
  check (from_day <= until_day)
);
create index register_prints_of_unit on register_prints (office_province, unit_id, printed_at desc);
comment on table register_prints is 'Never changed: who printed which part of the register of dossiers when, and the file.';

-- What a person answers for in the figures of a unit: points that no event tells, or that stand against what events tell.
create table score_entries (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  card text not null check (card in ('score-card', 'service-index')),
  item text not null,
  from_day date not null,
  until_day date not null,
  points numeric(4, 1) not null check (points between 0 and 100),
  reason text not null check (reason <> ''),
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (office_province, id),
  check (from_day <= until_day)
);
create index score_entries_of_unit on score_entries (office_province, unit_id, card, from_day, until_day, entered_at desc);
comment on table score_entries is 'Never changed: a later entry for the same period takes the place of an earlier one, which stays to be read.';

alter table register_prints enable row level security;
create policy register_prints_in_scope on register_prints to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table score_entries enable row level security;
create policy score_entries_in_scope on score_entries to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
grant select, insert on register_prints, score_entries to motcua_app;
