import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { lazily } from "../../parameters/table.ts";
import {
  CERTIFICATES,
  type LicenceConversion,
  licenceClasses,
  licenceConversions,
  licenceLaw,
  RESTRICTIONS,
} from "../../parameters/traffic/index.ts";
import { cited, step } from "../cite.ts";

const oldClasses = lazily(() => new Set(licenceConversions().map((row) => row.name)));

/** What a driving licence class of the law of 2008 becomes on exchange (Law 36/2024/QH15, art. 89). */
export const licenceClass = defineCalculation({
  name: "licence-class",
  title: text("Đổi hạng giấy phép lái xe", "Driving licence class on exchange"),
  fields: {
    law: { kind: "text", needed: true, oneOf: ["2008"] },
    class: { kind: "text", needed: true, among: oldClasses },
    automaticOnly: { kind: "boolean" },
    on: { kind: "date", needed: true },
  },
  reckon({ class: name, automaticOnly, on }) {
    const law = licenceLaw();
    if (!covers(law, on)) throw new RefusedInput("not-in-force", "on");
    const rows = licenceConversions().filter((row) => row.name === name);
    const row = rows.find((candidate) => candidate.automaticOnly === (automaticOnly === true)) ?? rows[0];
    if (!row) throw new RefusedInput("not-allowed", "class");
    return {
      value: { classes: row.classes, restriction: row.restriction, certificate: row.certificate },
      steps: () => stepsOf(row),
      citations: () => [cited({ ...law, article: "89", evidence: row.evidence })],
    };
  },
});

function stepsOf(row: LicenceConversion): readonly CalculationStep[] {
  const from = `${row.name}${row.automaticOnly ? " (số tự động)" : ""}`;
  const fromEn = `${row.name}${row.automaticOnly ? " (automatic)" : ""}`;
  const { restriction, certificate } = row;
  return [
    row.classes.length === 0
      ? step("no-class", `Hạng ${from} không còn hạng tương ứng.`, `Class ${fromEn} has no successor.`, [])
      : step(
          "becomes",
          `Hạng ${from} của luật 2008 đổi sang hạng ${row.classes.join(" hoặc ")}.`,
          `Class ${fromEn} of the law of 2008 becomes ${row.classes.join(" or ")}.`,
          row.classes,
        ),
    ...row.classes.flatMap((name) => {
      const known = licenceClasses().get(name);
      return known
        ? [step("class", `Hạng ${name}: ${known.vehicles.vi}.`, `Class ${name}: ${known.vehicles.en}.`, name)]
        : [];
    }),
    ...(restriction === null
      ? []
      : [step("restriction", RESTRICTIONS[restriction].vi, RESTRICTIONS[restriction].en, restriction)]),
    ...(certificate === null
      ? []
      : [step("certificate", CERTIFICATES[certificate].vi, CERTIFICATES[certificate].en, certificate)]),
  ];
}
