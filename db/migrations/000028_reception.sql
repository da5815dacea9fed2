-- What comes by post to a reception desk: one row an envelope, the day it came is the day its dossiers are filed.
create table desk_envelopes (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  tracking_number text not null,
  sender text not null,
  received_on date not null,
  registered_by uuid not null references accounts (id),
  registered_at timestamptz not null,
  primary key (office_province, id),
  unique (office_province, unit_id, tracking_number)
);
create index desk_envelopes_of_unit on desk_envelopes (office_province, unit_id, registered_at desc);
comment on table desk_envelopes is 'Never changed: what was handed over by the post, when, and who wrote it down.';

-- Which dossiers came out of an envelope.
create table desk_envelope_dossiers (
  office_province text not null,
  envelope_id uuid not null,
  dossier_code text not null,
  primary key (office_province, envelope_id, dossier_code),
  foreign key (office_province, envelope_id) references desk_envelopes (office_province, id)
);

-- Papers that bear a mark of a state secret are never taken; that somebody came with such papers is known.
create table desk_secret_marks (
  office_province text not null,
  id uuid not null,
  unit_id text not null references units (id),
  procedure_key text not null,
  noticed_by uuid not null references accounts (id),
  noticed_at timestamptz not null,
  primary key (office_province, id)
);
comment on table desk_secret_marks is 'That a dossier with a secret mark was turned away, by whom and when; nothing of its content or of who brought it.';

alter table desk_envelopes enable row level security;
create policy desk_envelopes_in_scope on desk_envelopes to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
grant select, insert on desk_envelopes, desk_envelope_dossiers, desk_secret_marks to motcua_app;
