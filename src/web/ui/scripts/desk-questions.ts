import type { Condition } from "../../../engine/definition/index.ts";
import type { Answers } from "../../../engine/form/answers.ts";
import { holds } from "../../../engine/form/conditions.ts";
import { parseIsoDate } from "../../../kernel/plain-date.ts";

/**
 * Shows the questions that the answers open and hides those they close, by the very rule of the server. The form names
 * what it shows, so that the server knows what somebody has seen.
 */
export function followAnswers(form: HTMLFormElement): void {
  const on = parseIsoDate(form.dataset["today"] ?? "");
  if (!on) return;
  const context = {
    on,
    applicant: form.dataset["applicant"] === "organisation" ? ("organisation" as const) : ("person" as const),
  };
  const answers = answersIn(form);
  for (const field of form.querySelectorAll<HTMLElement>("[data-when]")) {
    const when = field.dataset["when"] ?? "";
    // An age is reckoned from a date that stands in several boxes: that is left to the server.
    if (when.includes("ageBelow")) continue;
    field.hidden = !holds(JSON.parse(when) as Condition, answers, context);
    if (field.hidden) delete answers[field.dataset["field"] ?? ""];
  }
  const shown = form.querySelector<HTMLInputElement>('input[name="_shown"]');
  if (!shown) return;
  const fields = [...form.querySelectorAll<HTMLElement>("[data-field]")];
  const asked = new Set(fields.map((field) => field.dataset["field"]));
  const known = shown.value.split(" ").filter((key) => !asked.has(key));
  shown.value = [...known, ...fields.filter((field) => !field.hidden).map((field) => field.dataset["field"])].join(" ");
}

function answersIn(form: HTMLFormElement): { [key: string]: Answers[string] } {
  const answers: { [key: string]: Answers[string] } = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || value === "" || name.startsWith("_")) continue;
    answers[name.split(".")[0] ?? name] = value;
  }
  return answers;
}
