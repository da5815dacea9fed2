import { CsvError, parse } from "csv-parse/sync";
import { dong } from "../../../kernel/dong.ts";
import {
  type Instant,
  instantAt,
  parseIsoDate,
  parseLocalDateTime,
  parseVietnameseDate,
} from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import {
  BALANCES_MISSING,
  broken,
  type Entry,
  FORMATS,
  type LineFault,
  NO_AMOUNT,
  NO_DAY,
  NO_NUMBER,
  type NoStatement,
  plain,
  type Statement,
  transactionNumber,
} from "./statement.ts";

/**
 * Our own form of a statement, for banks whose export is a table (docs/operating names it): first lines `name;value` for
 * `tai_khoan`, `so_sao_ke`, `so_du_dau_ky`, `so_du_cuoi_ky`, then a heading line and one line an entry.
 */
const HEADING = ["so_giao_dich", "thoi_diem", "ghi_co", "ghi_no", "nguoi_chuyen", "noi_dung"] as const;
const FACTS = ["tai_khoan", "so_sao_ke", "so_du_dau_ky", "so_du_cuoi_ky"] as const;
const RECORDS_MAX = 100_000;

/** Reads the CSV form; a line that cannot be read is a fault of its own and the others go on. */
export function readCsvStatement(content: string): Result<Statement, NoStatement> {
  const delimiter = content.slice(0, 2_000).includes(";") ? ";" : ",";
  let records: readonly (readonly string[])[];
  try {
    records = parse(content, { delimiter, bom: true, relax_column_count: true, trim: true, to: RECORDS_MAX });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(FORMATS);
  }
  const heading = records.findIndex((record) => record[0]?.toLowerCase() === HEADING[0]);
  if (heading < 0) return fail(FORMATS);
  const columns = new Map((records[heading] ?? []).map((name, at) => [name.toLowerCase(), at]));
  const missing = HEADING.filter((name) => !columns.has(name));
  if (missing.length > 0)
    return fail(broken(heading + 1, text(`thiếu cột ${missing.join(", ")}`, `no column ${missing.join(", ")}`)));
  const facts = new Map(records.slice(0, heading).map(([name = "", value = ""]) => [name.toLowerCase(), value]));
  const [account, reference, first, last] = FACTS.map((name) => facts.get(name) ?? "");
  if (!account || !reference)
    return fail(text("Thiếu tài khoản hoặc số sao kê.", "The account or the statement's number is missing."));
  const [opening, closing] = [balance(first ?? ""), balance(last ?? "")];
  if (opening === null || closing === null) return fail(BALANCES_MISSING);

  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  for (const [n, record] of records.slice(heading + 1).entries()) {
    const line = heading + 2 + n;
    if (record.every((cell) => cell === "")) continue;
    const cell = (name: (typeof HEADING)[number]): string => record[columns.get(name) ?? -1] ?? "";
    const number = transactionNumber(cell("so_giao_dich"));
    const [credit, debit] = [amountOf(cell("ghi_co")), amountOf(cell("ghi_no"))];
    const bookedAt = momentOf(cell("thoi_diem"));
    if (number === null) faults.push({ line, what: NO_NUMBER });
    else if (bookedAt === null) faults.push({ line, what: NO_DAY });
    else if (credit === null || debit === null || credit > 0 === debit > 0) faults.push({ line, what: NO_AMOUNT });
    else {
      const [content, payerName] = [plain(cell("noi_dung")), plain(cell("nguoi_chuyen"), 140)];
      entries.push({ line, bankTransaction: number, amount: dong(credit - debit), content, payerName, bookedAt });
    }
  }
  return ok({
    format: "csv",
    account,
    reference: plain(reference, 60),
    opening: dong(opening),
    closing: dong(closing),
    entries,
    faults,
  });
}

/** `1.234.000` or `1234000`, with or without `đ`; empty is nothing. */
function amountOf(value: string): number | null {
  const digits = value.replace(/\s*(đ|VND)$/iu, "");
  if (digits === "") return 0;
  if (!/^(\d{1,15}|\d{1,3}([.,]\d{3}){1,4})$/.test(digits)) return null;
  return Number(digits.replace(/[.,]/g, ""));
}
function balance(value: string): number | null {
  if (value === "") return null;
  const amount = amountOf(value.replace(/^-/, ""));
  return amount === null ? null : value.startsWith("-") ? -amount : amount;
}

/** `23/11/2026 09:15`, `23/11/2026`, `2026-11-23T09:15` or `2026-11-23`. */
function momentOf(value: string): Instant | null {
  const [, date = "", hours, minutes] = /^(\S+?)(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?$/.exec(value) ?? [];
  const day = parseVietnameseDate(date) ?? parseIsoDate(date);
  if (!day) return null;
  if (hours === undefined) return instantAt(day, 0);
  return parseLocalDateTime(`${day}T${hours}:${minutes}`);
}
