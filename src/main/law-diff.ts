import { LAW_FIELDS, type LawChange, lawChanges } from "../../law/index.ts";
import { type PlainDate, parseIsoDate, parseVietnameseDate, showDate } from "../kernel/plain-date.ts";
import { type Text, text } from "../kernel/text.ts";
import { Trouble } from "../platform/trouble.ts";

/**
 * `motcua law-diff FROM UNTIL [--json]`: every figure, form, place, rule and text that is otherwise on the second day, with
 * the old and the new value and the texts of both; grouped by field.
 */
export async function lawDiffNow(args: readonly string[]): Promise<number> {
  const [first, second, ...rest] = args.filter((arg) => arg !== "--json").map(dayOf);
  if (!first || !second || rest.length > 0) throw new Trouble(USAGE);
  const changes = await lawChanges(first, second);
  process.stdout.write(
    args.includes("--json") ? `${JSON.stringify(changes.map(plain), null, 2)}\n` : printed(changes, first, second),
  );
  return 0;
}

const dayOf = (given: string): PlainDate | null => parseIsoDate(given) ?? parseVietnameseDate(given);

/** The change without what only the program needs. */
const plain = ({ before, after, ...change }: LawChange) => ({
  ...change,
  before: before && { value: before.value, from: before.from, until: before.until, basis: before.basis },
  after: after && { value: after.value, from: after.from, until: after.until, basis: after.basis },
  sources: [...(before?.basis ?? []), ...(after?.basis ?? [])],
});

function printed(changes: readonly LawChange[], first: PlainDate, second: PlainDate): string {
  const lines = [`${showDate(first)} → ${showDate(second)}: ${changes.length} thay đổi / changes`];
  for (const [field, ofField] of Map.groupBy(changes, (change) => change.field)) {
    lines.push("", `# ${LAW_FIELDS[field].vi} / ${LAW_FIELDS[field].en} (${ofField.length})`);
    for (const ofTable of Map.groupBy(ofField, (change) => change.table).values()) {
      const title = ofTable[0]?.tableTitle;
      lines.push("", `## ${title?.vi} / ${title?.en} (${ofTable.length})`, ...ofTable.map(line));
    }
  }
  return `${lines.join("\n")}\n`;
}

function line({ key, name, before, after, kind }: LawChange): string {
  const known = name?.vi ?? key;
  const told = known.includes(key) ? known : `${known} (${key})`;
  const was = before ? `${before.value.vi} [${placesOf(before)}]` : "–";
  const is = after ? `${after.value.vi} [${placesOf(after)}]` : "–";
  return kind === "restated" ? `= ${told}: ${was} → [${after ? placesOf(after) : ""}]` : `* ${told}: ${was} → ${is}`;
}

const placesOf = (row: NonNullable<LawChange["before"]>): string =>
  row.basis.map(({ source, article }) => `${source}, ${article}`).join("; ");

const USAGE: Text = text(
  "Cần đúng hai ngày, ví dụ: motcua law-diff 2025-06-30 2025-07-01 (thêm --json nếu cần).",
  "Exactly two days are needed, such as: motcua law-diff 2025-06-30 2025-07-01 (and --json if wanted).",
);
