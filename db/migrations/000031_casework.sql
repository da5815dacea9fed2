-- Words that an office writes again and again to citizens: kept by its head, put into a form by whoever chooses them.
create table notice_templates (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  kind text not null check (kind in ('supplement', 'refusal', 'stop', 'apology')),
  -- Offered for dossiers of this procedure only; of all where null.
  procedure_key text,
  title text not null check (char_length(title) between 1 and 120),
  body text not null check (char_length(body) between 1 and 2000),
  basis text check (char_length(basis) between 1 and 500),
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  primary key (office_province, id),
  check ((ended_at is null) = (ended_by_name is null))
);
create index notice_templates_of_unit on notice_templates (unit_id, kind) where ended_at is null;
comment on table notice_templates is 'Never changed but for their end: a template that reads otherwise is another one.';

alter table notice_templates enable row level security;
create policy notice_templates_in_scope on notice_templates to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
);
grant select, insert on notice_templates to motcua_app;
grant update (ended_at, ended_by_name) on notice_templates to motcua_app;
