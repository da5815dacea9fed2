-- The population register (synthetic until an office imports its own) and organisations. Key of distribution: the number.
create table persons (
  number text not null check (number ~ '^[0-9]{12}$'),
  name text not null,
  search_key text not null,
  birth_year int not null,
  birth_month int,
  birth_day int,
  sex text not null check (sex in ('M', 'F')),
  nationality text not null default 'VNM',
  ethnicity text not null default 'Kinh',
  household_id uuid,
  relation_to_head text,
  permanent_commune text not null,
  permanent_line text not null,
  phone text,
  email text,
  deceased boolean not null default false,
  primary key (number)
);
create index persons_by_name on persons using gin (search_key gin_trgm_ops);
create index persons_by_household on persons (household_id);

create table organisations (
  code text not null,
  name text not null,
  search_key text not null,
  kind text not null,
  commune_code text not null,
  address_line text not null,
  superior text,
  phone text,
  email text,
  lodging_kind text,
  primary key (code)
);
comment on column organisations.lodging_kind is 'Set where the organisation lodges guests: hotel, guesthouse, apartments, health-facility, dormitory, other.';

create table representatives (
  organisation_code text not null references organisations (code),
  person_number text not null,
  valid_from date not null,
  valid_until date,
  evidence text not null,
  primary key (organisation_code, person_number, valid_from)
);

create table dwellings (
  commune_code text not null,
  address_key text not null,
  owner_number text not null,
  address_line text not null,
  primary key (commune_code, address_key)
);
comment on table dwellings is 'What the dwelling and land databases answer: who owns which address. address_key is the search key of the line.';
create index dwellings_by_owner on dwellings (owner_number);
