-- The application's own role: it may do its work and no more. It can never change or remove an act, a look or a bank's word.
do $$
begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then
    create role motcua_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- two starters at once: the other one made it
end
$$;

grant usage on schema public to motcua_app;
grant select on all tables in schema public to motcua_app;
grant insert, update, delete on
  drafts, sessions, sign_ins_under_way, parked_answers
  to motcua_app;
grant insert, update on
  accounts, dossiers, serials, debts, stays, temporary_residences
  to motcua_app;
grant insert on
  acts, access_log, files, idempotency_keys, bank_notices, payments, documents, seals, seal_states, notes,
  ratings_given, survey_answers
  to motcua_app;
revoke update, delete, truncate on acts, access_log, bank_notices, payments, documents from motcua_app;
