import { SaxesParser } from "saxes";
import { dong } from "../../../kernel/dong.ts";
import { type Instant, instantAt, parseIsoDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import {
  BALANCES_MISSING,
  type Entry,
  FORMATS,
  type LineFault,
  NO_AMOUNT,
  NO_DAY,
  NO_NUMBER,
  NOT_DONG,
  type NoStatement,
  plain,
  type Statement,
  transactionNumber,
  wholeAmount,
} from "./statement.ts";

/**
 * An ISO 20022 camt.053 statement, of any version of the message: the elements read are the same in all. A document type
 * declaration is refused as a whole, so no entity of the file's own is ever expanded.
 */
type Element = { name: string; line: number; text: string; currency: string; children: Element[] };

const ELEMENTS_MAX = 2_000_000;
const DEPTH_MAX = 30;
const TOO_LARGE = text("Tệp XML quá lớn hoặc lồng quá sâu.", "The XML is too large or too deep.");
const NOT_XML = text("Tệp XML không đúng cú pháp.", "The file is not well-formed XML.");
const DOCTYPE = text(
  "Tệp XML có khai báo DOCTYPE nên không được nhận.",
  "The XML has a DOCTYPE, which is not accepted.",
);

/** Reads the one statement of a camt.053 document; an entry that cannot be read is a fault of its own. */
export function readCamt053(content: string): Result<Statement, NoStatement> {
  const root = treeOf(content);
  if (!root.ok) return root;
  const message = child(child(root.value, "Document"), "BkToCstmrStmt");
  const statements = children(message, "Stmt");
  const [statement] = statements;
  if (!statement) return fail(FORMATS);
  if (statements.length > 1)
    return fail(
      text("Tệp có nhiều sao kê. Vui lòng gửi từng sao kê.", "The file has several statements. Send them one by one."),
    );
  const account = at(statement, "Acct", "Id", "Othr", "Id") || at(statement, "Acct", "Id", "IBAN");
  const reference = plain(at(statement, "Id"), 60);
  if (!account || !reference) return fail(FORMATS);
  const opening = balanceOf(statement, ["OPBD", "PRCD"]);
  const closing = balanceOf(statement, ["CLBD"]);
  if (opening === null || closing === null) return fail(BALANCES_MISSING);
  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  for (const entry of children(statement, "Ntry"))
    for (const read of entriesOf(entry)) {
      if (read === null) continue;
      if (read.ok) entries.push(read.value);
      else faults.push(read.failure);
    }
  const [from, until] = [dong(opening), dong(closing)];
  return ok({
    format: "camt.053",
    account: plain(account, 34),
    reference,
    opening: from,
    closing: until,
    entries,
    faults,
  });
}

/** Whether a file looks like a camt.053. */
export const isCamt053 = (content: string): boolean => content.slice(0, 5_000).includes("BkToCstmrStmt");

function treeOf(content: string): Result<Element, NoStatement> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root: Element = { name: "", line: 0, text: "", currency: "", children: [] };
  const open: Element[] = [root];
  let failure: NoStatement | null = null;
  let count = 0;
  parser.on("doctype", () => {
    failure ??= DOCTYPE;
  });
  parser.on("error", () => {
    failure ??= NOT_XML;
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (count > ELEMENTS_MAX || open.length > DEPTH_MAX) failure ??= TOO_LARGE;
    if (failure) return;
    const currency = tag.attributes.Ccy?.value ?? "";
    const element: Element = { name: tag.local, line: parser.line, text: "", currency, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    if (!failure) open.pop();
  });
  parser.on("text", (words) => {
    const last = open.at(-1);
    if (last && !failure) last.text += words;
  });
  // In pieces, so that a refused file is not read to its end.
  for (let from = 0; from < content.length && !failure; from += 65_536)
    parser.write(content.slice(from, from + 65_536));
  if (!failure) parser.close();
  return failure ? fail(failure) : ok(root);
}

const children = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((one) => one.name === name) ?? [];
const child = (element: Element | undefined, name: string): Element | undefined => children(element, name)[0];
const at = (element: Element | undefined, ...path: readonly string[]): string =>
  path.reduce<Element | undefined>(child, element)?.text.trim() ?? "";

function balanceOf(statement: Element, codes: readonly string[]): number | null {
  const balance = children(statement, "Bal").find((one) => codes.includes(at(one, "Tp", "CdOrPrtry", "Cd")));
  const amount = child(balance, "Amt");
  const whole = amount && amount.currency === "VND" ? wholeAmount(amount.text.trim()) : null;
  return whole === null ? null : at(balance, "CdtDbtInd") === "DBIT" ? -whole : whole;
}

/** One entry, or the transactions booked together in it. Null for what is not booked yet. */
function entriesOf(entry: Element): readonly (Result<Entry, LineFault> | null)[] {
  const status = at(entry, "Sts", "Cd") || at(entry, "Sts");
  if (status !== "" && status !== "BOOK") return [null];
  const details = children(entry, "NtryDtls").flatMap((one) => [...children(one, "TxDtls")]);
  if (details.length <= 1) return [entryOf(entry, details[0], entry)];
  return details.map((one) => entryOf(entry, one, one));
}

function entryOf(entry: Element, details: Element | undefined, counted: Element): Result<Entry, LineFault> {
  const { line } = counted;
  const money = child(counted, "Amt") ?? child(child(child(counted, "AmtDtls"), "TxAmt"), "Amt");
  if (!money) return fail({ line, what: NO_AMOUNT });
  if (money.currency !== "VND") return fail({ line, what: NOT_DONG });
  const amount = wholeAmount(money.text.trim());
  if (amount === null || amount === 0) return fail({ line, what: NO_AMOUNT });
  const bookedAt = momentOf(at(entry, "BookgDt", "DtTm") || at(entry, "BookgDt", "Dt"));
  if (bookedAt === null) return fail({ line, what: NO_DAY });
  const number = transactionNumber(
    at(details, "Refs", "AcctSvcrRef") ||
      (counted === entry ? at(entry, "AcctSvcrRef") || at(entry, "NtryRef") : at(details, "Refs", "TxId")),
  );
  if (number === null) return fail({ line, what: NO_NUMBER });
  const credit = (at(counted, "CdtDbtInd") || at(entry, "CdtDbtInd")) === "CRDT";
  const parties = child(details, "RltdPties");
  const content =
    children(child(details, "RmtInf"), "Ustrd")
      .map((one) => one.text)
      .join(" ") || at(entry, "AddtlNtryInf");
  return ok({
    line,
    bankTransaction: number,
    // The direction stands as booked, also of a reversal.
    amount: dong(credit ? amount : -amount),
    content: plain(content),
    payerName: plain(at(parties, "Dbtr", "Nm") || at(parties, "Dbtr", "Pty", "Nm"), 140),
    bookedAt,
  });
}

function momentOf(value: string): Instant | null {
  const day = parseIsoDate(value.slice(0, 10));
  if (!day) return null;
  if (value.length <= 10) return instantAt(day, 0);
  const moment = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(value) ? value : `${value}+07:00`);
  return Number.isNaN(moment) ? null : moment;
}
