import { defineCalculation, isAbsent, type Reasoned, RefusedInput } from "../../../src/engine/definition/index.ts";
import { birthdayAt, type PlainDate, showDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { dependants } from "../../parameters/utilities/vaccination.ts";
import { citedAll, step } from "../cite.ts";

/** Whether a dependant stays linked to the card of the person they travel with. */
export const dependantLink = defineCalculation({
  name: "dependant-link",
  title: text("Người phụ thuộc đi cùng chủ thẻ", "Dependant linked to a card holder"),
  fields: {
    kind: { kind: "text", needed: true, oneOf: ["child", "no-legal-capacity"] },
    bornOn: { kind: "date" },
    decidedOn: { kind: "date" },
    endedOn: { kind: "date" },
    on: { kind: "date", needed: true },
  },
  lacks({ kind, bornOn, decidedOn }) {
    if (kind === "child") return isAbsent(bornOn) ? "bornOn" : null;
    return kind === "no-legal-capacity" && isAbsent(decidedOn) ? "decidedOn" : null;
  },
  reckon({ kind, bornOn, decidedOn, endedOn, on }) {
    if (on < dependants.from) throw new RefusedInput("not-in-force", "on");
    if (kind === "child" && bornOn !== undefined) return child(bornOn, on);
    if (kind !== "child" && decidedOn !== undefined) return withoutCapacity(decidedOn, endedOn ?? null, on);
    throw new RefusedInput("missing-field", kind === "child" ? "bornOn" : "decidedOn");
  },
});

function child(bornOn: PlainDate, on: PlainDate): Reasoned {
  const endsOn = birthdayAt(bornOn, dependants.childBelowYears);
  if (endsOn === null) throw new RefusedInput("out-of-range", "bornOn");
  const linked = bornOn <= on && on < endsOn;
  return {
    value: { linked, endsOn },
    steps: () => [
      step(
        "birthday",
        `Sinh ngày ${showDate(bornOn)}: đủ ${dependants.childBelowYears} tuổi vào ngày ${showDate(endsOn)}.`,
        `Born on ${showDate(bornOn)}: ${dependants.childBelowYears} years old on ${showDate(endsOn)}.`,
        endsOn,
      ),
      linkStep(linked, on),
    ],
    citations: () => citedAll(dependants),
  };
}

function withoutCapacity(decidedOn: PlainDate, endedOn: PlainDate | null, on: PlainDate): Reasoned {
  const linked = decidedOn <= on && (endedOn === null || on < endedOn);
  return {
    value: { linked, endsOn: endedOn },
    steps: () => [
      step(
        "court-decision",
        `Tòa án tuyên bố mất năng lực hành vi dân sự ngày ${showDate(decidedOn)}.`,
        `The court declared the loss of legal capacity on ${showDate(decidedOn)}.`,
        decidedOn,
      ),
      ...(endedOn === null
        ? []
        : [
            step(
              "court-decision-ended",
              `Tòa án hủy quyết định đó ngày ${showDate(endedOn)}.`,
              `The court ended it on ${showDate(endedOn)}.`,
              endedOn,
            ),
          ]),
      linkStep(linked, on),
    ],
    citations: () => citedAll(dependants),
  };
}

const linkStep = (linked: boolean, on: PlainDate) =>
  linked
    ? step("linked", `Ngày ${showDate(on)} còn liên kết với chủ thẻ.`, `Linked to the holder on ${showDate(on)}.`, true)
    : step("linked", `Ngày ${showDate(on)} không liên kết với chủ thẻ.`, `Not linked on ${showDate(on)}.`, false);
