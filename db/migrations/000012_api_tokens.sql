-- Keys with which other programs work for an account. The table keeps their hashes.
create table api_tokens (
  token_hash bytea not null primary key,
  account_id uuid not null references accounts (id),
  label text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table api_tokens is 'Keys of machine clients: trusted fronts, hotels'' own software. A token may be revoked, never moved or revived.';
create index api_tokens_by_account on api_tokens (account_id);

grant select, insert on api_tokens to motcua_app;
grant update (revoked_at) on api_tokens to motcua_app;
