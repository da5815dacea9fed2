import { getSource, sourceName } from "../../../../law/index.ts";
import { fieldsOf } from "../../../engine/definition/index.ts";
import {
  answerAt,
  entriesOf,
  isAddress,
  isPartialDate,
  type SimpleAnswer,
  showAnswer,
} from "../../../engine/form/index.ts";
import { dayOfInstant, type PartialDate, parseIsoDate, showPartialDate } from "../../../kernel/plain-date.ts";
import type { PaperData } from "../../documents/index.ts";
import { columnText, columnValue } from "../../registers/index.ts";
import type { DossierView } from "../dossiers.ts";
import { headOf, type PrintingParts, personIn } from "./head.ts";
import { formPart } from "./notices.ts";

/** The paper of a result: the procedure's own template where it has one, else the notice that fits any procedure. */
export type ResultKind = "temporary-residence-result" | "seal-certificate" | "result-notice" | "refusal";
type Told = Pick<DossierView, "row" | "edition" | "procedure" | "state" | "acts">;

export function resultKind(view: Told): ResultKind {
  const { template } = view.edition.result;
  if (template === "temporary-residence-result") return template;
  // A refusal on the merits is form 03, where the sector has no paper of its own for it.
  if (view.state.outcome !== "grant") return "refusal";
  return template === "seal-certificate" ? template : "result-notice";
}

export function resultData(parts: PrintingParts, view: Told, at: number): PaperData<ResultKind> {
  // A result is the agency's own paper; the desk only hands it over.
  const { desk: _desk, ...agency } = headOf(parts, view, at);
  const head = { ...agency, ...correctionOf(view), copiesTo: [view.row.ownerName, "Lưu: VT"] };
  const kind = resultKind(view);
  if (kind === "temporary-residence-result") return { ...head, ...residence(parts, view, at) };
  if (kind === "refusal") return { ...head, ...formPart("refusal", at), ...refusal(view) };
  return kind === "seal-certificate" ? { ...head, ...seal(parts, view, at) } : { ...head, ...notice(parts, view) };
}

/** A paper that takes the place of a wrong one says so, with the reason and what was put right. */
function correctionOf({ acts, state }: Told): { correction?: string } {
  const replacing = state.replacement && acts.findLast((act) => act.kind === "replacement-decided");
  if (!replacing) return {};
  const { replacedNumber, reason, correction } = replacing.data;
  return {
    correction: `Văn bản này thay thế văn bản số ${replacedNumber}. Lý do: ${reason}. Nội dung sửa: ${correction}`,
  };
}

/** How a citation says that it means all of a text. */
const WHOLE_TEXT = "toàn văn";
const basisOf = (view: Told): string[] => {
  const lines = [...view.edition.basis, ...view.edition.competence.basis].map(({ source, article }) =>
    article === WHOLE_TEXT ? sourceName(getSource(source)) : `${article} ${sourceName(getSource(source))}`,
  );
  return [...new Set(lines)].slice(0, 6);
};

/** Why it was refused, in the words of the decision, with the ground the law names. */
function refusal(view: Told) {
  // A draft is seen before the decision: it says what was proposed.
  const said = view.acts.findLast((act) => act.kind === "decided" || act.kind === "proposed");
  // Where a wrong result is replaced by a refusal, the reason stands in that decision.
  const decided = said?.data.outcome === "refuse" ? said : null;
  const instead = view.acts.findLast((act) => act.kind === "replacement-decided")?.data.reason;
  const ground = view.edition.refusalGrounds.find(({ key }) => key === decided?.data.ground);
  const basis = ground?.basis.map((c) => `${c.article} ${c.source}`).join("; ");
  return {
    reason: [ground?.title.vi, decided?.data.reason ?? instead].filter(Boolean).join(". "),
    basis: basis || basisOf(view).join("; "),
    stage: "merits" as const,
  };
}
function refusalOf(view: Told): { reason?: string } {
  if (view.state.outcome === "grant") return {};
  const { reason, basis } = refusal(view);
  return { reason: `${reason} (${basis})` };
}

function residence(parts: PrintingParts, view: Told, at: number) {
  const { edition, row, state } = view;
  const person = personIn(row.answers);
  const address = columnValue(edition, "address", row.answers);
  const until = parseIsoDate(columnText(edition, "valid_until", row.answers) ?? "");
  const head = answerAt(row.answers, "head-name");
  const relation = view.edition.pages.flatMap((page) => page.fields).find((field) => field.key === "relation-to-head");
  const relationAnswer = row.answers["relation-to-head"];
  return {
    outcome: state.outcome === "grant" ? ("registered" as const) : ("refused" as const),
    birth: person ? showPartialDate(person.birthDate) : "",
    address: isAddress(address) ? parts.catalogue.showAddress(address, "vi") : "",
    ...(typeof head === "string" ? { headOfHousehold: head } : {}),
    ...(relation?.kind === "choice" && typeof relationAnswer === "string"
      ? { relationToHead: showAnswer(relation, relationAnswer, NO_NAMES, "vi") }
      : {}),
    ...(state.outcome === "grant" && until ? { from: dayOfInstant(at), until } : {}),
    members: entriesOf(row.answers.members).map((entry) => ({
      name: String(entry["full-name"] ?? ""),
      birth: isPartialDate(entry["birth-date"]) ? showPartialDate(entry["birth-date"] as PartialDate) : "",
      number: String(entry.number ?? ""),
      relation: String(entry.relation ?? ""),
    })),
    basis: basisOf(view),
    ...refusalOf(view),
  };
}

function seal(parts: PrintingParts, view: Told, at: number) {
  const { edition, row } = view;
  const seat = row.answers[edition.competence.byAddress];
  const kind = fieldsOf(edition).find((field) => field.key === edition.register?.values.seal_kind);
  const kindAnswer = columnText(edition, "seal_kind", row.answers) ?? "";
  return {
    organisation: columnText(edition, "organisation_name", row.answers) ?? row.ownerName,
    ...(isAddress(seat) ? { headOffice: parts.catalogue.showAddress(seat, "vi") } : {}),
    sealKind: kind?.kind === "choice" ? showAnswer(kind, kindAnswer, NO_NAMES, "vi") : kindAnswer,
    quantity: columnText(edition, "quantity", row.answers) ?? "1",
    validFrom: dayOfInstant(at),
    basis: basisOf(view),
  };
}

/** A notice that says all answers of the dossier: good for any procedure that brings no template of its own. */
function notice(parts: PrintingParts, view: Told) {
  const { edition, row, procedure } = view;
  const names = {
    commune: (code: string) => parts.catalogue.findCommune(code)?.title.vi ?? code,
    country: (code: string) => code,
  };
  const facts = fieldsOf(edition)
    .filter((field) => field.kind !== "group" && field.kind !== "declaration" && row.answers[field.key] !== undefined)
    .map((field) => ({
      label: field.label.vi,
      value: field.kind === "group" ? "" : showAnswer(field, row.answers[field.key] as SimpleAnswer, names, "vi"),
    }))
    .slice(0, 100);
  return {
    about: procedure.title.vi,
    outcome: "granted" as const,
    facts,
    basis: basisOf(view),
  };
}

const NO_NAMES = { commune: (code: string): string => code, country: (code: string): string => code };
