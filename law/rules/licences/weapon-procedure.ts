import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { borderHandgunsMost } from "../../parameters/licences/conditions.ts";
import { cuts } from "../../parameters/licences/cuts.ts";
import {
  WEAPON_PAPERS,
  type WeaponPaper,
  type WeaponProcedure,
  weaponPapers,
  weaponProcedures,
} from "../../parameters/licences/weapons.ts";
import { rowOn } from "../../parameters/table.ts";
import { limitsByName } from "../../parameters/terms/limits.ts";
import { citedAll, step } from "../cite.ts";
import { endOfDays, showLimit } from "../terms/count.ts";
import { permitFee } from "./permit-fee.ts";

const CROSSING = "w-cross";
const CHANNELS = ["paper", "portal", "vneid"] as const;

/** Unit, channel, papers, due date and fee of a file on weapons, explosives, support tools or fireworks. */
export const weaponProcedure = defineCalculation({
  name: "weapon-procedure",
  title: text(
    "Thủ tục về vũ khí, vật liệu nổ, công cụ hỗ trợ và pháo",
    "Procedure on weapons, explosives, support tools and fireworks",
  ),
  fields: {
    procedure: { kind: "text", needed: true, among: weaponProcedures },
    receivedOn: { kind: "date", needed: true },
    holder: { kind: "text", oneOf: ["ministry-level", "other"] },
    channel: { kind: "text", oneOf: CHANNELS },
    papers: { kind: "list", of: { kind: "text", oneOf: WEAPON_PAPERS } },
    handguns: { kind: "integer", least: 0 },
    otherWeapons: { kind: "integer", least: 0 },
    loadTonnes: { kind: "number", least: 0 },
    legs: {
      kind: "list",
      of: {
        kind: "object",
        fields: {
          mode: { kind: "text", needed: true, oneOf: ["road", "water", "rail", "air"] },
          vehicles: { kind: "integer", needed: true, least: 0 },
        },
      },
    },
  },
  reckon({ procedure: id, receivedOn, holder, channel, papers, handguns, otherWeapons, loadTonnes, legs }) {
    const procedure = procedureOn(id, receivedOn);
    const unit = unitFor(procedure, holder ?? "other");
    const handgunCount = handguns ?? 0;
    const otherCount = otherWeapons ?? 0;
    const decidedBy =
      id === CROSSING && (handgunCount > borderHandgunsMost.count || otherCount > 0)
        ? "minister-of-public-security"
        : "head-of-unit";
    const channelAllowed = isOpen(procedure, channel ?? "paper", receivedOn);
    const needed = (weaponPapers().get(id) ?? []).filter((row) => covers(row, receivedOn));
    const missing = WEAPON_PAPERS.filter(
      (paper) => needed.some((row) => row.paper === paper) && !(papers ?? []).includes(paper),
    );
    const row = rowOn(limitsByName().get(id) ?? [], receivedOn);
    const limit = row?.limit;
    if (!limit) throw new RefusedInput("no-rate-for-date", "receivedOn");
    const ended = endOfDays(receivedOn, limit, "receivedOn");
    const length = showLimit(limit);
    const modes = new Set((legs ?? []).filter((leg) => leg.vehicles > 0).map((leg) => leg.mode));
    const permits = Math.max(1, modes.size);
    const fee = permitFee(procedure, receivedOn, { permits, pieces: handgunCount + otherCount, loadTonnes });
    return {
      value: {
        unit,
        decidedBy,
        channelAllowed,
        complete: missing.length === 0,
        missing,
        dueOn: ended.due,
        permits,
        feePerPermit: fee.perPermit,
        fee: fee.total,
        validDays: procedure.validDays,
      },
      steps: () => [
        step(
          "unit",
          `${procedure.vi}: nơi nhận là ${UNITS[unit][0]}.`,
          `${procedure.en}: received by ${UNITS[unit][1]}.`,
          unit,
        ),
        ...(id === CROSSING ? [decisionStep(handgunCount, otherCount, decidedBy)] : []),
        channelStep(procedure, channel ?? "paper", channelAllowed, receivedOn),
        papersStep(missing),
        step(
          "limit",
          `Nhận ngày ${showDate(receivedOn)}, thời hạn giải quyết ${length.vi}.`,
          `Received on ${showDate(receivedOn)}; to be decided within ${length.en}.`,
          limit.count,
        ),
        ...ended.steps(),
        step("due-on", `Hạn giải quyết: ${showDate(ended.due)}.`, `Due on ${showDate(ended.due)}.`, ended.due),
        ...(modes.size > 0
          ? [
              step(
                "permits",
                `Mỗi loại phương tiện của chuyến vận chuyển cần một giấy phép: ${permits} giấy phép.`,
                `One permit for each kind of vehicle of the trip: ${permits}.`,
                permits,
              ),
            ]
          : []),
        ...fee.steps(),
        ...(procedure.validDays === null
          ? []
          : [
              step(
                "valid-days",
                `Giấy phép có giá trị ${procedure.validDays} ngày.`,
                `The permit is valid for ${procedure.validDays} days.`,
                procedure.validDays,
              ),
            ]),
      ],
      citations: () => [
        ...citedAll(procedure),
        ...(decidedBy === "minister-of-public-security" ? citedAll(borderHandgunsMost) : []),
        ...needed.flatMap((row) => (missing.some((paper) => paper === row.paper) ? citedAll(row) : [])),
        ...citedAll(row),
        ...fee.citations(),
      ],
    };
  },
});

/** @throws RefusedInput `not-in-force` before the procedure existed, and while it is not carried out */
function procedureOn(id: string, on: PlainDate): WeaponProcedure {
  const row = rowOn(weaponProcedures().get(id) ?? [], on);
  if (!row || rowOn(cuts().get(id) ?? [], on)) throw new RefusedInput("not-in-force", "receivedOn");
  return row;
}

type Unit = "c06" | "provincial-police" | "commune-police";
function unitFor({ receiver }: WeaponProcedure, holder: string): Unit {
  if (receiver !== "by-holder") return receiver;
  return holder === "ministry-level" ? "c06" : "provincial-police";
}

function openedOn(procedure: WeaponProcedure, channel: (typeof CHANNELS)[number]): PlainDate | null {
  return { paper: procedure.from, portal: procedure.portalFrom, vneid: procedure.vneidFrom }[channel];
}
function isOpen(procedure: WeaponProcedure, channel: (typeof CHANNELS)[number], on: PlainDate): boolean {
  const from = openedOn(procedure, channel);
  return from !== null && from <= on;
}

function channelStep(
  procedure: WeaponProcedure,
  channel: (typeof CHANNELS)[number],
  allowed: boolean,
  on: PlainDate,
): CalculationStep {
  const [vi, en] = CHANNEL_WORDS[channel];
  const from = openedOn(procedure, channel);
  if (allowed)
    return step("channel", `Được nộp ${vi} vào ngày ${showDate(on)}.`, `May be filed ${en} on ${showDate(on)}.`, true);
  return from === null
    ? step("channel", `Thủ tục này không nhận hồ sơ ${vi}.`, `This procedure takes no files ${en}.`, false)
    : step(
        "channel",
        `Chỉ nhận hồ sơ ${vi} từ ngày ${showDate(from)}.`,
        `Filed ${en} only from ${showDate(from)}.`,
        false,
      );
}
const CHANNEL_WORDS = {
  paper: ["trực tiếp bằng văn bản", "on paper"],
  portal: ["qua Cổng dịch vụ công", "on the portal"],
  vneid: ["qua VNeID", "by VNeID"],
} as const;

function decisionStep(handguns: number, others: number, decidedBy: string): CalculationStep {
  const most = borderHandgunsMost.count;
  return decidedBy === "head-of-unit"
    ? step(
        "decided-by",
        `${handguns} súng ngắn, không quá ${most} khẩu và không có loại vũ khí khác: thủ trưởng đơn vị quyết định.`,
        `${handguns} handguns, no more than ${most}, and no other kind: the head of the unit decides.`,
        decidedBy,
      )
    : step(
        "decided-by",
        `${handguns} súng ngắn và ${others} vũ khí loại khác: trên ${most} súng ngắn hoặc có loại khác thì Bộ trưởng Bộ Công an quyết định.`,
        `${handguns} handguns and ${others} of other kinds: above ${most} handguns, or with any other kind, the Minister of Public Security decides.`,
        decidedBy,
      );
}

function papersStep(missing: readonly WeaponPaper[]): CalculationStep {
  if (missing.length === 0) return step("papers-complete", "Hồ sơ đủ thành phần.", "Nothing is missing.", missing);
  return step(
    "papers-missing",
    `Còn thiếu: ${missing.map((paper) => PAPER_WORDS[paper][0]).join("; ")}.`,
    `Still missing: ${missing.map((paper) => PAPER_WORDS[paper][1]).join("; ")}.`,
    missing,
  );
}
const PAPER_WORDS: { readonly [paper in WeaponPaper]: readonly [vi: string, en: string] } = {
  request: ["văn bản đề nghị", "the request"],
  declaration: ["bản khai báo", "the declaration"],
  "superior-consent": ["văn bản đồng ý của cơ quan chủ quản", "the consent of the superior body"],
  "guard-force-decision": [
    "quyết định thành lập lực lượng bảo vệ chuyên trách",
    "the decision founding the guard force",
  ],
  "proof-of-origin": ["giấy tờ chứng minh nguồn gốc", "the proof of origin"],
};

const UNITS: { readonly [unit in Unit]: readonly [vi: string, en: string] } = {
  c06: ["Cục Cảnh sát quản lý hành chính về trật tự xã hội (C06)", "the Police Department for Social Order (C06)"],
  "provincial-police": ["Công an cấp tỉnh (PC06)", "the provincial police"],
  "commune-police": ["Công an cấp xã", "the commune police"],
};
