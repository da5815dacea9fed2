import type { Edition, Evidence, Procedure } from "../src/engine/definition/index.ts";
import { showDate } from "../src/kernel/plain-date.ts";
import { type DatedRow, type DatedTable, LAW_FIELDS } from "./parameters/dated-table.ts";
import type { LegalSource } from "./sources/index.ts";

/** What a reader of the law is asked to confirm, the least proven first. */
const LEVELS: readonly { readonly evidence: Evidence; readonly title: string; readonly lead: string }[] = [
  {
    evidence: "recalled",
    title: "Recalled",
    lead: "From memory. Each must be read in the gazette before it decides a real case.",
  },
  { evidence: "reported", title: "Reported", lead: "Others say so; the text itself was not read, or only in part." },
];

/** Keys named in one line; the rest is counted. */
const NAMED_MOST = 8;

/**
 * The list of what is not proven, as Markdown: figures that were recalled, then those that were reported, each group a
 * place in a legal text with the rows that rest on it; then citations of procedures, texts whose dates are unproven, and
 * the open questions of the procedures with what was assumed meanwhile.
 */
export function lawToConfirm(
  tables: readonly DatedTable[],
  sources: readonly LegalSource[],
  procedures: readonly Procedure[],
): string {
  // The texts have a section of their own, and editions stand under their citations.
  const read = tables
    .filter((table) => table.field !== "texts" && table.field !== "procedures")
    .map((table) => ({ table, rows: table.rows() }));
  const levels = LEVELS.flatMap(({ evidence, title, lead }) => [
    `## ${title}: ${count(read.flatMap(({ rows }) => rows.filter((row) => row.evidence === evidence)).length, "row")}`,
    lead,
    ...read.flatMap(({ table, rows }) => tableLines(table, rows, evidence)),
    ...citationLines(procedures, evidence),
    ...sourceLines(sources, evidence),
  ]);
  return `${[HEAD, ...levels, ...questionLines(procedures)].join("\n\n")}\n`;
}

const HEAD = `# Law to confirm

What stands in \`law/\` without having been read in an official text, the least proven first. Written by
\`node tools/law-to-confirm.ts --write\` from the evidence marks; change the marks, not this page.`;

function tableLines(table: DatedTable, rows: readonly DatedRow[], evidence: Evidence): string[] {
  const unproven = rows.filter((row) => row.evidence === evidence);
  if (unproven.length === 0) return [];
  const byBasis = Map.groupBy(unproven, (row) =>
    row.basis.map(({ source, article }) => `${source} ${article}`).join(" + "),
  );
  const lines = [...byBasis].map(([basis, ofBasis]) => `- ${basis}: ${named(ofBasis)}`);
  return [`### ${LAW_FIELDS[table.field].en}: ${table.title.en} (${table.title.vi})`, lines.join("\n")];
}

/** `id-exchange (25.000 đ from 01/01/2021), … and 12 more`. */
function named(rows: readonly DatedRow[]): string {
  const shown = rows.slice(0, NAMED_MOST).map((row) => {
    const words = row.name && row.name.vi !== row.key ? `${row.key} ${row.name.vi}` : row.key;
    return `${words} (${short(row.value.vi)}${row.from ? ` from ${showDate(row.from)}` : ""})`;
  });
  const more = rows.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
const short = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);
const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`;

type CitationLike = { readonly source: string; readonly article: string; readonly evidence: Evidence };
/** Every citation inside an edition, wherever it stands. */
function citationsIn(value: unknown): CitationLike[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "source" in value && "article" in value && "evidence" in value ? [value as CitationLike] : [];
  return [...own, ...Object.values(value).flatMap(citationsIn)];
}

function citationLines(procedures: readonly Procedure[], evidence: Evidence): string[] {
  const lines = procedures.flatMap((procedure) => {
    const cited = procedure.editions.flatMap((edition: Edition) => citationsIn(edition));
    const places = new Set(
      cited.filter((one) => one.evidence === evidence).map(({ source, article }) => `${source} ${article}`),
    );
    return places.size === 0 ? [] : [`- ${procedure.title.vi}: ${[...places].sort().join("; ")}`];
  });
  return lines.length === 0 ? [] : ["### Citations of procedures", lines.join("\n")];
}

function sourceLines(sources: readonly LegalSource[], evidence: Evidence): string[] {
  const lines = sources
    .filter((source) => source.evidence === evidence)
    .map((source) => {
      const from = source.inForceFrom ? showDate(source.inForceFrom) : "first day not established";
      const until = source.inForceUntil ? ` to ${showDate(source.inForceUntil)}` : "";
      return `- ${source.number}, ${source.title} (${from}${until})${source.note ? `: ${source.note}` : ""}`;
    });
  return lines.length === 0 ? [] : ["### Legal texts", lines.join("\n")];
}

function questionLines(procedures: readonly Procedure[]): string[] {
  const asked = procedures.flatMap((procedure) => {
    const questions = new Map(
      procedure.editions.flatMap((edition) => (edition.questions ?? []).map((one) => [one.question, one] as const)),
    );
    const lines = [...questions.values()].map(({ question, assumed }) => `- ${question}\n  Assumed: ${assumed}`);
    return lines.length === 0 ? [] : [`### ${procedure.title.vi}`, lines.join("\n")];
  });
  return asked.length === 0 ? [] : ["## Questions", "What no text answered, and what was assumed meanwhile.", ...asked];
}
