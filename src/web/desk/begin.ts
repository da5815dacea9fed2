import { editionOn, fieldsOf, type Procedure } from "../../engine/definition/index.ts";
import { type Answers, readAnswers } from "../../engine/form/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { findOrganisation } from "../../modules/population/index.ts";
import type { Envelope, Present, PrintedForm } from "../../modules/reception/index.ts";
import type { WebDeps } from "../context.ts";
import type { Officer } from "../office/guard.ts";
import { answersFrom } from "../portal/draft/prefill.ts";
import { atDesk } from "./guard.ts";
import type { DeskState } from "./state.ts";

/** From a person and a procedure to an intake: everything the registers know is answered before the page is shown. */

type Wish = {
  readonly procedure: Procedure;
  readonly present: Present;
  /** Code of the organisation for which the person files; empty for themselves. */
  readonly organisation: string;
  readonly envelope: Envelope | null;
  readonly form: PrintedForm | null;
};

/** Makes the intake and answers its id; a failure is a sentence for the officer. */
export async function beginIntake(deps: WebDeps, officer: Officer, wish: Wish): Promise<Result<string, Text>> {
  const { procedure, envelope } = wish;
  const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
  if (!edition) return fail(NOT_IN_FORCE);
  const channel = envelope ? "post" : "desk";
  if (!edition.channels.includes(channel)) return fail(channel === "post" ? NOT_BY_POST : NOT_AT_DESK);
  const organisation = wish.organisation === "" ? null : await findOrganisation(deps.db, wish.organisation);
  if (wish.organisation !== "" && !organisation) return fail(NO_ORGANISATION);
  if (!edition.applicants.includes(organisation ? "organisation" : "person"))
    return fail(organisation ? FOR_PERSONS : FOR_ORGANISATIONS);

  const desk = atDesk(officer);
  const recalled =
    wish.present.number === null ? NOTHING_KNOWN : await deps.reception.recall(desk, wish.present.number);
  const { person } = recalled;
  const present: Present = {
    ...wish.present,
    name: person?.name ?? wish.present.name,
    birthDate: person?.birth ?? wish.present.birthDate,
    sex: person?.sex ?? wish.present.sex,
  };
  if (present.name === null) return fail(NO_NAME);
  const own = { name: present.name, number: present.number, ward: null };
  const known = answersFrom(edition, {
    session: { ...own, organisation: organisation ? { code: organisation.code, name: organisation.name } : null },
    person,
    own: person,
    organisation,
    head: recalled.head,
    today: dayOfInstant(deps.clock.now()),
  });
  const first: Answers = { ...onlyChoices(edition), ...statedAnswers(edition, present), ...known };
  const answers = wish.form ? { ...first, ...answersOfForm(edition, wish.form) } : first;
  const draft = await deps.dossiers.drafts.begin(
    officer.account,
    procedure,
    { organisation: organisation?.code ?? null, ward: null },
    answers,
  );
  if (!draft) return fail(NOT_IN_FORCE);
  const state: DeskState = {
    kind: "desk",
    present,
    account: await deps.reception.accountOf(present.number),
    channel,
    envelope: envelope?.id ?? null,
    organisation: organisation ? { code: organisation.code, name: organisation.name } : null,
    known: fieldsOf(edition).flatMap(({ key, prefill }) =>
      prefill && prefill !== "today" && known[key] !== undefined && (!wish.form || same(answers[key], known[key]))
        ? [key]
        : [],
    ),
    findings: {},
    originals: {},
    form: wish.form ? { edition: wish.form.edition, madeOn: wish.form.madeOn } : null,
  };
  await deps.dossiers.drafts.setPending(draft, state as unknown as Json);
  return ok(draft.id);
}

const NOTHING_KNOWN = { person: null, head: null };
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The commonest filing is one's own: where the first question only asks for whom, the person at the desk is the answer. */
function onlyChoices(edition: NonNullable<ReturnType<typeof editionOn>>): Answers {
  const registrant = fieldsOf(edition).find(({ key }) => key === "registrant");
  return registrant?.kind === "choice" && registrant.options.some(({ value }) => value === "self")
    ? { registrant: "self" }
    : {};
}

/** What the card says fills in where no register answered; an officer has the card in hand. */
function statedAnswers(edition: NonNullable<ReturnType<typeof editionOn>>, present: Present): Answers {
  const { number, name, birthDate, sex } = present;
  const answers: Record<string, Answers[string]> = {};
  for (const field of fieldsOf(edition)) {
    if (field.prefill === "applicant.person" && number && name && birthDate && sex)
      answers[field.key] = { number, name, birthDate, sex };
    if (field.prefill === "applicant.birth-date" && birthDate) answers[field.key] = birthDate;
    if (field.prefill === "applicant.sex" && sex) answers[field.key] = sex;
  }
  return answers;
}

/** The answers of a printed form that the edition of today still asks, in the shape it asks them; the rest is asked anew. */
export function answersOfForm(edition: NonNullable<ReturnType<typeof editionOn>>, form: PrintedForm): Answers {
  const asked = new Set(fieldsOf(edition).map(({ key }) => key));
  const answers: Record<string, Answers[string]> = {};
  for (const [key, value] of Object.entries(form.answers)) {
    if (!asked.has(key)) continue;
    // Read alone, so that one answer of an older shape costs no other: what is missing beside it is no fault here.
    const read = readAnswers({ ...edition, pages: pagesWith(edition, key) }, { [key]: value });
    if (read.ok && read.value[key] !== undefined) answers[key] = read.value[key];
  }
  return answers;
}

const pagesWith = (edition: NonNullable<ReturnType<typeof editionOn>>, key: string) =>
  edition.pages
    .map((page) => ({ ...page, fields: page.fields.filter((field) => field.key === key) }))
    .filter(({ fields }) => fields.length > 0);

const NOT_IN_FORCE = text(
  "Thủ tục này hiện không tiếp nhận hồ sơ. Đề nghị hướng dẫn người nộp thủ tục thay thế.",
  "This procedure takes no dossiers now. Tell the person what replaces it.",
);
const NOT_BY_POST = text(
  "Thủ tục này hiện không nhận qua bưu chính. Đề nghị gửi trả và hướng dẫn nộp trực tiếp hoặc trực tuyến.",
  "This procedure is not taken by post now. Send it back and explain how to file at the desk or online.",
);
const NOT_AT_DESK = text(
  "Thủ tục này hiện không nhận tại quầy. Đề nghị hướng dẫn nộp trực tuyến.",
  "This procedure is not taken at the desk now. Explain how to file online.",
);
const NO_ORGANISATION = text(
  "Không có tổ chức nào mang mã số này trong sổ. Đề nghị kiểm tra lại mã số gồm 10 chữ số.",
  "No organisation has this code. Check its ten digits.",
);
const FOR_PERSONS = text(
  "Thủ tục này do cá nhân nộp. Đề nghị để trống ô mã số tổ chức.",
  "Persons file this procedure. Leave the organisation's code empty.",
);
const FOR_ORGANISATIONS = text(
  "Thủ tục này do cơ quan, tổ chức nộp. Đề nghị nhập mã số tổ chức.",
  "Organisations file this procedure. Type the organisation's code.",
);
const NO_NAME = text(
  "Sổ dân cư chưa trả lời và thẻ chưa quét, nên chưa biết họ tên. Đề nghị quét thẻ hoặc nhập thông tin bằng tay.",
  "The register did not answer and no card was scanned, so the name is unknown. Scan the card or enter the person by hand.",
);
