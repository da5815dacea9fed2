-- Papers the office issued: made once, the same bytes ever after.
create table documents (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  act_seq int not null,
  number text,
  title text not null,
  file_sha256 text not null,
  signed_by text[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (office_province, id),
  unique (office_province, dossier_id, kind, act_seq),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
comment on column documents.file_sha256 is 'Names a row of files, kept elsewhere on a cluster: the bytes are on the disk before this row is written.';
