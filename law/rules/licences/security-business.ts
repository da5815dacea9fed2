import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import {
  type Authority,
  type BusinessLine,
  businessLines,
  type Case,
  lineAuthorities,
  type Unit,
} from "../../parameters/licences/lines.ts";
import { rowOn } from "../../parameters/table.ts";
import { citation, cited, citedAll, notDetermined, step } from "../cite.ts";
import { findLine } from "./line.ts";

type File = { readonly operator: string; readonly rooms: number | undefined; readonly stars: number | undefined };

/** Competent unit and duties of a conditional business line on the day a file is received. */
export const securityBusiness = defineCalculation({
  name: "security-business",
  title: text(
    "Ngành, nghề đầu tư kinh doanh có điều kiện về an ninh, trật tự",
    "Business line under conditions of security and order",
  ),
  fields: {
    line: { kind: "text", needed: true, among: businessLines },
    on: { kind: "date", needed: true },
    operator: { kind: "text", needed: true, oneOf: ["enterprise", "household-business", "other"] },
    rooms: { kind: "integer", least: 0 },
    stars: { kind: "integer", least: 1, most: 5 },
  },
  reckon({ line: slug, on, ...file }) {
    const line = findLine(slug, on);
    if (line.banned)
      return {
        value: { unit: null, securityPlanRequired: false, banned: true },
        steps: () => [bannedStep(line.row, on)],
        citations: () => [citation("61/2020/QH14", "6(1)(h)"), ...citedAll(line.row)],
      };
    const authority = rowOn(lineAuthorities().get(slug) ?? [], on);
    if (!authority) throw new RefusedInput("no-rate-for-date", "on");
    const unit = competentUnit(authority, file);
    const securityPlanRequired = needsPlan(line.row, file);
    return {
      value: { unit, securityPlanRequired, banned: false },
      steps: () => [
        step(
          "competent-unit",
          `Ngày ${showDate(on)}, thẩm quyền đối với ngành, nghề “${line.row.vi}”${factsVi(file)}: ${UNITS[unit][0]}.`,
          `On ${showDate(on)}, “${line.row.en}”${factsEn(file)}: ${UNITS[unit][1]}.`,
          unit,
        ),
        ...exceptStep(authority),
        planStep(line.row, securityPlanRequired),
      ],
      citations: () => [cited(authority), ...citedAll(line.row)],
    };
  },
});

const bannedStep = (line: BusinessLine, on: PlainDate): CalculationStep =>
  step(
    "banned",
    `“${line.vi}” bị cấm kinh doanh, ngày ${showDate(on)} không có cơ quan nào tiếp nhận.`,
    `“${line.en}” is a banned business; on ${showDate(on)} no unit takes a file.`,
    true,
  );

/** @throws RefusedInput `not-determined` where the text leaves the unit open, `missing-field` for the rooms it asks for */
function competentUnit(authority: Authority, file: File): Unit {
  const decided = authority.cases.find((one) => holds(one, file));
  if (!decided?.unit) throw notDetermined("line", [authority]);
  return decided.unit;
}

function holds({ when }: Case, file: File): boolean {
  if (when.kind === "always") return true;
  if (when.kind === "operator") return file.operator === when.is;
  if (when.kind === "stars") return (file.stars ?? 0) >= when.least;
  if (file.rooms === undefined) throw new RefusedInput("missing-field", "rooms");
  return file.rooms >= when.least;
}

/** Military equipment needs a plan for small hand-held guns; a file names no goods, so the plan is asked for. */
const needsPlan = (line: BusinessLine, file: File): boolean =>
  line.plan === "enterprise" ? file.operator === "enterprise" : line.plan !== "none";

function planStep(line: BusinessLine, required: boolean): CalculationStep {
  if (line.plan === "part")
    return step(
      "security-plan",
      "Phải có phương án bảo đảm an ninh, trật tự nếu kinh doanh súng quân dụng cầm tay hạng nhỏ.",
      "A security plan is needed where small hand-held military guns are dealt in.",
      required,
    );
  return required
    ? step("security-plan", "Phải có phương án bảo đảm an ninh, trật tự.", "A security plan is needed.", required)
    : step(
        "security-plan",
        "Không phải nộp phương án bảo đảm an ninh, trật tự.",
        "No security plan is needed.",
        required,
      );
}

function exceptStep({ except }: Authority): readonly CalculationStep[] {
  const words = EXCEPTIONS[except];
  return words ? [step("exception", words[0], words[1], except)] : [];
}
const EXCEPTIONS: { readonly [except: string]: readonly [vi: string, en: string] } = {
  central: [
    "Cơ sở do cơ quan trung ương cấp phép, có yếu tố nước ngoài hoặc hoạt động tại nhiều tỉnh: Cục C06 có thẩm quyền; đơn vị nhận hồ sơ chuyển hồ sơ, không yêu cầu nộp lại.",
    "C06 is competent for those licensed centrally, with a foreign element or active in several provinces; the file is passed on and not asked for again.",
  ],
  "foreign-or-training": [
    "Cơ sở có yếu tố nước ngoài hoặc có chức năng đào tạo nhân viên bảo vệ: Cục C06 có thẩm quyền.",
    "C06 is competent where there is a foreign element or guards are trained.",
  ],
  shelf: [
    "Hoạt động thăm dò, khai thác dầu khí trên thềm lục địa: Cục C06 có thẩm quyền.",
    "C06 is competent for oil and gas on the continental shelf.",
  ],
  "hand-guns": [
    "Súng quân dụng cầm tay hạng nhỏ và đạn của cơ sở do trung ương cấp phép, có yếu tố nước ngoài hoặc hoạt động tại nhiều tỉnh: Cục C06 có thẩm quyền.",
    "C06 is competent for small hand-held guns and rounds of those licensed centrally, with a foreign element or in several provinces.",
  ],
};

const factsVi = ({ rooms, stars }: File): string =>
  `${rooms === undefined ? "" : `, ${rooms} phòng`}${stars === undefined ? "" : `, ${stars} sao`}`;
const factsEn = ({ rooms, stars }: File): string =>
  `${rooms === undefined ? "" : `, rooms: ${rooms}`}${stars === undefined ? "" : `, stars: ${stars}`}`;

const UNITS: { readonly [unit in Unit]: readonly [vi: string, en: string] } = {
  c06: ["Cục Cảnh sát quản lý hành chính về trật tự xã hội (C06)", "the Police Department for Social Order (C06)"],
  "provincial-police": ["Công an cấp tỉnh (PC06)", "the provincial police"],
  "district-police": ["Công an cấp huyện", "the district police"],
  "commune-police": ["Công an cấp xã", "the commune police"],
};
