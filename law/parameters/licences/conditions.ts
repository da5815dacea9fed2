import { day } from "../../../src/kernel/plain-date.ts";
import type { Proven } from "../basis.ts";

/** Fines that keep a person from answering for a pawnshop, and how long (Decree 96/2016, art. 9). */
export const pawnFines: Proven & { readonly years: number; readonly acts: readonly string[] } = {
  years: 5,
  acts: [
    "resisting-officers",
    "public-disorder",
    "intentional-injury",
    "usury",
    "gambling",
    "organising-gambling",
    "theft",
    "fraud",
    "illegal-holding-of-property",
  ],
  from: day("2016-07-01"),
  until: null,
  basis: [
    { source: "96/2016/NĐ-CP", article: "9" },
    { source: "56/2023/NĐ-CP", article: "1(1)" },
  ],
  evidence: "read",
};

/** What a guard firm must be to train its own people (Decree 96/2016, art. 12). */
export const guardTraining: Proven & {
  readonly line: string;
  readonly yearsLeast: number;
  readonly guardsLeast: number;
} = {
  line: "dich-vu-bao-ve",
  yearsLeast: 3,
  guardsLeast: 300,
  from: day("2016-07-01"),
  until: null,
  basis: [{ source: "96/2016/NĐ-CP", article: "12(3)" }],
  evidence: "read",
};

/** The exam for using weapons or keeping a store (Decree 149/2024, art. 17). */
export const weaponExamMarks: Proven & {
  readonly questions: number;
  readonly theoryLeast: number;
  readonly points: number;
  readonly liveFireLeast: number;
} = {
  questions: 30,
  theoryLeast: 25,
  points: 30,
  liveFireLeast: 15,
  from: day("2025-01-01"),
  until: null,
  basis: [{ source: "149/2024/NĐ-CP", article: "17(5)" }],
  evidence: "read",
};

/** Carrying weapons over the border: from how many handguns on the Minister decides (Circular 75/2024, art. 4). */
export const borderHandgunsMost: Proven & { readonly count: number } = {
  count: 10,
  from: day("2025-01-01"),
  until: null,
  basis: [
    { source: "42/2024/QH15", article: "11–13" },
    { source: "75/2024/TT-BCA", article: "3–4" },
  ],
  evidence: "read",
};
