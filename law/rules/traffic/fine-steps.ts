import type { CalculationStep } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { showDate } from "../../../src/kernel/plain-date.ts";
import type { Text } from "../../../src/kernel/text.ts";
import { EXTRA_PERSONS_MOST, LONG_ROUTE_KM, MEASURES, REMARKS, VEHICLE_NAMES } from "../../parameters/traffic/index.ts";
import { step } from "../cite.ts";
import { type Net, onScale, scaleRuleOn } from "./fine-scale.ts";
import type { FineInput, Sanction } from "./sanction.ts";

/** The reasons of a sanction, in the order in which it was reached. */
export function fineSteps(sanction: Sanction, input: FineInput): readonly CalculationStep[] {
  const { violation, bracket } = sanction;
  return [
    decreeStep(sanction, input),
    actStep(sanction),
    ...(violation.mainPenalty === "fine" ? [] : [PENALTY_STEPS[violation.mainPenalty]]),
    ...(bracket ? bracketSteps(sanction, input) : []),
    ...(bracket || violation.suspensionMonths ? [netStep(sanction, input)] : []),
    ...(bracket ? fineStep(sanction) : []),
    ...suspensionSteps(sanction),
    ...pointsSteps(sanction, input),
    ...besideSteps(sanction, input),
  ];
}

const money = (amount: number): string => showDong(dong(amount));

function decreeStep({ violation }: Sanction, { offenceEndedOn, decidedOn }: FineInput): CalculationStep {
  const old = violation.source === "100/2019/NĐ-CP" && decidedOn !== undefined && decidedOn >= "2025-01-01";
  const on = showDate(offenceEndedOn);
  return step(
    "decree-of-the-day",
    `Hành vi kết thúc ngày ${on}: áp dụng Nghị định ${violation.source}${old ? ", dù quyết định ra sau ngày 01/01/2025 (Nghị định 168/2024/NĐ-CP, điều 54 khoản 1)" : ""}.`,
    `The act ended on ${on}: Decree ${violation.source} applies${old ? ", though decided after 01/01/2025 (Decree 168/2024/NĐ-CP, article 54(1))" : ""}.`,
    violation.source,
  );
}

function actStep({ violation }: Sanction): CalculationStep {
  const vehicle = VEHICLE_NAMES[violation.vehicle];
  return step(
    "act",
    `${vehicle.vi}: ${violation.title.vi} (điều ${violation.article}).`,
    `${vehicle.en}: ${violation.title.en} (article ${violation.article}).`,
    violation.code,
  );
}

const PENALTY_STEPS = {
  warning: step("main-penalty", "Hình thức xử phạt là cảnh cáo.", "The penalty is a warning.", "warning"),
  "confiscate-vehicle": step(
    "main-penalty",
    "Hình thức xử phạt chính là tịch thu phương tiện.",
    "The main penalty is the confiscation of the vehicle.",
    "confiscate-vehicle",
  ),
} as const;

function bracketSteps({ violation, bracket }: Sanction, { subject, extraPersons = 0, routeKm }: FineInput) {
  if (bracket === null) return [];
  const whom =
    subject === "organisation" ? { vi: "tổ chức", en: "an organisation" } : { vi: "cá nhân", en: "an individual" };
  const { least, most } = bracket;
  const shown = step(
    "bracket",
    `Khung phạt đối với ${whom.vi}: từ ${money(least)} đến ${money(most)}.`,
    `The bracket for ${whom.en}: ${money(least)} to ${money(most)}.`,
    [least, most],
  );
  if (!violation.perExtraPerson || violation.bracket === null) return [shown];
  const each = violation.bracket;
  const times = step(
    "per-extra-person",
    `Từ ${money(each.least)} đến ${money(each.most)} trên mỗi người vượt, vượt ${extraPersons} người; tổng không quá ${money(EXTRA_PERSONS_MOST)}.`,
    `${money(each.least)} to ${money(each.most)} for each extra person, ${extraPersons} of them; at most ${money(EXTRA_PERSONS_MOST)} in all.`,
    extraPersons,
  );
  return [...routeSteps(violation.code, routeKm), times, shown];
}

/** Clauses 2 and 4 of article 20 divide at 300 km; which one applies is the asker's choice of code, so only a word. */
function routeSteps(code: string, routeKm: number | undefined): readonly CalculationStep[] {
  const fitting = code === "168-20-4";
  if (routeKm === undefined || fitting === routeKm > LONG_ROUTE_KM) return [];
  const [other, relation, relationEn] = fitting
    ? ["168-20-2", "không quá", "not over"]
    : ["168-20-4", "dài hơn", "over"];
  return [
    step(
      "route-does-not-fit",
      `Tuyến ${routeKm} km ${relation} ${LONG_ROUTE_KM} km: hành vi phù hợp là ${other}.`,
      `The route of ${routeKm} km is ${relationEn} ${LONG_ROUTE_KM} km: the act that fits is ${other}.`,
      other,
    ),
  ];
}

const NET_WORDS: { readonly [net in Net]: Text } = {
  none: { vi: "không còn tình tiết nào", en: "no circumstance is left" },
  "one-mitigating": { vi: "còn một tình tiết giảm nhẹ", en: "one mitigating circumstance is left" },
  "two-mitigating": { vi: "còn từ hai tình tiết giảm nhẹ", en: "two or more mitigating circumstances are left" },
  "one-aggravating": { vi: "còn một tình tiết tăng nặng", en: "one aggravating circumstance is left" },
  "two-aggravating": { vi: "còn từ hai tình tiết tăng nặng", en: "two or more aggravating circumstances are left" },
};

function netStep({ net }: Sanction, { mitigating = 0, aggravating = 0 }: FineInput): CalculationStep {
  return step(
    "net-circumstances",
    `${mitigating} tình tiết giảm nhẹ, ${aggravating} tình tiết tăng nặng, bù trừ một đổi một: ${NET_WORDS[net].vi}.`,
    `${mitigating} mitigating, ${aggravating} aggravating, cancelled one for one: ${NET_WORDS[net].en}.`,
    net,
  );
}

const AMOUNT_WORDS: { readonly [net in Net]: Text } = {
  none: { vi: "mức trung bình của khung", en: "the middle of the bracket" },
  "two-mitigating": { vi: "mức thấp nhất của khung", en: "the minimum of the bracket" },
  "two-aggravating": { vi: "mức cao nhất của khung", en: "the maximum of the bracket" },
  "one-mitigating": { vi: "trên mức thấp nhất, dưới mức trung bình", en: "above the minimum, below the middle" },
  "one-aggravating": { vi: "trên mức trung bình, dưới mức cao nhất", en: "above the middle, below the maximum" },
};

function fineStep({ fine, fineAbove, fineBelow, net }: Sanction): readonly CalculationStep[] {
  const words = AMOUNT_WORDS[net];
  if (fine !== null)
    return [step("fine", `Mức phạt: ${money(fine)}, ${words.vi}.`, `The fine: ${money(fine)}, ${words.en}.`, fine)];
  if (fineAbove === null || fineBelow === null) return [];
  return [
    step(
      "fine-chosen-by-officer",
      `Người có thẩm quyền chọn mức trên ${money(fineAbove)} và dưới ${money(fineBelow)} (${words.vi}), nêu rõ lý do.`,
      `The officer chooses above ${money(fineAbove)} and below ${money(fineBelow)} (${words.en}), with a reason.`,
      [fineAbove, fineBelow],
    ),
  ];
}

function suspensionSteps({ violation, net, suspensionMonths }: Sanction): readonly CalculationStep[] {
  const months = violation.suspensionMonths;
  if (months === null) return [];
  const { above, below } = onScale(months, net);
  return [
    suspensionMonths !== null
      ? step(
          "licence-suspended",
          `Tước quyền sử dụng giấy phép lái xe ${suspensionMonths} tháng (khung ${months.least}–${months.most} tháng).`,
          `The licence is suspended for ${suspensionMonths} months (of ${months.least} to ${months.most}).`,
          suspensionMonths,
        )
      : step(
          "suspension-chosen-by-officer",
          `Người có thẩm quyền chọn thời gian tước giấy phép trên ${above} và dưới ${below} tháng, nêu rõ lý do.`,
          `The officer chooses a suspension above ${above} and below ${below} months, with a reason.`,
          [above, below],
        ),
  ];
}

function pointsSteps({ violation, points }: Sanction, { subject, capacity }: FineInput): readonly CalculationStep[] {
  if (violation.perExtraPerson && capacity === undefined)
    return [
      step(
        "points-need-capacity",
        "Số điểm bị trừ tùy tỷ lệ vượt; chưa nêu số người được phép chở nên chưa tính điểm.",
        "The points depend on the excess; the capacity was not given, so none are counted.",
        points,
      ),
    ];
  if (points > 0)
    return [
      step(
        "points",
        `Trừ ${points} điểm giấy phép lái xe.`,
        `${points} points are deducted from the driving licence.`,
        points,
      ),
    ];
  if (subject === "organisation" && violation.points > 0)
    return [
      step(
        "points-not-for-organisation",
        "Tổ chức không bị trừ điểm giấy phép lái xe.",
        "An organisation has no licence points to lose.",
        0,
      ),
    ];
  return [];
}

/** What stands beside the main penalty: other measures, the vehicle held, remarks true on the day. */
function besideSteps(
  { violation, net }: Sanction,
  { offenceEndedOn, decidedOn }: FineInput,
): readonly CalculationStep[] {
  const steps: CalculationStep[] = [];
  const measure = violation.measure && MEASURES[violation.measure.key];
  if (violation.measure && measure)
    steps.push(
      step(
        "other-measure",
        `${measure.vi} (điều ${violation.measure.article})`,
        `${measure.en} (article ${violation.measure.article})`,
        violation.measure.key,
      ),
    );
  if (violation.vehicleHeld)
    steps.push(
      step(
        "vehicle-held",
        "Được tạm giữ phương tiện trước khi ra quyết định (điều 48 khoản 1).",
        "The vehicle may be held before the decision (article 48(1)).",
        true,
      ),
    );
  for (const key of violation.remarks) {
    const remark = REMARKS[key];
    if (remark && (remark.from === undefined || remark.from <= offenceEndedOn))
      steps.push(step("remark", remark.vi, remark.en, key));
  }
  const scale = scaleRuleOn(decidedOn ?? offenceEndedOn);
  if (scale && !scale.bandWritten && violation.bracket && net.startsWith("one-"))
    steps.push(
      step(
        "scale-of-the-day",
        "Trước 02/05/2025 văn bản chưa ghi khoảng riêng cho một tình tiết; khoảng trên theo Nghị định 68/2025/NĐ-CP.",
        "Before 02/05/2025 the text wrote no band for a single circumstance; the band shown is that of Decree 68/2025/NĐ-CP.",
        scale.source,
      ),
    );
  return steps;
}
