-- What figures are counted from, beside what lists need: when the clock ended, and how often the citizen was asked again.
alter table dossiers add column ended_at timestamptz;
alter table dossiers add column supplements int not null default 0;
update dossiers d set
  ended_at = case when status in ('issued', 'returned', 'refused', 'withdrawn', 'stopped') then coalesce(
    (select min(a.at) from acts a where a.office_province = d.office_province and a.dossier_id = d.id and a.kind in ('issued', 'acknowledged')),
    closed_at) end,
  supplements = (select count(*) from acts a
    where a.office_province = d.office_province and a.dossier_id = d.id and a.kind = 'supplement-requested');
create index dossiers_by_end on dossiers (unit_id, ended_at) where ended_at is not null;

-- A unit's lists are asked for by the unit; which provinces it works for is known beside it. With the province first, an
-- office that keeps dossiers of two provinces had its list sorted anew each time.
drop index dossiers_open_by_due;
create index dossiers_open_by_due on dossiers (unit_id, due_at, filed_at) where closed_at is null;
drop index dossiers_by_unit;
create index dossiers_by_unit on dossiers (unit_id, filed_at desc);
