-- Which rows the application's role sees is judged by the database as well, by on whose behalf it is asked
-- (src/platform/database/scope.ts). A connection that has not said so sees no case at all. The owner is not bound.
-- Settings are read once a statement, in subselects, not once a row.

alter table dossiers enable row level security;
create policy dossiers_in_scope on dossiers to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or ((select current_setting('motcua.as', true)) = 'officer'
    and unit_id = any ((select current_setting('motcua.units', true))::text[]))
  or ((select current_setting('motcua.as', true)) = 'person'
    and (filer_account::text = (select current_setting('motcua.account', true))
      or owner_number = any ((select current_setting('motcua.numbers', true))::text[])))
);

-- What belongs to a dossier is seen by whoever sees the dossier.
alter table acts enable row level security;
create policy acts_in_scope on acts to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = acts.office_province and d.id = acts.dossier_id)
);
alter table documents enable row level security;
create policy documents_in_scope on documents to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = documents.office_province and d.id = documents.dossier_id)
);
alter table debts enable row level security;
create policy debts_in_scope on debts to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = debts.office_province and d.id = debts.dossier_id)
);
alter table payments enable row level security;
create policy payments_in_scope on payments to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from debts d where d.office_province = payments.office_province and d.id = payments.debt_id)
);
alter table notes enable row level security;
create policy notes_in_scope on notes to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from dossiers d where d.office_province = notes.office_province and d.id = notes.dossier_id)
);

-- Registers of places are also seen by the police of the place, and of its province.
alter table stays enable row level security;
create policy stays_in_scope on stays to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or commune_code = any ((select current_setting('motcua.communes', true))::text[])
  or office_province = any ((select current_setting('motcua.provinces', true))::text[])
  or exists (select from dossiers d where d.office_province = stays.office_province and d.id = stays.dossier_id)
);
alter table temporary_residences enable row level security;
create policy temporary_residences_in_scope on temporary_residences to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or commune_code = any ((select current_setting('motcua.communes', true))::text[])
  or office_province = any ((select current_setting('motcua.provinces', true))::text[])
  or exists (select from dossiers d
    where d.office_province = temporary_residences.office_province and d.id = temporary_residences.dossier_id)
);
