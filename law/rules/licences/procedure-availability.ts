import {
  type CalculationStep,
  defineCalculation,
  isAbsent,
  RefusedInput,
} from "../../../src/engine/definition/index.ts";
import { type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type Cut, cuts, fireProcedures } from "../../parameters/licences/cuts.ts";
import { businessLines } from "../../parameters/licences/lines.ts";
import { weaponProcedures } from "../../parameters/licences/weapons.ts";
import { rowOn } from "../../parameters/table.ts";
import { citation, citedAll, notDetermined, step } from "../cite.ts";
import { findLine } from "./line.ts";

const procedures = () => ({ has: (key: string) => weaponProcedures().has(key) || fireProcedures().has(key) });

/** Whether a procedure or a business line is carried out on a day, under the cuts of Resolution 66.18/2026. */
export const procedureAvailability = defineCalculation({
  name: "procedure-availability",
  title: text("Thủ tục có đang được thực hiện", "Whether a procedure is carried out"),
  fields: {
    procedure: { kind: "text", among: procedures },
    line: { kind: "text", among: businessLines },
    on: { kind: "date", needed: true },
    receivedOn: { kind: "date" },
  },
  lacks: ({ procedure, line }) => (isAbsent(procedure) && isAbsent(line) ? "procedure" : null),
  reckon({ procedure, line, on, receivedOn }) {
    const key = procedure ?? line ?? "";
    if (procedure !== undefined && line !== undefined) throw new RefusedInput("not-allowed", "line");
    const subject = procedure === undefined ? lineOn(key, on) : procedureOn(key, on);
    if (subject.banned)
      return {
        value: { available: false, ...NO_CUT, ...NOTHING_PENDING },
        steps: () => [
          step(
            "banned",
            `“${subject.row.vi}” bị cấm kinh doanh từ sau ngày ${showDate(subject.row.until ?? on)}.`,
            `“${subject.row.en}” has been a banned business since after ${showDate(subject.row.until ?? on)}.`,
            false,
          ),
        ],
        citations: () => [citation("61/2020/QH14", "6(1)(h)"), ...citedAll(subject.row)],
      };
    const all = cuts().get(key) ?? [];
    const now = rowOn(all, on);
    if (now?.effect === "rewritten") throw notDetermined("procedure", now.basis);
    const pending = pendingSince(all, now, receivedOn);
    return {
      value: {
        available: now === null,
        ...(now?.effect === "cut" ? { suspendedFrom: now.from, suspendedUntil: now.until } : NO_CUT),
        ...(pending ? { pendingFile: "stopped-by-law", returnOnRequest: true } : NOTHING_PENDING),
      },
      steps: () => [stateStep(subject.row, now, on), ...pendingStep(pending, receivedOn)],
      citations: () => [
        ...(now ? citedAll(now) : []),
        ...(pending ? [citation("66.18/2026/NQ-CP", "6(2)")] : []),
        ...citedAll(subject.row),
      ],
    };
  },
});

const NO_CUT = { suspendedFrom: null, suspendedUntil: null };
const NOTHING_PENDING = { pendingFile: null, returnOnRequest: false };

const lineOn = (slug: string, on: PlainDate) => findLine(slug, on);

/** @throws RefusedInput `not-in-force` before the procedure existed */
function procedureOn(key: string, on: PlainDate) {
  const row = fireProcedures().get(key) ?? rowOn(weaponProcedures().get(key) ?? [], on);
  if (!row || on < row.from) throw new RefusedInput("not-in-force", "on");
  return { row, banned: false };
}

/** The cut that stopped a file received before it. A file stays stopped where the procedure ended for good meanwhile. */
function pendingSince(all: readonly Cut[], now: Cut | null, receivedOn: PlainDate | undefined): Cut | null {
  const cut = now && all.find((one) => one.effect === "cut");
  return cut && receivedOn !== undefined && receivedOn < cut.from ? cut : null;
}

type Named = { readonly vi: string; readonly en: string };
function stateStep(subject: Named, now: Cut | null, on: PlainDate): CalculationStep {
  if (now === null)
    return step(
      "carried-out",
      `“${subject.vi}” được thực hiện vào ngày ${showDate(on)}.`,
      `“${subject.en}” is carried out on ${showDate(on)}.`,
      true,
    );
  if (now.effect === "ended" || now.until === null)
    return step(
      "ended",
      `“${subject.vi}” đã bị bãi bỏ từ ngày ${showDate(now.from)}.`,
      `“${subject.en}” was abolished as of ${showDate(now.from)}.`,
      false,
    );
  return step(
    "suspended",
    `“${subject.vi}” không thực hiện từ ngày ${showDate(now.from)} đến hết ngày ${showDate(now.until)}; văn bản mới có thể chấm dứt sớm hơn.`,
    `“${subject.en}” is not carried out from ${showDate(now.from)} to ${showDate(now.until)}; a newer text may end this earlier.`,
    false,
  );
}

function pendingStep(cut: Cut | null, receivedOn: PlainDate | undefined): readonly CalculationStep[] {
  if (cut === null || receivedOn === undefined) return [];
  return [
    step(
      "stopped-by-law",
      `Hồ sơ nhận ngày ${showDate(receivedOn)}, trước ngày ${showDate(cut.from)}: dừng giải quyết và trả lại khi người nộp đề nghị.`,
      `File received on ${showDate(receivedOn)}, before ${showDate(cut.from)}: it stops and is returned on request.`,
      "stopped-by-law",
    ),
  ];
}
