import { text } from "../../kernel/text.ts";
import type { Envelope, Present } from "../../modules/reception/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import type { Officer } from "../office/guard.ts";
import { beginIntake } from "./begin.ts";
import { showHome } from "./scan-page.tsx";
import { formCodeSentence } from "./words.ts";

/** A form printed here comes back on paper: its code opens the intake with every answer filled in. */
export async function takePrintedForm(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  typed: string,
  envelope: Envelope | null,
): Promise<Response> {
  const read = await deps.reception.formCodes.read(typed);
  if (!read.ok) return showHome(deps, c, officer, { envelope, typed, error: formCodeSentence(read.failure) });
  const form = read.value;
  const procedure = deps.dossiers.findProcedure(form.procedure);
  if (!procedure) return showHome(deps, c, officer, { envelope, typed: "", error: UNKNOWN });
  const present: Present = {
    source: "form",
    number: /^\d{12}$/.test(form.owner.number) ? form.owner.number : null,
    document: null,
    name: form.owner.name,
    birthDate: null,
    sex: null,
    nationality: "VNM",
  };
  const begun = await beginIntake(deps, officer, {
    procedure,
    present,
    organisation: form.organisation ?? "",
    envelope,
    form,
  });
  return begun.ok
    ? c.redirect(href(c, `/desk/tiep-nhan/${begun.value}`), 303)
    : showHome(deps, c, officer, { envelope, typed: "", error: begun.failure });
}

const UNKNOWN = text(
  "Tờ khai thuộc một thủ tục hệ thống này không còn. Đề nghị hướng dẫn người nộp thủ tục thay thế.",
  "The form is of a procedure this house no longer has. Tell the person what replaces it.",
);
