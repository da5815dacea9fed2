-- How people were served. The answers carry nothing that leads back to the person; the mark only says that one was given.
create table ratings_given (
  office_province text not null,
  dossier_id uuid not null,
  primary key (office_province, dossier_id)
);

create table survey_answers (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  procedure_key text not null,
  month date not null,
  scores jsonb not null,
  comment text,
  primary key (office_province, id)
);
