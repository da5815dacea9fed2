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
  primary key (office_province, id),
  unique (office_province, reference),
  foreign key (office_province, dossier_id) references dossiers (office_province, id) deferrable initially deferred
);
create index debts_by_dossier on debts (office_province, dossier_id);
create index debts_by_reference on debts (reference);

create table bank_notices (
  office_province text not null,
  id uuid not null,
  received_at timestamptz not null default now(),
  bank_transaction text not null,
  reference text not null,
  amount_dong bigint not null,
  paid_at timestamptz not null,
  verdict text not null check (verdict in ('matched', 'unknown-reference', 'wrong-amount', 'already-paid', 'cancelled-debt')),
  primary key (office_province, id),
  unique (office_province, bank_transaction)
);
comment on table bank_notices is 'Each transfer the bank told us of, once, whatever became of it. Insert and select only.';

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
  foreign key (office_province, debt_id) references debts (office_province, id)
);
