-- What this database is for. Synthetic people and real ones never meet in one database: serve compares before it opens.
create table installation (
  only_one boolean not null primary key default true check (only_one),
  kind text not null check (kind in ('demo', 'real')),
  since timestamptz not null default now()
);
comment on table installation is 'One row, written at the first serve: a trial with synthetic people and stand-ins, or the real thing.';
grant select on installation to motcua_app;
