-- Places, offices and the people who work in them: small tables, copied to every node of a cluster.
create extension if not exists pg_trgm;

create table provinces (
  code text not null,
  name text not null,
  kind text not null check (kind in ('city', 'province')),
  valid_from date not null,
  valid_until date,
  primary key (code, valid_from)
);
comment on table provinces is 'Provincial units since 2025-07-01; a change of kind is a new row.';

create table communes (
  code text not null,
  province_code text not null,
  name text not null,
  kind text not null check (kind in ('ward', 'commune', 'special-zone')),
  search_key text not null,
  valid_from date not null,
  valid_until date,
  primary key (code, valid_from)
);
create index communes_by_province on communes (province_code);

create table units (
  id text primary key,
  agency_code text not null unique,
  level text not null check (level in ('ministry', 'province', 'commune')),
  short_name text,
  name text not null,
  province_code text not null,
  commune_code text,
  parent_id text references units (id),
  address text,
  phone text,
  valid_from date not null,
  valid_until date,
  successor_id text references units (id)
);
comment on column units.short_name is 'PC06, C06 …; null for the general police of a place.';
create index units_by_commune on units (commune_code) where commune_code is not null;
create index units_by_province on units (province_code, level);

create table reference_versions (
  name text not null primary key,
  hash text not null,
  loaded_at timestamptz not null default now()
);
comment on table reference_versions is 'Which edition of the reference data is loaded: a second start compares a row and loads nothing.';
