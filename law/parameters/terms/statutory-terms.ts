import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowsByKey } from "../table.ts";
import { type SanctionTerm, sanctionTerms } from "../traffic/sanction-terms.ts";
import { type Limit, limitOf, limitsByName } from "./limits.ts";

/** Duties of security businesses, which no other table holds: term | count | unit | from | until | basis | evidence. */
const ownRows = `
security-certificate-lost|3|working-day|2016-07-01||96/2016/NĐ-CP@toàn văn + 282/2025/NĐ-CP@15|reported
responsible-person-change|3|working-day|2016-07-01||96/2016/NĐ-CP@toàn văn + 282/2025/NĐ-CP@15|reported
business-start-notice|5|day|2016-07-01||96/2016/NĐ-CP@toàn văn + 282/2025/NĐ-CP@15|reported
guard-target-notice|5|day|2016-07-01||96/2016/NĐ-CP@toàn văn + 282/2025/NĐ-CP@15|reported
`;

/** A length in a period. */
export type TermRow = Proven & { readonly limit: Limit | null };

/** A term that starts with an event. */
export type StatutoryTerm = {
  rows(): readonly TermRow[];
  /** Whether a last day on a day of rest moves on: a duty does, a limitation or a right held does not. */
  readonly rolls: boolean;
  /** Who is told, in a period; nobody where the law names none. */
  readonly recipients: readonly { readonly from: string; readonly names: readonly string[] }[];
  /** What being late is: an act of `penalty`, or a violation of road traffic. */
  readonly late: { readonly act: string } | { readonly violation: string } | null;
};

export const own = lazily(() =>
  rowsByKey(
    amended(
      "business-duties",
      parseTable(["term", "count", "unit", "from", "until", "basis", "evidence"], ownRows).map((row) => ({
        term: row.term,
        limit: { count: Number(row.count), unit: row.unit === "day" ? ("day" as const) : ("working-day" as const) },
        ...provenCells(row),
      })),
      (row) => row.term,
    ),
    (row) => row.term,
  ),
);
const ownTerm = (term: string) => (): readonly TermRow[] => own().get(term) ?? [];
const ofProcedure = (key: string) => (): readonly TermRow[] => limitsByName().get(key) ?? [];
const sanctionRows = lazily(() => rowsByKey(sanctionTerms().map(termRowOf), (row) => row.id));
const ofTraffic = (id: string) => (): readonly TermRow[] => sanctionRows().get(id) ?? [];

/** A term of sanctioning or of the vehicle registry, as the traffic tables hold it. */
function termRowOf(row: SanctionTerm): TermRow & { readonly id: string } {
  return {
    id: row.id,
    limit: limitOf(String(row.value), row.unit),
    from: row.from,
    until: row.until,
    basis: [{ source: row.source, article: row.article }, ...(row.amendedBy ? [row.amendedBy] : [])],
    evidence: row.evidence,
  };
}

type More = Partial<Pick<StatutoryTerm, "rolls" | "late" | "recipients">>;
const term = (rows: StatutoryTerm["rows"], told: readonly string[], more: More = {}): StatutoryTerm => ({
  rows,
  rolls: true,
  recipients: told.length === 0 ? [] : [{ from: "1000-01-01", names: told }],
  late: null,
  ...more,
});

/** Every term by its key. The lengths stand in the tables of their fields. */
export const statutoryTerms = {
  "passport-lost-report": term(ofProcedure("passport-lost-report-citizen-duty"), ["immigration-or-nearest-police"]),
  "seal-lost-report": term(ofProcedure("seal-lost-report"), ["registering-police", "commune-police"], {
    late: { act: "seal-loss-report-late" },
  }),
  "seal-certificate-lost": term(ofProcedure("seal-lost-report"), [], {
    late: { act: "seal-certificate-reissue-late" },
    recipients: [
      { from: "2026-03-15", names: ["registering-police", "commune-police"] },
      { from: "1000-01-01", names: ["registering-police"] },
    ],
  }),
  "security-certificate-lost": term(ownTerm("security-certificate-lost"), ["issuing-police"]),
  "responsible-person-change": term(ownTerm("responsible-person-change"), ["issuing-police"]),
  "business-start-notice": term(ownTerm("business-start-notice"), ["commune-police"]),
  "guard-target-notice": term(ownTerm("guard-target-notice"), ["commune-police-of-target"]),
  "fine-payment": term(ofTraffic("pay"), []),
  "camera-notice": term(ofTraffic("camera-notice"), ["vehicle-owner"]),
  "vehicle-recall-after-sale": term(ofTraffic("transfer-recall"), ["vehicle-registry"], {
    late: { violation: "168-32-8-d" },
  }),
  "end-of-life-vehicle": term(ofTraffic("end-of-life"), ["vehicle-registry"]),
  "explanation-written": term(ofTraffic("explain-written"), []),
  "sanction-decision": term(ofTraffic("decision-normal"), []),
  "sanction-limitation": term(ofTraffic("statute"), [], { rolls: false }),
  "fine-enforcement": term(ofTraffic("execute-limit"), [], { rolls: false }),
  "identification-plate-hold": term(ofTraffic("plate-keep"), [], { rolls: false }),
  "plate-auction-payment": term(ofTraffic("auction-pay"), []),
  "plate-auction-registration": term(ofTraffic("auction-register"), ["vehicle-registry"]),
  "child-residence-registration": term(ofProcedure("residence-child-duty"), ["commune-police"]),
} as const satisfies { readonly [term: string]: StatutoryTerm };
export type TermKey = keyof typeof statutoryTerms;

/** Who is told of an event on a day. */
export const recipientsOn = (term: StatutoryTerm, on: PlainDate): readonly string[] =>
  term.recipients.find((row) => row.from <= on)?.names ?? [];
