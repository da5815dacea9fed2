import { communeStates, loadOldUnits } from "../../../../law/index.ts";
import { addDays, type PlainDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";
import type { PersonRecord, RegisteredAddress } from "../record.ts";
import type { RowFault } from "./columns.ts";
import type { PersonRow } from "./person-columns.ts";

const { oldWards, LAST_OLD_DAY } = await loadOldUnits();
const todays = new Set(
  communeStates()
    .filter(({ until }) => until === null)
    .map(({ code }) => code),
);

type Addresses = {
  readonly all: readonly RegisteredAddress[];
  /** The permanent residence under its commune of today. */
  readonly permanent: { readonly commune: string; readonly line: string };
};

/** The addresses after a row: one that is new ends the one before it on the day before; none is written over. */
export function mergeAddresses(
  known: PersonRecord | null,
  row: PersonRow,
  asOf: PlainDate,
): Result<Addresses, readonly RowFault[]> {
  let all = known?.addresses ?? [];
  let permanent = known?.person.permanent ?? { commune: "", line: "" };
  const faults: RowFault[] = [];
  for (const kind of ["permanent", "temporary", "current"] as const) {
    const commune = row[`${kind}_commune`];
    const line = row[`${kind}_line`];
    if (commune === null && line === null) continue;
    if (commune === null || line === null) {
      faults.push({ column: `${kind}_${commune === null ? "commune" : "line"}`, reason: BOTH });
      continue;
    }
    const from = row[`${kind}_since`];
    const until = kind === "temporary" ? row.temporary_until : null;
    const today = communeToday(commune, from, kind === "permanent" ? row.permanent_commune_today : null);
    if (typeof today !== "string" && kind === "permanent") faults.push(today);
    if (until !== null && until < (from ?? asOf)) faults.push({ column: `${kind}_until`, reason: ENDS_BEFORE });
    const open = all.findLast((one) => one.kind === kind && one.until === null);
    const isOpen =
      open?.commune === commune && searchKey(open.line) === searchKey(line) && (from === null || open.from === from);
    if (!isOpen) all = withAddress(all, { kind, commune, line, from: from ?? (known ? asOf : null), until });
    if (kind === "permanent" && typeof today === "string")
      permanent = isOpen && known ? permanent : presentOf(all, line, today, known);
  }
  return faults.length > 0 ? fail(faults) : ok({ all, permanent });
}

/** An address of before the present one does not become the present one. */
function presentOf(
  all: readonly RegisteredAddress[],
  line: string,
  commune: string,
  known: PersonRecord | null,
): Addresses["permanent"] {
  const present = all.findLast((one) => one.kind === "permanent" && one.until === null);
  return known && present?.line !== line ? known.person.permanent : { commune, line };
}

/** Adds an address in its place in time: the one before it ends the day before, and it ends where a later one begins. */
function withAddress(all: readonly RegisteredAddress[], coming: RegisteredAddress): readonly RegisteredAddress[] {
  const start = coming.from;
  const others = all.filter((one) => !(one.kind === coming.kind && one.from === start));
  const ofKind = others.filter((one) => one.kind === coming.kind);
  const later = ofKind.find((one) => one.from !== null && (start === null || one.from > start));
  const ended = others.map((one) => {
    const overlaps = one.kind === coming.kind && start !== null && (one.from === null || one.from < start);
    return overlaps && (one.until === null || one.until >= start) ? { ...one, until: addDays(start, -1) } : one;
  });
  const until = later?.from && coming.until === null ? addDays(later.from, -1) : coming.until;
  return [...ended, { ...coming, until }].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
}

/** The commune of today for a unit as it was registered; a fault where only an officer can say. */
function communeToday(code: string, from: PlainDate | null, said: string | null): string | RowFault {
  const isOld = from === null ? !todays.has(code) : from <= LAST_OLD_DAY;
  const ward = isOld ? oldWards().get(code) : undefined;
  if (!ward) return todays.has(code) ? code : { column: "permanent_commune", reason: ENDED };
  if (said !== null)
    return ward.successors.includes(said) ? said : { column: "permanent_commune_today", reason: NOT_SUCCESSOR };
  const [first] = ward.successors;
  return ward.successors.length === 1 && first ? first : { column: "permanent_commune_today", reason: DIVIDED };
}

const BOTH = text("Một địa chỉ cần cả mã xã và phần còn lại.", "An address needs both the commune code and the line.");
const ENDS_BEFORE = text("Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins.");
const ENDED = text(
  "Đơn vị này đã hết từ 01/07/2025 nhưng ngày bắt đầu lại sau đó. Hãy dùng mã xã mới hoặc sửa ngày.",
  "This unit ended on 01/07/2025, but the address begins later. Use the code of the new commune, or mend the day.",
);
const DIVIDED = text(
  "Xã, phường cũ này đã chia cho nhiều đơn vị. Hãy ghi mã xã hiện nay vào cột permanent_commune_today.",
  "This old ward was divided among several units. Write the code of today's commune into the column permanent_commune_today.",
);
const NOT_SUCCESSOR = text(
  "Xã hiện nay không phải là đơn vị nhận địa bàn của xã, phường cũ đã ghi.",
  "Today's commune is none of those that took the old ward.",
);
