import { type CalculationStep, defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { PROCEDURE_OF, type SupportTool, supportTools, TOOL_KINDS } from "../../parameters/licences/support-tools.ts";
import { rowOn } from "../../parameters/table.ts";
import { limitsByName } from "../../parameters/terms/limits.ts";
import { citedAll, step } from "../cite.ts";

const PLACES = [
  "state-body",
  "key-target",
  "train",
  "bank",
  "hospital",
  "industrial-zone",
  "explosives-firm",
  "gold-or-currency-firm",
  "other",
] as const;

/** Which paper a support tool needs, and whether the guards of a place may have it. */
export const supportTool = defineCalculation({
  name: "support-tool",
  title: text("Giấy tờ đối với công cụ hỗ trợ", "Papers of support tools"),
  fields: {
    tools: {
      kind: "list",
      needed: true,
      of: {
        kind: "object",
        fields: { kind: { kind: "text", needed: true, oneOf: TOOL_KINDS }, quantity: { kind: "integer", least: 0 } },
      },
    },
    on: { kind: "date", needed: true },
    guarded: { kind: "text", oneOf: PLACES },
  },
  reckon({ tools, on, guarded }) {
    const known = [...supportTools().values()].filter((tool) => covers(tool, on));
    if (known.length === 0) throw new RefusedInput("not-in-force", "on");
    const mayHave = (tool: SupportTool): boolean =>
      tool.guards === "all" || (tool.guards === "listed" && guarded !== "other");
    const asked = tools.map(({ kind }) => toolOn(known, kind));
    return {
      value: {
        tools: asked.map((tool) => ({
          kind: tool.kind,
          paper: tool.paper,
          workingDays: daysFor(tool, on).days,
          allowed: guarded === undefined ? null : mayHave(tool),
        })),
        allowedKinds: guarded === undefined ? null : known.filter(mayHave).map((tool) => tool.kind),
      },
      steps: () =>
        asked.flatMap((tool) => [
          paperStep(tool, daysFor(tool, on).days, on),
          ...(guarded === undefined ? [] : [guardStep(tool, mayHave(tool))]),
        ]),
      citations: () => [...new Set(asked)].flatMap((tool) => citedAll(tool)),
    };
  },
});

function toolOn(known: readonly SupportTool[], kind: string): SupportTool {
  const tool = known.find((one) => one.kind === kind);
  if (!tool) throw new RefusedInput("not-in-force", "on");
  return tool;
}

function daysFor(tool: SupportTool, on: PlainDate): { readonly days: number } {
  const row = rowOn(limitsByName().get(PROCEDURE_OF[tool.paper]) ?? [], on);
  if (!row?.limit) throw new RefusedInput("no-rate-for-date", "on");
  return { days: row.limit.count };
}

const paperStep = (tool: SupportTool, days: number, on: PlainDate): CalculationStep =>
  tool.paper === "use-permit"
    ? step(
        "use-permit",
        `${tool.vi}: cần giấy phép sử dụng, giải quyết trong ${days} ngày làm việc (quy định ngày ${showDate(on)}).`,
        `${tool.en}: a use permit, within ${days} working days (rules of ${showDate(on)}).`,
        tool.paper,
      )
    : step(
        "registration-notice",
        `${tool.vi}: đăng ký khai báo, giải quyết trong ${days} ngày làm việc (quy định ngày ${showDate(on)}).`,
        `${tool.en}: a registration notice, within ${days} working days (rules of ${showDate(on)}).`,
        tool.paper,
      );

function guardStep(tool: SupportTool, allowed: boolean): CalculationStep {
  if (allowed)
    return step(
      "guards-may",
      `${tool.vi}: lực lượng bảo vệ tại mục tiêu này được trang bị.`,
      `${tool.en}: the guards of this place may have it.`,
      true,
    );
  return tool.guards === "listed"
    ? step(
        "listed-places-only",
        `${tool.vi}: chỉ trang bị cho bảo vệ tại các mục tiêu được liệt kê.`,
        `${tool.en}: only for guards of the places listed.`,
        false,
      )
    : step(
        "guards-may-not",
        `${tool.vi}: không thuộc loại trang bị cho lực lượng bảo vệ.`,
        `${tool.en}: not among the tools of guards.`,
        false,
      );
}
