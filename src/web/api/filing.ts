import { Hono } from "hono";
import { z } from "zod";
import { type Edition, editionOn, type Procedure } from "../../engine/definition/index.ts";
import { readAnswers } from "../../engine/form/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { readOwn } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import type { Bearer } from "./bearer.ts";
import { API_BASE, receiptOf } from "./facts.ts";
import { filingProblem } from "./filing-problems.ts";
import { keepPapers, papersShape } from "./paper-files.ts";
import { type ApiContext, ApiProblem, invalid, place } from "./problem.ts";
import { procedureNamed } from "./procedures.ts";
import { readJson, readShape } from "./read-json.ts";

/** Filing by another system: one request, one dossier, however often it is sent. */

export const BODY_BYTES_MOST = 30 * 1_048_576;
/** The ticket of an earlier answer "busy" to the same request. */
export const TICKET_HEADER = "admission-ticket";
const KEY = /^[\x21-\x7e]{1,200}$/;

const envelopes = new WeakMap<Edition, z.ZodType<Envelope>>();
type Envelope = {
  readonly procedure: string;
  readonly answers?: unknown;
  readonly papers?: readonly { paper: string; name: string; content: string }[] | undefined;
};

/** The request without its answers, which have a schema and sentences of their own. */
function envelopeShape(edition: Edition): z.ZodType<Envelope> {
  const made =
    envelopes.get(edition) ??
    z.strictObject({ procedure: z.string(), answers: z.unknown(), papers: papersShape(edition) });
  envelopes.set(edition, made);
  return made;
}

/** The whole request as the document shows it. */
export const filingShape = (procedure: Procedure, edition: Edition, answers: z.ZodType): z.ZodType =>
  z.strictObject({ procedure: z.enum([procedure.key, edition.code]), answers, papers: papersShape(edition) });

export function filingDoors(deps: WebDeps, bearer: Bearer) {
  const app = new Hono<{ Variables: Vars }>();

  app.post("/dossiers", async (c) => {
    const client = await bearer.getClient(c);
    const key = idempotencyKey(c);
    const sent = await readJson(c, BODY_BYTES_MOST);
    const { procedure, edition } = procedureOf(deps, sent);
    const { papers } = readShape(envelopeShape(edition), sent);
    const answers = readAnswers(edition, (sent as { answers?: unknown }).answers);
    if (!answers.ok) throw invalid(answers.failure.map((problem) => place(["answers", ...problem.path], problem.text)));

    const filed = await deps.dossiers.file({
      procedure,
      answers: answers.value,
      papers: papers ? await keepPapers(deps, edition, papers) : [],
      channel: "api",
      actor: client.actor,
      assurance: client.account.assurance,
      owner: client.owner,
      key: `api:${key}`,
      ticket: c.req.header(TICKET_HEADER) ?? null,
    });
    if (!filed.ok) throw filingProblem(filed.failure, edition);

    const { code, replayed, written } = filed.value;
    c.header("location", `${API_BASE}/dossiers/${code}`);
    if (replayed) c.header("idempotency-replayed", "true");
    const receipt = written
      ? receiptOf(deps, {
          row: { code, unitId: written.unitId },
          procedure,
          edition: written.edition,
          acts: written.acts,
        })
      : receiptOf(deps, await getView(deps, code));
    return c.json(receipt, replayed ? 200 : 201);
  });

  return app;
}

async function getView(deps: WebDeps, code: string): Promise<DossierView> {
  const view = await deps.dossiers.find(readOwn(deps.db), code);
  if (!view) throw new Error("a dossier was filed and is not there");
  return view;
}

/** @throws ApiProblem 400 */
export function idempotencyKey(c: ApiContext): string {
  const key = c.req.header("idempotency-key");
  if (key !== undefined && KEY.test(key)) return key;
  throw new ApiProblem(
    400,
    "idempotency-key",
    text("Thiếu Idempotency-Key", "Idempotency-Key is missing"),
    text(
      "Mỗi yêu cầu cần một Idempotency-Key riêng, 1–200 ký tự ASCII nhìn thấy được. Gửi lại cùng khóa thì chỉ được ghi nhận một lần.",
      "Each request needs an Idempotency-Key of its own, 1–200 visible ASCII characters. Sent again with the same key it counts once.",
    ),
  );
}

/** Made once: zod compiles a shape when it is first used. */
const NAMED = z.looseObject({ procedure: z.string().max(100) });

/** The procedure named, and its edition of today. */
function procedureOf(deps: WebDeps, sent: unknown): { procedure: Procedure; edition: Edition } {
  const { procedure: name } = readShape(NAMED, sent);
  const procedure = procedureNamed(deps.procedures, name);
  if (!procedure) {
    const sentence = text(
      "Không có thủ tục này. Xem danh sách tại /api/v1/procedures.",
      "There is no such procedure. See /api/v1/procedures.",
    );
    throw invalid([place(["procedure"], sentence)], "unknown-procedure", sentence);
  }
  const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
  if (!edition) throw invalid([place(["procedure"], NOT_IN_FORCE)], "not-in-force", NOT_IN_FORCE);
  return { procedure, edition };
}

const NOT_IN_FORCE = text("Thủ tục này hiện không tiếp nhận hồ sơ.", "This procedure takes no dossiers now.");
