-- Money in full: one append-only ledger, cash with numbered receipts, statements of the bank, what is forgiven, what goes
-- back, closed days, what was handed to the treasury. Key of distribution: the province of the office.

-- One row is one movement from the account credited to the account debited: it cannot fail to add up to zero.
create table money_movements (
  office_province text not null,
  id uuid not null,
  kind text not null,
  source text not null,
  debit text not null,
  credit text not null,
  amount_dong bigint not null check (amount_dong > 0),
  unit_id text not null,
  book_day date not null,
  at timestamptz not null,
  debt_id uuid,
  fee_key text,
  dossier_code text,
  notice_id uuid,
  receipt_id uuid,
  refund_id uuid,
  drawer uuid,
  by_account uuid not null,
  by_name text not null,
  primary key (office_province, id),
  unique (office_province, kind, source),
  check (debit <> credit),
  check (debit in ('owed', 'levied', 'received-bank', 'received-cash', 'unmatched', 'exempted', 'refunded', 'refund-due', 'treasury', 'difference')),
  check (credit in ('owed', 'levied', 'received-bank', 'received-cash', 'unmatched', 'exempted', 'refunded', 'refund-due', 'treasury', 'difference')),
  check ((drawer is not null) = (debit = 'received-cash' or credit = 'received-cash'))
);
comment on table money_movements is 'Insert and select only. Kind and source make a movement the same one, however often it is told.';
comment on column money_movements.drawer is 'Whose cash drawer the money went into or came out of: the officer''s account.';
create index money_movements_by_day on money_movements (office_province, unit_id, book_day);
create index money_movements_by_debt on money_movements (office_province, debt_id) where debt_id is not null;
create index money_movements_by_notice on money_movements (notice_id) where notice_id is not null;
create index money_movements_by_drawer on money_movements (office_province, drawer, book_day) where drawer is not null;
create view ledger_lines with (security_invoker = true) as
  select office_province, id as posting, debit as account, amount_dong, kind, unit_id, book_day, debt_id, fee_key, notice_id, drawer from money_movements
  union all
  select office_province, id, credit, -amount_dong, kind, unit_id, book_day, debt_id, fee_key, notice_id, drawer from money_movements;

alter table debts
  add column unit_id text not null default '',
  add column paid_dong bigint not null default 0,
  add column waived_dong bigint not null default 0,
  add constraint debts_settled_check check (paid_dong >= 0 and waived_dong >= 0 and paid_dong + waived_dong <= amount_dong);
alter table debts drop constraint debts_check;
alter table debts add constraint debts_refund_due_check check (refund_due_at is null or paid_dong > 0);
update debts set paid_dong = amount_dong where paid_at is not null;
update debts b set unit_id = d.unit_id from dossiers d where d.office_province = b.office_province and d.id = b.dossier_id;
comment on column debts.unit_id is 'The office the money is owed to; moves with the dossier.';
create index debts_open_by_head on debts (office_province, substr(reference, 5, 7)) where paid_at is null and cancelled_at is null;
create index debts_open_by_tail on debts (office_province, "right"(reference, 7)) where paid_at is null and cancelled_at is null;
create index debts_open_by_rest on debts (office_province, (amount_dong - paid_dong - waived_dong)) where paid_at is null and cancelled_at is null;

-- A debt may be paid in several transfers, and one transfer may pay several debts.
alter table payments drop constraint payments_office_province_debt_id_key;
alter table payments drop constraint payments_office_province_bank_transaction_key;
alter table payments add unique (office_province, bank_transaction, debt_id);
create index payments_by_debt on payments (office_province, debt_id);

alter table bank_notices drop constraint bank_notices_learned_by_check;
alter table bank_notices add constraint bank_notices_learned_by_check check (learned_by in ('notice', 'query', 'statement'));
alter table bank_notices
  add column unit_id text not null default '',
  add column payer_name text not null default '',
  add column content text not null default '';
comment on column bank_notices.unit_id is 'The office whose debt the content names; empty where it names none.';
comment on column bank_notices.content is 'The content as it came, where the reference was read out of it.';
create index bank_notices_by_unit on bank_notices (office_province, unit_id, received_at desc);
update bank_notices n set unit_id = b.unit_id
  from debts b
  where b.office_province = n.office_province and b.reference = n.reference;

create table receipt_books (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  series text not null check (series ~ '^[A-Z0-9/-]{2,20}$'),
  from_number integer not null check (from_number > 0),
  to_number integer not null check (to_number >= from_number),
  next_number integer not null,
  holder uuid not null,
  holder_name text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (office_province, id),
  check (next_number between from_number and to_number + 1)
);
create index receipt_books_by_series on receipt_books (office_province, series, from_number);
create unique index receipt_books_open on receipt_books (office_province, unit_id, holder) where closed_at is null;

create table cash_receipts (
  office_province text not null,
  id uuid not null,
  book_id uuid not null,
  number integer not null,
  unit_id text not null,
  debt_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  fee_key text not null,
  title text not null,
  payer_name text not null,
  amount_dong bigint not null check (amount_dong > 0),
  book_day date not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  taken_by_name text not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_by_name text,
  cancel_reason text,
  primary key (office_province, id),
  unique (office_province, book_id, number),
  foreign key (office_province, book_id) references receipt_books (office_province, id),
  foreign key (office_province, debt_id) references debts (office_province, id),
  check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create unique index cash_receipts_living on cash_receipts (office_province, debt_id) where cancelled_at is null;
create index cash_receipts_by_day on cash_receipts (office_province, taken_by, book_day);

create table cash_days (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  officer uuid not null,
  officer_name text not null,
  book_day date not null,
  opening_dong bigint not null,
  taken_dong bigint not null,
  given_dong bigint not null,
  book_dong bigint not null,
  counted_dong bigint not null check (counted_dong >= 0),
  difference_reason text not null,
  closed_at timestamptz not null,
  primary key (office_province, id),
  unique (office_province, unit_id, officer, book_day),
  check (opening_dong + taken_dong - given_dong = book_dong),
  check (counted_dong = book_dong or length(difference_reason) > 0)
);
comment on table cash_days is 'A day of a drawer as it was counted. Insert and select only: what comes later belongs to the next day.';

create table treasury_handovers (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  way text not null check (way in ('cash', 'bank')),
  drawer uuid,
  amount_dong bigint not null check (amount_dong > 0),
  slip text not null,
  book_day date not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  primary key (office_province, id),
  unique (office_province, slip),
  check ((drawer is not null) = (way = 'cash'))
);

create table fee_waivers (
  office_province text not null,
  id uuid not null,
  debt_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  unit_id text not null,
  fee_title text not null,
  ground text not null,
  amount_dong bigint not null check (amount_dong > 0),
  evidence text not null,
  reason text not null,
  automatic boolean not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_number text,
  asked_at timestamptz not null,
  outcome text check (outcome in ('granted', 'refused')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text not null default '',
  primary key (office_province, id),
  foreign key (office_province, debt_id) references debts (office_province, id),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  check (automatic or decided_by is distinct from asked_by)
);
create index fee_waivers_by_debt on fee_waivers (office_province, debt_id);
create unique index fee_waivers_waiting on fee_waivers (office_province, debt_id) where outcome is null;

create table refunds (
  office_province text not null,
  id uuid not null,
  unit_id text not null,
  debt_id uuid,
  notice_province text,
  notice_id uuid,
  dossier_code text,
  fee_key text,
  amount_dong bigint not null check (amount_dong > 0),
  reason text not null,
  payee_name text not null,
  way text not null check (way in ('bank', 'cash')),
  payee_bin text not null default '',
  payee_account text not null default '',
  asked_by uuid not null,
  asked_by_name text not null,
  asked_number text,
  asked_at timestamptz not null,
  outcome text check (outcome in ('approved', 'refused')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text not null default '',
  sent_at timestamptz,
  paid_at timestamptz,
  paid_by uuid,
  paid_by_name text,
  proof text,
  primary key (office_province, id),
  check ((debt_id is null) <> (notice_id is null)),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  check (decided_by is distinct from asked_by),
  check (paid_at is null or outcome = 'approved'),
  check ((paid_at is null) = (proof is null)),
  check (way = 'cash' or (payee_bin ~ '^[0-9]{6}$' and payee_account ~ '^[0-9A-Za-z]{1,19}$'))
);
create index refunds_by_debt on refunds (office_province, debt_id) where debt_id is not null;
create index refunds_by_notice on refunds (notice_id) where notice_id is not null;
create index refunds_by_unit on refunds (office_province, unit_id, asked_at desc);

create table bank_statements (
  office_province text not null,
  id uuid not null,
  account text not null,
  reference text not null,
  format text not null check (format in ('csv', 'mt940', 'camt.053')),
  from_day date,
  until_day date,
  opening_dong bigint not null,
  closing_dong bigint not null,
  lines integer not null,
  faulty integer not null,
  imported_by uuid not null,
  imported_by_name text not null,
  imported_at timestamptz not null,
  primary key (office_province, id),
  unique (office_province, account, reference)
);
create table bank_statement_lines (
  office_province text not null,
  statement_id uuid not null,
  line integer not null,
  bank_transaction text not null,
  amount_dong bigint not null,
  content text not null,
  payer_name text not null,
  booked_at timestamptz not null,
  outcome text,
  primary key (office_province, statement_id, line),
  foreign key (office_province, statement_id) references bank_statements (office_province, id)
);
create index bank_statement_lines_waiting on bank_statement_lines (office_province, statement_id, line) where outcome is null;

-- What was done before there was a ledger is entered as of its own day.
insert into money_movements
  select b.office_province, gen_random_uuid(), 'debt-raised', b.id::text, 'owed', 'levied', b.amount_dong, b.unit_id,
         (b.created_at at time zone 'Asia/Ho_Chi_Minh')::date, b.created_at, b.id, b.fee_key, b.dossier_code, null, null, null, null,
         '00000000-0000-0000-0000-000000000000', 'Hệ thống Một Cửa'
    from debts b;
insert into money_movements
  select b.office_province, gen_random_uuid(), 'debt-cancelled', b.id::text, 'levied', 'owed', b.amount_dong, b.unit_id,
         (b.cancelled_at at time zone 'Asia/Ho_Chi_Minh')::date, b.cancelled_at, b.id, b.fee_key, b.dossier_code, null, null, null, null,
         '00000000-0000-0000-0000-000000000000', 'Hệ thống Một Cửa'
    from debts b where b.cancelled_at is not null;
insert into money_movements
  select n.office_province, gen_random_uuid(), 'bank-received', n.id::text, 'received-bank', 'unmatched', n.amount_dong, n.unit_id,
         (n.received_at at time zone 'Asia/Ho_Chi_Minh')::date, n.received_at, null, null, null, n.id, null, null, null,
         '00000000-0000-0000-0000-000000000000', 'Hệ thống Một Cửa'
    from bank_notices n where n.amount_dong > 0;
insert into money_movements
  select p.office_province, gen_random_uuid(), 'bank-matched', p.id::text, 'unmatched', 'owed', p.amount_dong, n.unit_id,
         (p.created_at at time zone 'Asia/Ho_Chi_Minh')::date, p.created_at, b.id, b.fee_key, b.dossier_code, n.id, null, null, null,
         '00000000-0000-0000-0000-000000000000', 'Hệ thống Một Cửa'
    from payments p join debts b on b.office_province = p.office_province and b.id = p.debt_id
      join bank_notices n on n.office_province = p.office_province and n.bank_transaction = p.bank_transaction;

grant select on money_movements, ledger_lines, receipt_books, cash_receipts, cash_days, treasury_handovers, fee_waivers, refunds,
  bank_statements, bank_statement_lines to motcua_app;
grant insert on money_movements, receipt_books, cash_receipts, cash_days, treasury_handovers, fee_waivers, refunds,
  bank_statements, bank_statement_lines to motcua_app;
grant update (next_number, closed_at) on receipt_books to motcua_app;
grant update (cancelled_at, cancelled_by, cancelled_by_name, cancel_reason) on cash_receipts to motcua_app;
grant update (outcome, decided_by, decided_by_name, decided_at, decision_reason) on fee_waivers to motcua_app;
grant update (outcome, decided_by, decided_by_name, decided_at, decision_reason, sent_at, paid_at, paid_by, paid_by_name, proof) on refunds to motcua_app;
grant update (outcome) on bank_statement_lines to motcua_app;

-- Money is seen by the office it belongs to; whoever keeps the accounts of a province sees all of the province, and what
-- names no debt, which may be anybody's ('00').
alter policy debts_in_scope on debts using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or exists (select from dossiers d where d.office_province = debts.office_province and d.id = debts.dossier_id)
);
alter table bank_notices enable row level security;
create policy bank_notices_in_scope on bank_notices to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table money_movements enable row level security;
create policy money_movements_in_scope on money_movements to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
-- A filer who withdraws ends what is owed, without seeing the books.
create policy money_movements_of_own_debt on money_movements for insert to motcua_app with check (
  exists (select from debts d where d.office_province = money_movements.office_province and d.id = money_movements.debt_id)
);
alter table receipt_books enable row level security;
create policy receipt_books_in_scope on receipt_books to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table cash_receipts enable row level security;
create policy cash_receipts_in_scope on cash_receipts to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
  or exists (select from debts d where d.office_province = cash_receipts.office_province and d.id = cash_receipts.debt_id)
);
alter table cash_days enable row level security;
create policy cash_days_in_scope on cash_days to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table treasury_handovers enable row level security;
create policy treasury_handovers_in_scope on treasury_handovers to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table fee_waivers enable row level security;
create policy fee_waivers_in_scope on fee_waivers to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or exists (select from debts d where d.office_province = fee_waivers.office_province and d.id = fee_waivers.debt_id)
);
alter table refunds enable row level security;
create policy refunds_in_scope on refunds to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
  or unit_id = any ((select current_setting('motcua.units', true))::text[])
);
alter table bank_statements enable row level security;
create policy bank_statements_in_scope on bank_statements to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
);
alter table bank_statement_lines enable row level security;
create policy bank_statement_lines_in_scope on bank_statement_lines to motcua_app using (
  (select current_setting('motcua.as', true)) = 'system'
  or office_province = any ((select current_setting('motcua.treasuries', true))::text[])
);
