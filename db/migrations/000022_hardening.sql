-- Acts of the law become leaves of the transparency log like all other acts: a cut tail of their chain shows.
-- They belong to the whole country; '00' is the code of no province.
alter table log_waiting drop constraint log_waiting_kind_check;
alter table log_waiting add constraint log_waiting_kind_check check (kind in ('act', 'access', 'law'));

-- What was written before waits for its number too.
insert into log_waiting (office_province, id, kind, entries, salts, digests)
select '00', gen_random_uuid(), 'law', array[id], uuid_send(gen_random_uuid()), hash from law_acts;

-- People see on which device a session of theirs runs, and end it; an operator shuts an account out at once.
alter table sessions add column device text check (length(device) <= 60);
comment on column sessions.device is 'Browser and system as the browser names itself, in few words, for its owner to know the session by.';
alter table accounts add column disabled_at timestamptz;
comment on column accounts.disabled_at is 'Since when nobody is let in under this account, whatever the provider says (motcua account).';
