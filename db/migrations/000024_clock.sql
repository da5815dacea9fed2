-- What an office has set for its own hours, over the calendar of the law. Small, copied to every node of a cluster.
create table working_hours (
  id uuid primary key,
  unit_id text not null references units (id),
  kind text not null check (kind in ('week', 'saturday', 'day', 'swap')),
  valid_from date not null,
  valid_until date,
  -- Pairs of minutes of the day.
  sessions jsonb not null,
  counts boolean not null default false,
  swapped_with date,
  decision text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check ((kind = 'swap') = (swapped_with is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create index working_hours_by_unit on working_hours (unit_id, at);
comment on table working_hours is 'Never deleted: a due date can be traced to the hours it was reckoned by. Ended before its first day, a row never held.';
grant select, insert on working_hours to motcua_app;
grant update (valid_until, ended_at, ended_by) on working_hours to motcua_app;

-- When the services stood still or will: planned ones are announced, faults recorded by an operator.
create table outages (
  id uuid primary key,
  kind text not null check (kind in ('planned', 'fault')),
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  what_vi text not null,
  what_en text not null,
  decision text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by text,
  check (kind = 'fault' or until_at is not null),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index outages_by_time on outages (from_at);
comment on table outages is 'Never deleted. The end of a fault and the calling off of a plan are written later.';
grant select, insert on outages to motcua_app;
grant update (until_at, cancelled_at, cancelled_by) on outages to motcua_app;

-- What the clock has warned of: once a dossier, level and term. What is shown is judged when it is read.
create table clock_warnings (
  office_province text not null,
  dossier_id uuid not null,
  level text not null check (level in ('half', 'four-fifths', 'day-before', 'late', 'unanswered')),
  clock_from timestamptz not null,
  reached_at timestamptz not null,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  primary key (office_province, dossier_id, level, clock_from),
  foreign key (office_province, dossier_id) references dossiers (office_province, id)
);
comment on table clock_warnings is 'Insert and select only; a term that begins anew warns anew.';
grant select, insert on clock_warnings to motcua_app;
alter table clock_warnings enable row level security;
create policy clock_warnings_in_scope on clock_warnings to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d
    where d.office_province = clock_warnings.office_province and d.id = clock_warnings.dossier_id)
);
