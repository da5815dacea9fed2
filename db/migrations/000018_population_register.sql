-- The population register with its history: the fields of the Identity Law, dated addresses, documents, relations, and keys for search.
-- Key of distribution of everything about a person: the number. register_names and register_words are small reference tables.
alter table persons
  add column name_key text not null default '',
  add column other_names text,
  add column birth_place text,
  add column birth_registration_place text,
  add column origin text,
  add column religion text,
  add column blood_group text check (blood_group in ('A', 'B', 'AB', 'O')),
  add column marital_status text check (marital_status in ('single', 'married', 'divorced', 'widowed')),
  add column household_since date,
  add column residence_file text,
  add column died_on text,
  add column missing_since date,
  add column absence_from date,
  add column absence_until date,
  add column other jsonb,
  add column valid_from date not null default '-infinity',
  add column recorded_at timestamptz not null default now(),
  add column source text not null default 'import';
comment on table persons is 'What is known of a person now. What was known before is in person_versions; addresses, documents and relations have tables of their own.';
comment on column persons.name_key is 'The name in the form under which two spellings are one legal name (marks kept); search_key is the same without marks. Empty where whoever wrote the row did not say: such a name is found without regard to marks.';
comment on column persons.permanent_commune is 'The commune of today; under which unit the address was registered stands in person_addresses.';
comment on column persons.died_on is 'YYYY, YYYY-MM or YYYY-MM-DD: as much as is known.';
comment on column persons.other is 'Further information by decision of the Government (Law 26/2023 art. 9, item 26), by name.';
comment on column persons.valid_from is 'Since when the data are as they stand; -infinity where nobody said.';

-- The spelling with the older place of the tone becomes the one compared by; the application does the same for what it writes.
do $$
declare
  pair text[];
  expression text := 'lower(normalize(name, NFC))';
begin
  foreach pair slice 1 in array array[['òa','oà'],['óa','oá'],['ỏa','oả'],['õa','oã'],['ọa','oạ'],['òe','oè'],['óe','oé'],
    ['ỏe','oẻ'],['õe','oẽ'],['ọe','oẹ'],['ùy','uỳ'],['úy','uý'],['ủy','uỷ'],['ũy','uỹ'],['ụy','uỵ']] loop
    expression := format('regexp_replace(%s, %L, %L, ''g'')', expression, '(^|[^q])' || pair[1] || '(?![a-zà-ỹđ])', '\1' || pair[2]);
  end loop;
  execute 'update persons set name_key = ' || expression;
end
$$;

-- Trigrams of a whole register read half of it for "nguyen van"; the keys below stop at as many as are asked for.
drop index persons_by_name;
create index persons_by_name on persons (search_key text_pattern_ops, name_key, birth_year, number);
create index persons_by_birth on persons (birth_year, search_key text_pattern_ops, birth_month, birth_day, number);
create index persons_by_commune on persons (permanent_commune, search_key text_pattern_ops);

create table person_versions (
  number text not null,
  id uuid not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null,
  source text not null,
  household_id uuid,
  data jsonb not null,
  primary key (number, id)
);
comment on table person_versions is 'What was said of a person before, as it was said. Of all that was known on a day, the latest recorded that covers the day asked about counts.';
comment on column person_versions.superseded_at is 'When what stands now took its place.';
create index person_versions_by_household on person_versions (household_id) where household_id is not null;

create table person_addresses (
  number text not null,
  kind text not null check (kind in ('permanent', 'temporary', 'current')),
  valid_from date not null,
  valid_until date,
  commune_code text not null,
  line text not null,
  recorded_at timestamptz not null,
  source text not null,
  primary key (number, kind, valid_from),
  check (valid_until is null or valid_until >= valid_from)
);
comment on table person_addresses is 'Addresses as they were registered. An old ward stays an old ward: which commune took it is asked of the law on the day of the question.';
comment on column person_addresses.valid_until is 'Its last day; null while it lasts.';

create table person_documents (
  number text not null,
  kind text not null check (kind in ('cmnd9', 'cmnd12', 'cccd', 'cccd-chip', 'can-cuoc', 'passport', 'residence-card', 'cancelled-number')),
  document_number text not null,
  issued_on date,
  issued_by text,
  expires_on date,
  recorded_at timestamptz not null,
  source text not null,
  primary key (number, kind, document_number)
);
comment on table person_documents is 'Identity documents, old nine-digit numbers and personal numbers that were cancelled. One nine-digit number may stand at two persons: it was never unique.';
create index person_documents_by_number on person_documents (document_number);

create table person_relations (
  number text not null,
  kind text not null check (kind in ('father', 'mother', 'spouse', 'representative')),
  related text not null,
  related_name text not null,
  related_nationality text,
  valid_from date not null default '-infinity',
  valid_until date,
  recorded_at timestamptz not null,
  source text not null,
  primary key (number, kind, related, valid_from)
);
comment on table person_relations is 'Father, mother, spouse, legal representative. Children and persons represented are the same rows read from the other end.';
comment on column person_relations.related is 'The number of the other person; `name:` and the search key of the name where no number is known.';
create index person_relations_by_related on person_relations (related);

create table register_names (
  name_key text not null primary key,
  words text[] not null
);
comment on table register_names is 'Every name of the register once, without marks: a misspelt name is sought here, not among all persons.';
create index register_names_by_word on register_names using gin (words);

create table register_words (
  slip text not null,
  word text not null,
  primary key (slip, word)
);
comment on table register_words is 'Every word of the names under itself and under itself with one letter left out: two words one slip apart meet in one row.';

insert into register_names (name_key, words)
  select distinct search_key, string_to_array(search_key, ' ') from persons where search_key <> '';
insert into register_words (slip, word)
  select word, word from (select distinct unnest(words) as word from register_names) w
  union
  select left(word, at - 1) || substr(word, at + 1), word
    from (select distinct unnest(words) as word from register_names) w, generate_series(1, length(word)) at;

insert into person_addresses (number, kind, valid_from, commune_code, line, recorded_at, source)
  select number, 'permanent', '-infinity', permanent_commune, permanent_line, recorded_at, source from persons;

create table organisation_versions (
  code text not null,
  id uuid not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null,
  source text not null,
  data jsonb not null,
  primary key (code, id)
);
comment on table organisation_versions is 'What was said of an organisation before, as it was said.';
alter table organisations
  add column short_name text,
  add column founded_on date,
  add column closed_on date,
  add column valid_from date not null default '-infinity',
  add column recorded_at timestamptz not null default now(),
  add column source text not null default 'import';

create table imports (
  id uuid not null primary key,
  kind text not null,
  sha256 text not null,
  file_name text not null,
  rows_done int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
comment on table imports is 'One row a file brought in. rows_done moves in the transaction of the rows it counts: a run that was killed goes on there.';
create unique index imports_by_file on imports (kind, sha256);

create table import_rejects (
  import_id uuid not null references imports (id),
  line int not null,
  at int not null,
  column_name text,
  reason jsonb not null,
  primary key (import_id, line, at)
);
comment on table import_rejects is 'Why a row of a file was not taken, in both languages; never what stood in it.';

create table generations (
  seed int not null primary key,
  households int not null default 0,
  people int not null default 0
);
comment on table generations is 'How far the invention of people of a seed has come; moves in the transaction of the people.';

create table indexes_set_aside (
  name text not null primary key,
  definition text not null
);
comment on table indexes_set_aside is 'Indexes dropped for the first filling of an empty register; empty again once they are rebuilt.';

grant select on person_versions, person_addresses, person_documents, person_relations, register_names, register_words,
  organisation_versions to motcua_app;
