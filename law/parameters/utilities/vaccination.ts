import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable } from "../table.ts";

/** A vaccine of the list of December 2021, and how many doses its course has. */
export type Vaccine = Proven & {
  readonly key: string;
  readonly name: string;
  readonly course: number;
  /** Codes of the European value sets; empty where none was found. */
  readonly dcc: { readonly prophylaxis: string; readonly product: string; readonly holder: string };
};

/**
 * key | name | doses of the course | DCC vp | mp | ma | from | until | basis | evidence. The codes are those of the
 * European value sets, from memory; the list and the courses were read.
 */
const VACCINES = `
astrazeneca|AstraZeneca (Vaxzevria/AZD1222)|2|J07BX03|EU/1/21/1529|ORG-100001699|2021-12-20||5772/QĐ-BYT@toàn văn|read
sputnik-v|Sputnik V (Gam-COVID-Vac)|2||Sputnik-V|Gamaleya-Research-Institute|2021-12-20||5772/QĐ-BYT@toàn văn|read
vero-cell|Vero Cell (BBIBP-CorV)|2||BBIBP-CorV|ORG-100020693|2021-12-20||5772/QĐ-BYT@toàn văn|read
comirnaty|Comirnaty (Pfizer/BioNTech)|2|1119349007|EU/1/20/1528|ORG-100030215|2021-12-20||5772/QĐ-BYT@toàn văn|read
spikevax|Spikevax (Moderna)|2|1119349007|EU/1/20/1507|ORG-100031184|2021-12-20||5772/QĐ-BYT@toàn văn|read
janssen|Janssen|1||EU/1/20/1525|ORG-100001417|2021-12-20||5772/QĐ-BYT@toàn văn|read
hayat-vax|Hayat-Vax|2||Hayat-Vax|Gulf-Pharmaceutical-Industries|2021-12-20||5772/QĐ-BYT@toàn văn|read
abdala|Abdala|3||Abdala|CIGB|2021-12-20||5772/QĐ-BYT@toàn văn|read
`;
/** The keys people may give; the last two are on no list of ours. */
export const VACCINE_KEYS = [
  "astrazeneca",
  "sputnik-v",
  "vero-cell",
  "comirnaty",
  "spikevax",
  "janssen",
  "hayat-vax",
  "abdala",
  "covaxin",
  "other",
] as const;

export const vaccines = lazily(
  (): ReadonlyMap<string, Vaccine> =>
    new Map(
      parseTable(["key", "name", "course", "vp", "mp", "ma", "from", "until", "basis", "evidence"], VACCINES).map(
        (row) => [
          row.key,
          {
            key: row.key,
            name: row.name,
            course: numberCell(row.course) ?? 0,
            dcc: { prophylaxis: row.vp, product: row.mp, holder: row.ma },
            ...provenCells(row),
          },
        ],
      ),
    ),
);

/** The procedure of the vaccine passport. Its QR code lives so many months from its making. */
export const vaccinePassport: Proven & { readonly qrMonths: number; readonly nationwideFrom: PlainDate } = {
  qrMonths: 12,
  nationwideFrom: day("2022-04-15"),
  from: day("2021-12-20"),
  until: null,
  basis: [{ source: "5772/QĐ-BYT", article: "toàn văn" }],
  evidence: "read",
};

/** How long a negative test counts, and how often the yellow card asks for one. */
export const tests: readonly (Proven & {
  readonly kind: string;
  readonly count: number;
  readonly unit: "hour" | "day";
})[] = [
  {
    kind: "negative-test",
    count: 72,
    unit: "hour",
    from: day("2021-07-19"),
    until: null,
    basis: [{ source: "5753/BYT-MT", article: "toàn văn" }],
    evidence: "recalled",
  },
  {
    kind: "yellow-card-test",
    count: 3,
    unit: "day",
    from: day("2021-09-08"),
    until: null,
    basis: [{ source: "SYT-HCM/2021-09-08", article: "toàn văn" }],
    evidence: "reported",
  },
];

/** Who travels with the holder of a chip card: a child below this age, or a person without legal capacity. */
export const dependants: Proven & { readonly childBelowYears: number } = {
  childBelowYears: 14,
  from: day("2021-10-02"),
  until: null,
  basis: [{ source: "C06/2021-10", article: "toàn văn" }],
  evidence: "read",
};
