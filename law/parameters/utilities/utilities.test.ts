import { describe, expect, it } from "vitest";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { findSource } from "../../sources/index.ts";
import { type CardAlternative, cardRuleSets } from "./card-rules.ts";
import { amounts, conditions, policies, resolution } from "./resolution-68.ts";
import { dependants, tests, VACCINE_KEYS, vaccinePassport, vaccines } from "./vaccination.ts";

it("cites only texts that are entered", () => {
  const rows = [
    ...vaccines().values(),
    ...cardRuleSets.values(),
    ...policies().values(),
    ...tests,
    resolution,
    dependants,
    vaccinePassport,
  ];
  const cited = rows.flatMap((row) => row.basis.map((place) => place.source));
  expect([...new Set(cited)].filter((source) => findSource(source) === null)).toEqual([]);
});

type SheetCondition = { readonly [name: string]: unknown };
type SheetSet = {
  readonly id: string;
  readonly place: string;
  readonly valid_from: string;
  readonly green: { readonly any: readonly SheetCondition[] };
  readonly yellow: { readonly any?: readonly SheetCondition[]; readonly all?: readonly SheetCondition[] } | null;
};
type Vaccination = {
  readonly card_rule_sets: readonly SheetSet[];
  readonly vaccines_accepted_vn_2021_12: readonly {
    readonly name: string;
    readonly doses: number;
    readonly dcc_vp?: string;
    readonly dcc_mp?: string;
    readonly dcc_ma?: string;
  }[];
  readonly vaccine_passport: { readonly valid_from: string; readonly nationwide_issue_from: string };
};
const vaccination = sheet("licences/vaccination-rules.json");
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

describe.skipIf(!vaccination)("rules of vaccination", () => {
  const read = JSON.parse(vaccination ?? "{}") as Vaccination;
  it("keep every vaccine, its course and its codes", () => {
    expect(
      [...vaccines().values()].map(({ name, course, dcc }) => [name, course, dcc.prophylaxis, dcc.product, dcc.holder]),
    ).toEqual(
      read.vaccines_accepted_vn_2021_12.map((one) => [
        one.name,
        one.doses,
        one.dcc_vp ?? "",
        one.dcc_mp ?? "",
        one.dcc_ma ?? "",
      ]),
    );
    expect(VACCINE_KEYS.filter((key) => !vaccines().has(key))).toEqual(["covaxin", "other"]);
    expect(vaccinePassport).toMatchObject({
      from: read.vaccine_passport.valid_from,
      nationwideFrom: read.vaccine_passport.nationwide_issue_from,
    });
  });

  it("keep every rule set, condition by condition", () => {
    const shown = (alternative: CardAlternative) =>
      Object.fromEntries(
        alternative.map((one) => {
          if (one.name === "doses") return [one.name, one.most === undefined ? `>=${one.least}` : `==${one.least}`];
          if (one.name === "daysSinceLastDose") return [one.name, `>=${one.least}`];
          if (one.name === "daysSinceRecovery") return [one.name, `<=${one.most}`];
          if (one.name === "negativeTestMaxAgeDays") return [one.name, one.most];
          return [one.name, one.name === "antibodyTest" ? "positive" : true];
        }),
      );
    const asSheet = (one: SheetCondition) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [camel(name), Array.isArray(value) ? true : value]),
      );
    for (const set of read.card_rule_sets) {
      const ours = cardRuleSets.get(set.id);
      expect(ours).toMatchObject({ place: set.place, from: set.valid_from });
      expect(ours?.green.map(shown)).toEqual(set.green.any.map(asSheet));
      const yellow = set.yellow?.all
        ? [Object.assign({}, ...set.yellow.all) as SheetCondition]
        : (set.yellow?.any ?? []);
      expect(ours?.yellow.map(shown)).toEqual(yellow.map(asSheet));
    }
    expect(read.card_rule_sets.map((set) => set.id)).toEqual([...cardRuleSets.keys()]);
  });
});

type SheetFact = { readonly field: string; readonly op: string; readonly value: unknown };
type SheetRule = {
  readonly all?: readonly SheetFact[];
  readonly any?: readonly { readonly all: readonly SheetFact[] }[];
};
type SheetPolicy = {
  readonly no: number;
  readonly slug: string;
  readonly name_vi: string;
  readonly eligibility: SheetRule;
  readonly amount: { readonly [name: string]: unknown };
  readonly receive_until: string;
};
const resolution68 = sheet("licences/resolution68.json");

describe.skipIf(!resolution68)("Resolution 68", () => {
  const read = (JSON.parse(resolution68 ?? `{"policies":[]}`) as { policies: readonly SheetPolicy[] }).policies;
  it("keeps the twelve policies", () => {
    expect([...policies().values()].map((one) => [one.no, one.slug, one.vi])).toEqual(
      read.map((one) => [one.no, one.slug, one.name_vi]),
    );
    for (const one of read)
      expect(policies().get(one.no)?.receiveUntil ?? "", one.slug).toBe(
        one.receive_until === "per province" ? "" : one.receive_until,
      );
  });

  it("keeps every condition", () => {
    const wanted = ({ op, value }: SheetFact): string => {
      if (value === true) return "yes";
      if (value === false) return "no";
      if (op === "between") return (value as readonly string[]).join("..");
      if (op === "in") return (value as readonly unknown[]).join(",");
      if (op === "==") return value === "BLLĐ Đ99 k3" ? "labour-code-99-3" : String(value);
      return `${op} ${value}`;
    };
    const theirs = read.flatMap(({ no, eligibility }) =>
      (eligibility.any ?? [{ all: eligibility.all ?? [] }]).flatMap((one, at) =>
        one.all.map((fact) => [no, at + 1, camel(fact.field), wanted(fact)]),
      ),
    );
    const ours = conditions()
      .filter((one) => one.from === "2021-07-01")
      .map((one) => [one.policy, one.alternative, one.fact, one.wanted]);
    expect(ours).toEqual(theirs.map((row) => row.map((cell) => (cell === "f0OrF1" ? "f0OrF1" : cell))));
    expect(conditions().filter((one) => one.from !== "2021-07-01")).toMatchObject([
      { policy: 2, fact: "workerReductionPercent", wanted: ">= 10", from: "2021-10-08" },
    ]);
  });

  it("keeps every amount", () => {
    const sums = new Set(
      read.flatMap(({ no, amount }) =>
        [...JSON.stringify(amount).matchAll(/\b\d{5,}\b/g)].map((found) => `${no} ${found[0]}`),
      ),
    );
    expect(new Set(amounts().map((one) => `${one.policy} ${one.amount}`))).toEqual(sums);
  });
});
