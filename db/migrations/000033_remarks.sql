-- What officers of one office write down for each other beside a dossier. No act: it moves nothing, and disturbs nobody's open form.
create table dossier_remarks (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  unit_id text not null,
  by_account uuid not null,
  by_name text not null,
  body text not null check (char_length(body) between 1 and 2000),
  primary key (office_province, dossier_id, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id)
);
comment on table dossier_remarks is 'For officers of the unit alone; another office that is asked sees its own. Insert and select only.';
grant select, insert on dossier_remarks to motcua_app;
alter table dossier_remarks enable row level security;
create policy dossier_remarks_in_scope on dossier_remarks to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[])
    and exists (select from dossiers d where d.office_province = dossier_remarks.office_province and d.id = dossier_remarks.dossier_id))
);
