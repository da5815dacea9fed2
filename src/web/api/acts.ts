import { Hono } from "hono";
import { z } from "zod";
import { type Edition, fieldsOf, type GroupField } from "../../engine/definition/index.ts";
import {
  type Answers,
  answersThatCount,
  checkAnswers,
  type ItemAnswers,
  pathOfBox,
  readEntry,
} from "../../engine/form/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { readOwn } from "../../modules/access/index.ts";
import { type ActWanted, type DossierView, formContext } from "../../modules/dossiers/index.ts";
import { groupOf, type StayEntry, stayEntries } from "../../modules/registers/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import type { Bearer, Client } from "./bearer.ts";
import { answerDossier, getOwn } from "./dossiers.ts";
import { BODY_BYTES_MOST } from "./filing.ts";
import { actProblem } from "./filing-problems.ts";
import { keepPapers, papersShape } from "./paper-files.ts";
import { type ApiContext, ApiProblem, invalid, place } from "./problem.ts";
import { readJson, readShape, Words } from "./read-json.ts";

/** What a filer may do to a dossier of theirs: withdraw, supplement, correct or cancel a notified stay. */

const REASON_LONGEST = 1000;
const reason = Words(REASON_LONGEST);
const entry = z.uuid();
const named = <K extends string>(act: K) => z.strictObject({ act: z.literal(act) });

/** The request, as the document shows it; `papers` and `replacement` follow the edition of the dossier. */
export const ActShape = z.discriminatedUnion("act", [
  named("withdrawn").extend({ reason }),
  named("cancelled").extend({ entry, reason }),
  named("corrected").extend({
    entry,
    reason,
    replacement: z.looseObject({}).meta({ description: "Một khách, như trong “guests” / one guest, as in “guests”" }),
  }),
  named("supplemented").extend({ message: Words(REASON_LONGEST).optional(), papers: z.array(z.unknown()).optional() }),
]);

export function actDoors(deps: WebDeps, bearer: Bearer) {
  const app = new Hono<{ Variables: Vars }>();

  app.post("/dossiers/:code/acts", async (c) => {
    const { client, view } = await getOwn(deps, bearer, c);
    const seen = versionSeen(c);
    const sent = readShape(ActShape, await readJson(c, BODY_BYTES_MOST));
    const wanted = await actOf(deps, client, view, sent);
    const done = await deps.dossiers.act(
      { officeProvince: view.row.officeProvince, id: view.row.id, seen },
      client.actor,
      wanted,
    );
    if (!done.ok) throw actProblem(done.failure);
    const now = await deps.dossiers.find(readOwn(deps.db), view.row.code);
    if (!now) throw new Error("a dossier was acted on and is not there");
    return answerDossier(deps, c, now, client);
  });

  return app;
}

/** `If-Match` names the version the client saw: an act sent twice meets a changed dossier and is not done twice. */
function versionSeen(c: ApiContext): number {
  const header = c.req.header("if-match");
  const version = /^"?(\d{1,9})"?$/.exec(header ?? "")?.[1];
  if (version !== undefined) return Number(version);
  if (header !== undefined)
    throw new ApiProblem(
      400,
      "bad-if-match",
      IF_MATCH,
      text('If-Match phải là ETag của hồ sơ, ví dụ "3".', 'If-Match must be the ETag of the dossier, such as "3".'),
    );
  throw new ApiProblem(
    428,
    "if-match-needed",
    IF_MATCH,
    text(
      "Vui lòng đọc hồ sơ rồi gửi ETag của hồ sơ trong If-Match, để không làm hai lần hoặc đè lên thay đổi mới.",
      "Read the dossier and send its ETag in If-Match, so that nothing is done twice or over a newer change.",
    ),
  );
}
const IF_MATCH = text("Cần If-Match", "If-Match is needed");

async function actOf(
  deps: WebDeps,
  client: Client,
  view: DossierView,
  sent: z.infer<typeof ActShape>,
): Promise<ActWanted> {
  switch (sent.act) {
    case "withdrawn":
    case "cancelled":
      return sent;
    case "corrected":
      return {
        act: sent.act,
        entry: sent.entry,
        reason: sent.reason,
        replacement: replacementOf(deps, client, view, sent.replacement),
      };
    case "supplemented": {
      const papers = readShape(z.object({ papers: papersShape(view.edition) }), { papers: sent.papers }).papers ?? [];
      return { act: sent.act, message: sent.message ?? "", papers: await keepPapers(deps, view.edition, papers) };
    }
  }
}

/** The stay as it should have been, checked like one that is notified now. */
function replacementOf(deps: WebDeps, client: Client, { row, edition, state }: DossierView, sent: unknown): StayEntry {
  const group = guestsOf(edition);
  if (!group) {
    const sentence = text(
      "Thủ tục này không có lượt lưu trú để đính chính.",
      "This procedure has no stays to correct.",
    );
    throw invalid([place(["act"], sentence)], "request-invalid", sentence);
  }
  const read = readEntry(group, sent);
  if (!read.ok) throw invalid(read.failure.map((problem) => place(["replacement", ...problem.path], problem.text)));
  const context = formContext(deps.dossiers.filing, dayOfInstant(deps.clock.now()), client.actor);
  const answers = answersThatCount(edition, withOneGuest(row.answers, group, read.value), context);
  const problems = checkAnswers(edition, answers, context);
  // The other answers were checked when they were filed; the box of the guest is `guests.0.…`.
  if (problems.length > 0)
    throw invalid(
      problems.map(({ name, text: sentence }) =>
        place(["replacement", ...pathOfBox(edition, name).slice(2)], sentence),
      ),
    );
  const [stay] = stayEntries(edition, answers, row.ownerNumber);
  if (!stay) throw new Error(`${edition.id}: a checked stay that is none (act ${state.version})`);
  return stay;
}

const guestsOf = (edition: Edition): GroupField | null => {
  if (edition.register?.register !== "stays") return null;
  const field = fieldsOf(edition).find((one) => one.key === groupOf(edition));
  return field?.kind === "group" ? field : null;
};

const withOneGuest = (answers: Answers, group: GroupField, guest: ItemAnswers): Answers => ({
  ...answers,
  [group.key]: [guest],
});
