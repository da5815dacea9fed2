import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import type { Proven } from "../basis.ts";

/** One condition of a card. The names are those of the contract's `failed`. */
export type CardCondition =
  | { readonly name: "twoDoseVaccine" | "singleDoseVaccine" }
  | { readonly name: "doses"; readonly least: number; readonly most?: number }
  | { readonly name: "daysSinceLastDose"; readonly least: number }
  | { readonly name: "recovered" | "isolationCompleted" | "selfTreatedRecovered" | "antibodyTest" | "certificate" }
  | { readonly name: "daysSinceRecovery" | "negativeTestMaxAgeDays"; readonly most: number };
/** All its conditions must hold. */
export type CardAlternative = readonly CardCondition[];
/** A closed rule set of the autumn of 2021: the card goes to whoever meets one alternative. */
export type CardRuleSet = Proven & {
  readonly id: string;
  /** `VN`, or the two digits of a province. */
  readonly place: string;
  readonly green: readonly CardAlternative[];
  readonly yellow: readonly CardAlternative[];
};

const sinceLastDose = { name: "daysSinceLastDose", least: 14 } as const;
const proven = (from: string, source: string, evidence: Proven["evidence"]) => {
  const since: PlainDate = day(from);
  return { from: since, until: null, basis: [{ source, article: "toàn văn" }], evidence };
};

/**
 * They differ by place and day and are never mixed. None was repealed by a text we found; they fell out of use in 2022.
 * The set of 20/09/2021 also asked that the person was no close contact within 14 days, and for the tests of some
 * trades: no fact of a card tells that.
 */
export const cardRuleSets: ReadonlyMap<string, CardRuleSet> = new Map(
  (
    [
      {
        id: "C06-2021-10",
        place: "VN",
        green: [[{ name: "doses", least: 2 }]],
        yellow: [[{ name: "doses", least: 1, most: 1 }]],
        ...proven("2021-10-02", "C06/2021-10", "read"),
      },
      {
        id: "HCMC-DOH-2021-09-08-draft",
        place: "79",
        green: [
          [{ name: "twoDoseVaccine" }, { name: "doses", least: 2 }, sinceLastDose],
          [{ name: "singleDoseVaccine" }, { name: "doses", least: 1 }, sinceLastDose],
          [{ name: "recovered" }, { name: "isolationCompleted" }, { name: "daysSinceRecovery", most: 180 }],
          [{ name: "selfTreatedRecovered" }, { name: "antibodyTest" }],
        ],
        yellow: [
          [
            { name: "twoDoseVaccine" },
            { name: "doses", least: 1, most: 1 },
            sinceLastDose,
            { name: "negativeTestMaxAgeDays", most: 3 },
          ],
        ],
        ...proven("2021-09-08", "SYT-HCM/2021-09-08", "reported"),
      },
      {
        id: "HCMC-2021-09-20",
        place: "79",
        green: [
          [{ name: "doses", least: 1 }, sinceLastDose],
          [{ name: "recovered" }, { name: "certificate" }],
        ],
        yellow: [],
        ...proven("2021-09-20", "HCM/2021-09-20", "reported"),
      },
    ] satisfies readonly CardRuleSet[]
  ).map((set) => [set.id, set] as const),
);
