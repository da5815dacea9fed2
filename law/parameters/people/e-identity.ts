import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";

type Row = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: "reported";
};

export type EIdApplicant = "citizen" | "foreigner";
export type EIdDocument = "identity-card" | "permanent-residence-card" | "temporary-residence-card";
/** Levels of an electronic identity, by paper held and age in whole years (both bounds included). */
export type EIdLevels = Row & {
  readonly applicant: EIdApplicant;
  readonly documents: readonly EIdDocument[];
  readonly least: number;
  readonly most: number | null;
  readonly levels: readonly (1 | 2)[];
};

/** Decree 69/2024/NĐ-CP; whether Decree 320/2026/NĐ-CP changes an age from 28/09/2026 was not read. */
const since = {
  from: day("2024-07-01"),
  until: null,
  source: "69/2024/NĐ-CP",
  article: "7",
  evidence: "reported",
} as const;
const citizen = { ...since, applicant: "citizen", documents: ["identity-card"] } as const;
const foreigner = {
  ...since,
  applicant: "foreigner",
  documents: ["permanent-residence-card", "temporary-residence-card"],
} as const;

export const eIdLevels: readonly EIdLevels[] = [
  { ...citizen, least: 0, most: 5, levels: [1] },
  { ...citizen, least: 6, most: 13, levels: [1, 2] },
  { ...citizen, least: 14, most: null, levels: [1, 2] },
  { ...foreigner, least: 0, most: 5, levels: [1] },
  { ...foreigner, least: 6, most: null, levels: [1, 2] },
];

export type Demand = "paper-confirmation-of-old-number" | "paper-integrated-in-e-id";
/** What a form may no longer ask for, from a day on. */
export type FormBar = Row & {
  readonly requires: Demand;
  /** Asking is allowed again where what the person says disagrees with the data. */
  readonly unlessDisagreement: boolean;
};
export const formBars: readonly FormBar[] = [
  {
    requires: "paper-confirmation-of-old-number",
    unlessDisagreement: false,
    from: day("2026-03-15"),
    until: null,
    source: "58/2026/NĐ-CP",
    article: "5(7)",
    evidence: "reported",
  },
  {
    requires: "paper-integrated-in-e-id",
    unlessDisagreement: true,
    from: day("2026-07-01"),
    until: null,
    source: "118/2025/QH15",
    article: "sửa đổi 26/2023/QH15",
    evidence: "reported",
  },
];
