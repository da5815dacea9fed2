-- Search in an office's dossiers, closed ones too, by words of a name or the end of a code. Row security lets no pattern
-- near an index unless its operator is sure to tell nothing, which neither of these is. So the functions ask as the owner,
-- within the units of the caller only, and answer keys; the rows themselves are read behind the row security as always.
create index dossiers_by_words on dossiers
  using gin (string_to_array(unit_id || ':' || replace(owner_search, ' ', ' ' || unit_id || ':'), ' '));
create index dossiers_by_code_end on dossiers (unit_id, reverse(code) text_pattern_ops);
-- The same words without the office: no list asks so any more.
drop index dossiers_by_owner_name;

create function unit_dossiers_named(unit text, words text[]) returns table (office_province text, id uuid)
  language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp
  as $$
    select d.office_province, d.id from public.dossiers d
    where string_to_array(d.unit_id || ':' || replace(d.owner_search, ' ', ' ' || d.unit_id || ':'), ' ')
        @> (select array_agg(unit || ':' || word) from unnest(words) as word)
      and unit = any ((select current_setting('motcua.units', true))::text[])
  $$;
create function unit_dossiers_coded(unit text, code_end text) returns table (office_province text, id uuid)
  language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp
  as $$
    select d.office_province, d.id from public.dossiers d
    where d.unit_id = unit and reverse(d.code) ~>=~ reverse(code_end) and reverse(d.code) ~<~ (reverse(code_end) || '~')
      and unit = any ((select current_setting('motcua.units', true))::text[])
  $$;
revoke execute on function unit_dossiers_named(text, text[]), unit_dossiers_coded(text, text) from public;
grant execute on function unit_dossiers_named(text, text[]), unit_dossiers_coded(text, text) to motcua_app;
