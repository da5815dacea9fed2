import { boxText, type Raw } from "../../../engine/form/index.ts";
import { text } from "../../../kernel/text.ts";
import { type DossierView, filledIn, type NoticeTemplate, type TemplateKind } from "../../../modules/dossiers/index.ts";
import { Button, Select } from "../../ui/index.ts";
import type { FormProps } from "./controls.ts";
import { boxOf, type OfficeAct, rowsIn } from "./wanted.ts";

/** Which kind of words each form takes, and into which box. */
const TAKES: Partial<Readonly<Record<OfficeAct, TemplateKind>>> = {
  "supplement-requested": "supplement",
  "refused-intake": "refusal",
  stopped: "stop",
  reappointed: "apology",
};

/** Chosen and filled in by a button of its own: the page comes back with the words in their box, and nothing is done. */
export function TemplateChoice(props: FormProps) {
  const { desk, act, lang, raw } = props;
  const kind = TAKES[act];
  const offered = desk.templates.filter((one) => one.kind === kind && isFor(one, desk.view));
  if (!kind || offered.length === 0) return null;
  const name = boxOf(act, "template");
  return (
    <>
      <Select
        name={name}
        label={text("Mẫu của đơn vị", "Template of the unit")}
        lang={lang}
        options={offered.map(({ id, title }) => ({ value: id, label: title }))}
        value={raw ? boxText(raw, name) : ""}
        optional
      />
      <div class="govuk-form-group">
        <Button
          label={text("Điền theo mẫu", "Fill in")}
          lang={lang}
          kind="secondary"
          small
          name="_fill"
          value="1"
          skipChecks
        />
      </div>
    </>
  );
}

const isFor = ({ procedureKey }: NoticeTemplate, { row }: DossierView): boolean =>
  procedureKey === null || procedureKey === row.procedureKey;

/** What was typed, with the words of the chosen template added; typed words are never lost. */
export function withTemplate(act: OfficeAct, raw: Raw, templates: readonly NoticeTemplate[], view: DossierView): Raw {
  const chosen = templates.find(
    (one) => one.id === boxText(raw, boxOf(act, "template")) && one.kind === TAKES[act] && isFor(one, view),
  );
  if (!chosen) return raw;
  const body = filledIn(chosen.body, view);
  if (act === "supplement-requested") return intoEmptyRow(raw, body, chosen.basis ?? "");
  const reason = boxOf(act, "reason");
  const basis = boxOf(act, "basis");
  const typed = boxText(raw, reason).trim();
  return {
    ...raw,
    [reason]: typed ? `${typed}\n${body}` : body,
    ...(act === "stopped" && chosen.basis && boxText(raw, basis).trim() === "" ? { [basis]: chosen.basis } : {}),
  };
}

/** A request lists items: the words become the first one that is still empty. */
function intoEmptyRow(raw: Raw, what: string, basis: string): Raw {
  const box = (at: number, part: string): string => boxOf("supplement-requested", `items.${at}.${part}`);
  const rows = rowsIn(raw);
  const empty = Array.from({ length: rows }, (_, at) => at).find((at) =>
    ["what", "basis", "how"].every((part) => boxText(raw, box(at, part)).trim() === ""),
  );
  if (empty === undefined) return raw;
  return { ...raw, [box(empty, "what")]: what, ...(basis ? { [box(empty, "basis")]: basis } : {}) };
}
