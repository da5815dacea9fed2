import type { Raw } from "../../../engine/form/index.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Text } from "../../../kernel/text.ts";
import type { ActWanted, FindingGiven } from "../../../modules/dossiers/index.ts";
import type { Choice } from "./staff.ts";

/** What the forms of the work on a case ask for, read from their boxes. */

export const CASEWORK_ACTS = ["claimed", "requirements-checked", "returned-to-officer", "passed-on"] as const;
export type CaseworkAct = (typeof CASEWORK_ACTS)[number];
export const isCaseworkAct = (act: string): act is CaseworkAct => (CASEWORK_ACTS as readonly string[]).includes(act);

const FINDINGS_MOST = 200;
const VERDICTS: readonly FindingGiven["verdict"][] = ["met", "not-met", "not-applicable"];

export function readCasework(
  act: CaseworkAct,
  box: (field: string) => string,
  raw: Raw,
  choices: readonly Choice[],
): Result<ActWanted, { readonly field: string; readonly text: Text }> {
  switch (act) {
    case "claimed":
      return ok({ act });
    case "returned-to-officer":
      return ok({ act, reason: box("reason") });
    case "passed-on": {
      const to = choices.find(({ account }) => account === box("to"));
      return ok({ act, to: to ? { account: to.account, name: to.name } : null, reason: box("reason") });
    }
    case "requirements-checked":
      return ok({ act, findings: findingsIn(raw, box) });
  }
}

/** The verdicts as posted, by the requirement each box is named after. */
function findingsIn(raw: Raw, box: (field: string) => string): readonly FindingGiven[] {
  const [start, end] = ["requirements-checked.", ".reason"];
  return Object.keys(raw)
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .slice(0, FINDINGS_MOST)
    .map((name) => {
      const requirement = name.slice(start.length, -end.length);
      const verdict = VERDICTS.find((known) => known === box(`${requirement}.verdict`)) ?? null;
      return { requirement, verdict, reason: box(`${requirement}.reason`), field: box(`${requirement}.field`) };
    });
}
