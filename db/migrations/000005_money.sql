-- What is owed, what the bank said, what was paid. Key of distribution: the province of the office.
create table debts (
  office_province text not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  fee_key text not null,
  title text not null,
  amount_dong bigint not null check (amount_dong > 0),
  reference text not null,
  created_at timestamptz not null default now(),
  cancelled_at timestamptz,
  paid_at timestamptz,
  refund_due_at timestamptz check (refund_due_at is null or paid_at is not null),
  asked_at timestamptz,
  primary key (office_province, id),
  unique (office_province, reference),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create index debts_by_dossier on debts (office_province, dossier_id);
create index debts_by_reference on debts (reference);
create index debts_open_by_asked on debts ((coalesce(asked_at, created_at))) where paid_at is null and cancelled_at is null;
comment on column debts.asked_at is 'When the bank was last asked for a transfer it may have failed to tell of.';
comment on column debts.refund_due_at is 'Set when a fee that was paid is to be given back.';

create table bank_notices (
  office_province text not null,
  id uuid not null,
  received_at timestamptz not null default now(),
  bank_transaction text not null,
  reference text not null,
  amount_dong bigint not null,
  paid_at timestamptz not null,
  account text not null,
  learned_by text not null check (learned_by in ('notice', 'query')),
  verdict text not null check (verdict in ('matched', 'unknown-reference', 'wrong-amount', 'already-paid', 'cancelled-debt')),
  primary key (office_province, id),
  unique (office_province, bank_transaction)
);
comment on table bank_notices is 'Each transfer the bank told us of, once, whatever became of it. Insert and select only.';
create index bank_notices_by_transaction on bank_notices (bank_transaction);
create index bank_notices_by_received on bank_notices (office_province, received_at desc);

create table payments (
  office_province text not null,
  id uuid not null,
  debt_id uuid not null,
  bank_transaction text not null,
  amount_dong bigint not null,
  paid_at timestamptz not null,
  receipt_number text not null,
  created_at timestamptz not null default now(),
  primary key (office_province, id),
  unique (office_province, debt_id),
  unique (office_province, bank_transaction),
  unique (office_province, receipt_number),
  foreign key (office_province, debt_id) references debts (office_province, id)
);
