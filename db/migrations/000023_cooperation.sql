-- Other offices at work for a dossier: asked for an opinion, or an agency of an interlinked procedure in its turn. A
-- projection of acts, kept for lists, for the job that reports silence, and for who may read the dossier meanwhile.
create table cooperations (
  office_province text not null,
  dossier_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('opinion', 'leg')),
  unit_id text not null,
  asking_unit text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  reported_at timestamptz,
  primary key (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create index cooperations_open_of_unit on cooperations (unit_id, due_at) where answered_at is null;
create index cooperations_of_asking_unit on cooperations (asking_unit, asked_at desc);
create index cooperations_of_dossier on cooperations (office_province, dossier_id);
create index cooperations_unreported on cooperations (due_at) where answered_at is null and reported_at is null;

-- A dossier passed to an office of another province stays under the key of its own: this says where to look for it.
create table work_elsewhere (
  unit_id text not null,
  office_province text not null,
  primary key (unit_id, office_province)
);
comment on table work_elsewhere is 'Provinces, besides its own, under whose key dossiers passed on to an office are kept.';

-- What the national portal was told of a dossier, and whether it took it.
create table portal_announcements (
  office_province text not null,
  dossier_id uuid not null,
  seq int not null,
  code int not null check (code between 1 and 10),
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'failed')),
  primary key (office_province, dossier_id, seq, code, at),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);

alter table cooperations enable row level security;
create policy cooperations_in_scope on cooperations to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and (unit_id = any ((select current_setting('motcua.units', true))::text[])
      or asking_unit = any ((select current_setting('motcua.units', true))::text[])))
);
alter table portal_announcements enable row level security;
create policy portal_announcements_in_scope on portal_announcements to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d
    where d.office_province = portal_announcements.office_province and d.id = portal_announcements.dossier_id)
);

-- An office that was asked reads the dossier until it has answered, and writes nothing of it.
create policy dossiers_for_the_asked on dossiers for select to motcua_app using (
  (select current_setting('motcua.as', true)) = 'officer'
  and (office_province, id) in (select k.office_province, k.dossier_id from cooperations k
    where k.answered_at is null and k.unit_id = any ((select current_setting('motcua.units', true))::text[]))
);
alter policy acts_in_scope on acts with check (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = acts.office_province and d.id = acts.dossier_id
    and ((select current_setting('motcua.as', true)) <> 'officer'
      or d.unit_id = any ((select current_setting('motcua.units', true))::text[])))
);
alter policy documents_in_scope on documents with check (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = documents.office_province and d.id = documents.dossier_id
    and ((select current_setting('motcua.as', true)) <> 'officer'
      or d.unit_id = any ((select current_setting('motcua.units', true))::text[])))
);
alter policy debts_in_scope on debts with check (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = debts.office_province and d.id = debts.dossier_id
    and ((select current_setting('motcua.as', true)) <> 'officer'
      or d.unit_id = any ((select current_setting('motcua.units', true))::text[])))
);
alter policy notes_in_scope on notes with check (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = notes.office_province and d.id = notes.dossier_id
    and ((select current_setting('motcua.as', true)) <> 'officer'
      or d.unit_id = any ((select current_setting('motcua.units', true))::text[])))
);

grant select, insert on cooperations, work_elsewhere, portal_announcements to motcua_app;
grant update (asking_unit, answered_at, reported_at) on cooperations to motcua_app;
