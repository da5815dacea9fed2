import { entriesOf, type PlacedProblem } from "../../engine/form/index.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { actorOf } from "../../modules/access/index.ts";
import type { ActWanted, FilingFailure } from "../../modules/dossiers/index.ts";
import type { WebDeps } from "../context.ts";
import { filingSentence } from "../portal/filing-failure.ts";
import type { Answer } from "./form.tsx";
import { atDesk } from "./guard.ts";
import type { Intake } from "./load.ts";
import { inOneBox } from "./read-form.ts";

/** The end of an intake: filed, and at once accepted, refused or asked to complete. Each may be tried again: a draft is filed once. */

/** Files and accepts; answers the code. What cannot be taken comes back as an answer of the page. */
export async function accept(deps: WebDeps, intake: Intake): Promise<Result<string, Answer>> {
  return end(deps, intake, intake.edition.handling === "on-the-spot" ? null : { act: "accepted" }, false);
}

/** Files what there is and refuses it, or asks for what is missing, under a code of its own. */
export const endLacking = (deps: WebDeps, intake: Intake, wanted: ActWanted): Promise<Result<string, Answer>> =>
  end(deps, intake, wanted, true);

async function end(
  deps: WebDeps,
  intake: Intake,
  wanted: ActWanted | null,
  lacking: boolean,
): Promise<Result<string, Answer>> {
  const { draft, officer, state, owner } = intake;
  if (officer.number !== null && officer.number === owner.number) return fail({ sentences: [OWN], status: 403 });
  const desk = atDesk(officer);
  const envelope = state.envelope ? await deps.reception.findEnvelope(desk, state.envelope) : null;
  const filed = await deps.dossiers.file({
    procedure: draft.procedure,
    answers: draft.answers,
    papers: draft.papers,
    channel: state.channel,
    actor: intake.filer,
    // Nobody signed in: the officer has looked at the person's document.
    assurance: 0,
    owner,
    key: `draft:${draft.id}`,
    ...(envelope ? { filedAt: deps.reception.filedAt(envelope) } : {}),
    ...(lacking ? { lacking: { unit: officer.post.unit.id } } : {}),
  });
  if (!filed.ok) return fail(answerTo(filed.failure, intake));
  const { code, officeProvince, dossierId: id } = filed.value;
  if (envelope) await deps.reception.cameBy(desk, envelope.id, code);
  const done = wanted ? await deps.dossiers.act({ officeProvince, id, seen: null }, actorOf(officer), wanted) : null;
  await deps.dossiers.drafts.submitted(deps.db, draft, code);
  // A dossier of another office was passed on to it; one accepted by an earlier press is; of any other the page of the dossier tells.
  if (done && !done.ok && done.failure.kind === "incomplete") return fail({ sentences: [done.failure.text] });
  return ok(code);
}

function answerTo(failure: FilingFailure, intake: Intake): Answer {
  const { edition } = intake;
  if (failure.kind === "problems") {
    return { errors: Object.fromEntries(failure.problems.map((problem) => [boxOf(intake, problem), textOf(problem)])) };
  }
  if (failure.kind === "papers-missing")
    return {
      errors: Object.fromEntries(
        failure.papers.map((key) => [key, missingPaper(edition.papers.find((paper) => paper.key === key)?.title)]),
      ),
    };
  if (failure.kind === "key-reused") return { sentences: [CHANGED] };
  return { sentences: [filingSentence(failure, edition)] };
}

/** A wrong entry is told at its group: entries stand on pages of their own. */
const boxOf = (intake: Intake, problem: PlacedProblem): string => {
  const { name } = inOneBox(intake)(problem);
  const [key = ""] = name.split(".");
  return entriesOf(intake.draft.answers[key]).length > 0 ? key : name;
};
const textOf = ({ name, text: words }: PlacedProblem): Text => {
  const [, at] = name.split(".");
  return at !== undefined && /^\d+$/.test(at)
    ? text(`Mục ${Number(at) + 1}: ${words.vi}`, `Entry ${Number(at) + 1}: ${words.en}`)
    : words;
};

const missingPaper = (title: Text | undefined): Text =>
  text(
    `Còn thiếu: ${title?.vi ?? ""}. Quét vào đây, hoặc yêu cầu bổ sung.`,
    `Missing: ${title?.en ?? ""}. Scan it, or ask for it.`,
  );
const OWN = text(
  "Không ai được tiếp nhận hồ sơ của chính mình. Đề nghị chuyển đồng chí khác.",
  "Nobody may take in their own dossier. Hand it to a colleague.",
);
const CHANGED = text(
  "Hồ sơ của lần tiếp nhận này đã được nộp với nội dung khác. Đề nghị xem danh sách hồ sơ.",
  "This intake was filed before with other content. See the work list.",
);
