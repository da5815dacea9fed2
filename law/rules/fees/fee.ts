import {
  type CalculationStep,
  defineCalculation,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { covers, day, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type FeeRow, type FeeUnit, feeRows } from "../../parameters/fees/fee-rows.ts";
import { citation, citedAll, noRateOn, notDetermined, step } from "../cite.ts";

/** Circular 73/2024/TT-BTC takes the place of 59/2019/TT-BTC; both exempt in article 5. */
const NEW_CARD_TARIFF = day("2024-12-06");
const CHILD_BELOW = 16;
const ELDERLY_FROM = 60;
const GROUPS = ["disabled", "merit", "poor-household", "hardest-area"] as const;
type Exemption = "child" | "elderly" | (typeof GROUPS)[number];

/** A fee of the people and licences half on a day. */
export const fee = defineCalculation({
  name: "fee",
  title: text("Phí, lệ phí", "Fee"),
  fields: {
    item: { kind: "text", needed: true, among: feeRows },
    on: { kind: "date", needed: true },
    channel: { kind: "text", oneOf: ["counter", "online"] },
    quantity: { kind: "integer", least: 1 },
    loadTonnes: { kind: "number", least: 0 },
    age: { kind: "integer", least: 0 },
    groups: { kind: "list", of: { kind: "text", oneOf: GROUPS } },
  },
  lacks: ({ item, loadTonnes }) =>
    typeof item === "string" && feeRows().get(item)?.[0]?.tier?.by === "loadTonnes" && isAbsent(loadTonnes)
      ? "loadTonnes"
      : null,
  reckon({ item, on, channel, quantity = 1, loadTonnes, age, groups = [] }) {
    const exemption = item.startsWith("id-") ? exemptionOf(age, groups[0]) : null;
    if (exemption !== null) return exempted(exemption, age, on);

    const row = rowFor(item, on, channel, { quantity, loadTonnes });
    const each = row.amount;
    if (each === null) throw notDetermined("item", row.basis);
    const counted = COUNTED.has(row.unit) && row.tier === null ? quantity : 1;
    const amount = each * counted;
    if (!Number.isSafeInteger(amount)) throw new RefusedInput("out-of-range", "quantity");
    return {
      value: { amount, currency: row.currency, exemption: null },
      steps: () => [
        ...tierSteps(row, { quantity, loadTonnes }),
        step(
          "amount-of-date",
          `Mức thu vào ngày ${showDate(on)}${WAYS[row.channel].vi}: ${show(each, row.currency)}.`,
          `Amount on ${showDate(on)}${WAYS[row.channel].en}: ${show(each, row.currency)}.`,
          each,
        ),
        ...(counted === 1
          ? []
          : [
              step(
                "times-quantity",
                `Nhân với số lượng ${counted}: ${show(amount, row.currency)}.`,
                `Times ${counted}: ${show(amount, row.currency)}.`,
                amount,
              ),
            ]),
      ],
      citations: () => citedAll(row),
    };
  },
});

/** Units of which the quantity counts several; a registration, a permit, a file or a filing is asked for once. */
const COUNTED: ReadonlySet<FeeUnit> = new Set(["card", "person", "issue", "licence", "time", "piece"]);
const WAYS: { readonly [way in FeeRow["channel"]]: Text } = {
  any: text("", ""),
  online: text(" khi nộp trực tuyến", " filed online"),
  counter: text(" khi nộp trực tiếp", " at the counter"),
};

const show = (amount: number, currency: FeeRow["currency"]): string =>
  currency === "VND" ? showDong(dong(amount)) : `${amount} USD`;

/** The row of a day, a way of filing and a tier; the way is asked for only where it makes a difference. */
function rowFor(item: string, on: PlainDate, channel: "counter" | "online" | undefined, by: Tiered): FeeRow {
  const rows = (feeRows().get(item) ?? []).filter((row) => covers(row, on) && isInTier(row, by));
  const found = rows.find((row) => row.channel === "any" || row.channel === channel) ?? null;
  const [first] = rows;
  if (found) return found;
  if (!first || channel !== undefined) throw noRateOn("on", on, feeRows().get(item) ?? []);
  if (rows.length === 1 || rows.some((row) => row.amount !== first.amount))
    throw new RefusedInput("missing-field", "channel");
  return first;
}

type Tiered = { readonly quantity: number; readonly loadTonnes: number | undefined };
/** Tiers stand in rising order, so the first whose bound is not passed is the one; a row without tier always fits. */
function isInTier(row: FeeRow, by: Tiered): boolean {
  if (row.tier === null) return true;
  const amount = by[row.tier.by] ?? 0;
  const tiers = (feeRows().get(row.item) ?? []).filter((one) => one.from === row.from);
  return tiers.find((one) => one.tier !== null && isBelow(amount, one.tier)) === row;
}
const isBelow = (amount: number, { bound, included }: NonNullable<FeeRow["tier"]>): boolean =>
  bound === null || amount < bound || (included && amount === bound);

function tierSteps(row: FeeRow, by: Tiered): CalculationStep[] {
  if (row.tier === null) return [];
  const amount = by[row.tier.by] ?? 0;
  return row.tier.by === "quantity"
    ? [
        step(
          "tier",
          `Số viên đạn: ${amount}; thu một lần theo giấy phép.`,
          `Rounds: ${amount}; once per permit.`,
          amount,
        ),
      ]
    : [
        step(
          "tier",
          `Khối lượng vận chuyển: ${String(amount).replace(".", ",")} tấn.`,
          `Load: ${amount} tonnes.`,
          amount,
        ),
      ];
}

function exemptionOf(age: number | undefined, group: (typeof GROUPS)[number] | undefined): Exemption | null {
  if (age !== undefined && age < CHILD_BELOW) return "child";
  if (age !== undefined && age >= ELDERLY_FROM) return "elderly";
  return group ?? null;
}

const EXEMPT: { readonly [exemption in Exemption]: readonly [vi: string, en: string] } = {
  child: ["Trẻ em dưới 16 tuổi: miễn lệ phí.", "A child under 16: no fee."],
  elderly: ["Người từ đủ 60 tuổi: miễn lệ phí.", "A person of 60 or more: no fee."],
  disabled: ["Người khuyết tật: miễn lệ phí.", "A disabled person: no fee."],
  merit: ["Người có công và thân nhân: miễn lệ phí.", "A person with merit, or a relative of one: no fee."],
  "poor-household": ["Hộ nghèo: miễn lệ phí.", "A poor household: no fee."],
  "hardest-area": [
    "Người ở vùng đặc biệt khó khăn: miễn lệ phí.",
    "A resident of a particularly difficult area: no fee.",
  ],
};

/** The exemptions of identity cards come before any look at the tariff. */
const exempted = (exemption: Exemption, age: number | undefined, on: PlainDate) => ({
  value: { amount: 0, currency: "VND", exemption },
  steps: () => [step("exempt", ...EXEMPT[exemption], age ?? exemption)],
  citations: () => [citation(on < NEW_CARD_TARIFF ? "59/2019/TT-BTC" : "73/2024/TT-BTC", "5")],
});
