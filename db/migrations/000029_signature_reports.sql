-- What the check of the signatures in an uploaded file found: shown to the sender and to officers.
create table signature_reports (
  file_sha256 text primary key references files (sha256) on delete cascade,
  checked_at timestamptz not null,
  report jsonb not null
);
comment on table signature_reports is 'The verdict at the time of upload, by the file''s content. Names of signers stand in it: it is removed when the file is disposed of.';
grant select, insert, update (checked_at, report), delete on signature_reports to motcua_app;
