import type { Evidence } from "../../../src/engine/definition/index.ts";
import { day } from "../../../src/kernel/plain-date.ts";

/** Points of a driving licence. The months of restoration and of the test stand in sanction-terms.ts. */
export const licencePoints = {
  from: day("2025-01-01"),
  until: null,
  source: "36/2024/QH15",
  article: "58",
  evidence: "read" satisfies Evidence as Evidence,
  start: 12,
  most: 12,
  /** The sizes a decree deducts. */
  sizes: [2, 3, 4, 6, 8, 10],
  /** From this day a suspended international licence is not deducted either: Decree 238/2026/NĐ-CP, article 17. */
  internationalFrom: day("2026-08-15"),
} as const;

/** Where each rule of deducting stands: Decree 168/2024/NĐ-CP unless named. */
export const POINT_RULES = {
  "when-in-effect": "50(1)(a)",
  "largest-only": "50(1)(b)",
  "never-below-zero": "50(1)(c)",
  "part-of-the-licence": "50(1)(d)",
  "not-while-suspended": "50(1)(đ)",
  "suspension-only": "5(2)",
  "restored-after-a-year": "51(2)",
  "test-after-zero": "51(3)",
  "zero-is-no-licence": "18(5)(a),(7)(b),(9)(b)",
} as const;
