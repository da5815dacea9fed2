import type { CalculationStep } from "../../../src/engine/definition/index.ts";
import { day, showDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import type { FactCondition, Policy } from "../../parameters/utilities/resolution-68.ts";
import { step } from "../cite.ts";

/** Whether the file came in time. */
export function receivedStep(policy: Policy, late: boolean): CalculationStep {
  if (policy.receiveUntil === null)
    return step("receive-until", "Không ghi hạn tiếp nhận.", "No last day of receipt.", null);
  const until = showDate(day(policy.receiveUntil));
  return late
    ? step(
        "receive-until",
        `Hồ sơ nộp sau hạn tiếp nhận ngày ${until}.`,
        `Received after the last day, ${until}.`,
        false,
      )
    : step(
        "receive-until",
        `Hồ sơ trong hạn tiếp nhận đến ngày ${until}.`,
        `Received by the last day, ${until}.`,
        true,
      );
}

/** Whether a fact is as the policy wants it. */
export function conditionStep({ fact, wanted }: FactCondition, holds: boolean): CalculationStep {
  const [vi, en] = FACTS[fact] ?? [fact, fact];
  const asked = askedFor(wanted);
  return holds
    ? step("condition-met", `Đạt – ${vi}: ${asked.vi}.`, `Met – ${en}: ${asked.en}.`, fact)
    : step("condition-failed", `Chưa đạt – ${vi}: yêu cầu ${asked.vi}.`, `Not met – ${en}: ${asked.en} wanted.`, fact);
}

function askedFor(wanted: string): Text {
  if (wanted === "yes") return text("có", "yes");
  if (wanted === "no") return text("không", "no");
  const shown = wanted.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => showDate(day(iso)));
  const range = shown.split("..");
  if (range.length === 2) return text(`từ ${range[0]} đến ${range[1]}`, `from ${range[0]} to ${range[1]}`);
  if (shown.startsWith(">= ")) return text(`từ ${shown.slice(3)} trở đi`, `${shown.slice(3)} or later or more`);
  if (shown.startsWith("< ")) return text(`dưới ${shown.slice(2)}`, `below ${shown.slice(2)}`);
  return shown === "labour-code-99-3"
    ? text("khoản 3 Điều 99 Bộ luật Lao động", "Labour Code art. 99(3)")
    : text(shown, shown);
}

const FACTS: { readonly [fact: string]: readonly [vi: string, en: string] } = {
  employerMustStopByAuthority: [
    "đơn vị phải tạm dừng theo yêu cầu của cơ quan nhà nước",
    "employer stopped by an authority",
  ],
  compulsorySocialInsurance: ["tham gia bảo hiểm xã hội bắt buộc", "in compulsory social insurance"],
  consecutiveDays: ["số ngày tạm hoãn, nghỉ việc liên tục", "days in a row"],
  eventStart: ["ngày bắt đầu sự việc", "first day of the event"],
  stoppageBasis: ["căn cứ ngừng việc", "basis of the stoppage"],
  isolatedOrBlockedDays: ["số ngày cách ly hoặc bị phong tỏa", "days isolated or blocked"],
  eligibleForUnemploymentBenefit: ["đủ điều kiện hưởng trợ cấp thất nghiệp", "entitled to unemployment benefit"],
  unlawfulUnilateralTermination: ["đơn phương chấm dứt hợp đồng trái luật", "unlawful termination by the worker"],
  receivesPensionOrMonthlyDisability: [
    "đang hưởng lương hưu, trợ cấp mất sức hằng tháng",
    "pension or monthly disability benefit",
  ],
  entitledPolicy: ["được hưởng chính sách 4, 5 hoặc 6", "entitled under policy"],
  pregnant: ["đang mang thai", "pregnant"],
  childrenUnder6: ["số con dưới 6 tuổi", "children under 6"],
  age: ["tuổi", "age"],
  f0OrF1: ["là F0 hoặc F1", "F0 or F1"],
  status: ["diện F0, F1", "F0 or F1"],
  periodFrom: ["ngày bắt đầu điều trị, cách ly", "first day of treatment or isolation"],
  publicArtUnitClosedDays: ["số ngày đơn vị nghệ thuật dừng hoạt động", "days the art unit was closed"],
  artistTitleGrade: ["hạng chức danh nghề nghiệp", "grade of the artist"],
  tourGuideCardValid: ["thẻ hướng dẫn viên còn hiệu lực", "valid card of a tour guide"],
  guideContractOrAssociation: [
    "có hợp đồng hoặc là hội viên tổ chức xã hội – nghề nghiệp",
    "contract or membership of a guide",
  ],
  businessRegistered: ["có đăng ký kinh doanh", "registered business"],
  taxRegistered: ["có đăng ký thuế", "registered for tax"],
  stopDaysConsecutive: ["số ngày dừng hoạt động liên tục", "days stopped in a row"],
  stopOrderedByAuthority: ["dừng theo yêu cầu của cơ quan có thẩm quyền", "stopped by an authority"],
};
