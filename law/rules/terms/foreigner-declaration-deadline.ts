import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dayOfInstant, isoInstant, showInstant } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import { limitsByName } from "../../parameters/terms/limits.ts";
import { citedAll, step } from "../cite.ts";
import { endOfHours, showLimit } from "./count.ts";

/** The latest moment to declare a foreigner's stay, by paper or electronically. */
export const foreignerDeclarationDeadline = defineCalculation({
  name: "foreigner-declaration-deadline",
  title: text("Hạn khai báo tạm trú của người nước ngoài", "Time limit to declare a foreigner's stay"),
  fields: {
    arrivedAt: { kind: "instant", needed: true },
    remote: { kind: "boolean" },
    channel: { kind: "text", needed: true, oneOf: ["na17", "electronic"] },
  },
  reckon({ arrivedAt, remote, channel }) {
    const on = dayOfInstant(arrivedAt);
    const rows = (key: string) => rowOn(limitsByName().get(key) ?? [], on);
    const electronic = channel === "electronic" ? rows("foreigner-declaration-electronic") : null;
    const row = electronic ?? rows(remote ? "foreigner-declaration-paper-remote" : "foreigner-declaration-paper");
    if (!row?.limit) throw new RefusedInput("not-in-force", "arrivedAt");

    const { due } = endOfHours(arrivedAt, row.limit, "arrivedAt");
    const binding = channel === "na17" || electronic !== null;
    const hours = showLimit(row.limit);
    return {
      value: { dueAt: due, binding },
      steps: () => [
        step(
          "arrival",
          `Người nước ngoài đến lúc ${showInstant(arrivedAt)}.`,
          `The foreigner arrived at ${showInstant(arrivedAt)}.`,
          isoInstant(arrivedAt),
        ),
        electronic
          ? step(
              "at-once",
              "Khai báo điện tử: thực hiện ngay khi người nước ngoài đến.",
              "Electronic declaration: at once on arrival.",
              row.limit,
            )
          : step(
              "hours-from-arrival",
              remote
                ? `Vùng sâu, vùng xa: trong ${hours.vi} kể từ khi đến.`
                : `Khai báo trong ${hours.vi} kể từ khi đến.`,
              remote ? `Remote area: within ${hours.en} of arrival.` : `Within ${hours.en} of arrival.`,
              row.limit,
            ),
        ...(binding
          ? []
          : [
              step(
                "warning-only",
                "Trước ngày 24/07/2026 văn bản không quy định giờ cho khai báo điện tử: hạn này chỉ để nhắc.",
                "Before 24/07/2026 the text set no hour for the electronic declaration: this is a reminder only.",
                false,
              ),
            ]),
        step("due-at", "Hạn khai báo.", "The declaration is due.", due),
      ],
      citations: () => citedAll(row),
    };
  },
});
