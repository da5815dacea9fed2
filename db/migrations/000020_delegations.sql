-- An officer works for a time from a colleague's post: with some of its roles, for a reason, until a day.
create table delegations (
  id uuid primary key,
  post_id uuid not null references posts (id),
  to_account uuid not null references accounts (id),
  roles text[] not null check (cardinality(roles) > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  reason text not null,
  by_account uuid not null references accounts (id),
  by_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index delegations_to on delegations (to_account, valid_until);
create index delegations_of_post on delegations (post_id, valid_until);
comment on table delegations is 'Never deleted: whoever acted by delegation can be traced to it. Only its revocation is written later.';
grant select, insert on delegations to motcua_app;
grant update (revoked_at, revoked_by) on delegations to motcua_app;
