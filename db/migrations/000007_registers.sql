-- What decisions and notifications write. A changed entry is a new row that names the one it replaces.
create table stays (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  host_key text not null,
  host_name text not null,
  commune_code text not null,
  address_line text not null,
  room text,
  guest_name text not null,
  guest_search text not null,
  guest_birth jsonb,
  guest_sex text,
  nationality text not null,
  document_kind text not null,
  document_number text not null,
  reason text not null,
  arrived_at timestamptz not null,
  leaves_on date not null,
  notified_at timestamptz not null,
  due_at timestamptz not null,
  on_time boolean not null,
  details jsonb not null default '{}',
  replaces uuid,
  ended text check (ended in ('corrected', 'cancelled')),
  ended_at timestamptz,
  primary key (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create unique index stays_once on stays (office_province, host_key, document_number, arrived_at) where ended is null;
comment on index stays_once is 'The same guest arriving at the same place at the same time is one stay, however often it is sent.';
create index stays_by_commune on stays (office_province, commune_code, arrived_at desc);
create index stays_by_dossier on stays (office_province, dossier_id);

create table temporary_residences (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  person_number text not null,
  person_name text not null,
  commune_code text not null,
  address_line text not null,
  head_number text,
  relation_to_head text,
  valid_from date not null,
  valid_until date not null,
  renewal_from date not null,
  decided_number text,
  ended text check (ended in ('extended', 'deleted', 'cancelled')),
  ended_on date,
  primary key (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create index temporary_residences_by_person on temporary_residences (person_number);

create table seals (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  organisation_code text not null,
  organisation_name text not null,
  seal_kind text not null,
  seal_text text not null,
  quantity int not null,
  certificate_number text not null,
  valid_from date not null,
  primary key (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create index seals_by_organisation on seals (organisation_code);

create table seal_states (
  office_province text not null,
  seal_id uuid not null,
  seq int not null,
  state text not null check (state in ('ORDERED','MADE','DELIVERED_TO_POLICE','REGISTERED','IN_USE','WORN','LOST_REPORTED','BODY_CHANGED','SUSPENDED','VALUE_CANCELLED','DESTROYED')),
  at timestamptz not null,
  by_name text not null,
  note text,
  primary key (office_province, seal_id, seq),
  foreign key (office_province, seal_id) references seals (office_province, id)
);
comment on table seal_states is 'The life of a seal, a row a step; the last row is its state.';

create table notes (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  content jsonb not null,
  primary key (office_province, id),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
comment on table notes is 'Plain register for procedures whose effect has no table of its own.';
