import { Readable } from "node:stream";
import { Hono } from "hono";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import {
  type AskFailure,
  askFailureText,
  BATCH_HEADING,
  batchLineCsv,
  birthDateOf,
  type Question,
  verifyBatch,
} from "../../modules/verifications/index.ts";
import { publicJwk } from "../../platform/http-signatures/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import { createAgencyClients } from "./agency-client.ts";
import type { Bearer } from "./bearer.ts";
import { idempotencyKey } from "./filing.ts";
import { ApiProblem, invalid, place } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";
import { expectJson, jsonOf, readBytes, readShape } from "./read-json.ts";
import { type VerificationSent, VerificationShape } from "./verification-shapes.ts";

const QUESTION_BYTES_MOST = 16 * 1024;
const BATCH_BYTES_MOST = 2 * 1_048_576;

/** What other agencies may ask about people: whether data agree, for a dossier or on a legal ground, never the data. */
export function verificationDoors(deps: WebDeps, bearer: Bearer, rateLimit: RateLimit) {
  const app = new Hono<{ Variables: Vars }>();
  const { asking, messageKey } = deps.verifications;
  const clients = createAgencyClients(deps, bearer, rateLimit);

  app.use("/verifications/*", async (c, next) => {
    await next();
    await clients.signAnswer(c);
  });

  app.post("/verifications", async (c) => {
    expectJson(c);
    const body = await readBytes(c, QUESTION_BYTES_MOST);
    const { agency, actor } = await clients.getAgency(c, body);
    const key = idempotencyKey(c);
    const question = questionOf(readShape(VerificationShape, jsonOf(body)));
    const asked = await asking.ask(agency, actor, question, key);
    if (!asked.ok) throw askProblem(asked.failure, deps.clock.now());
    const { replayed, at, ...answer } = asked.value;
    if (replayed) c.header("idempotency-replayed", "true");
    return c.json({ ...answer, dossier: question.dossier, purpose: question.purpose, at: isoInstant(at) });
  });

  app.post("/verifications/batch", async (c) => {
    if (!/^text\/csv\s*(;|$)/i.test(c.req.header("content-type") ?? "")) throw notCsv();
    const body = await readBytes(c, BATCH_BYTES_MOST);
    const { agency, actor } = await clients.getAgency(c, body);
    const key = idempotencyKey(c);
    const { purpose, ground, procedure } = readShape(BATCH_SHAPE, c.req.query());
    const batch = { agency, actor, key, purpose, ground: ground ?? null, procedure: procedure ?? null };
    let csv = BATCH_HEADING;
    for await (const line of verifyBatch(asking, Readable.from([body]), batch)) csv += batchLineCsv(line);
    return c.body(csv, 200, { "content-type": "text/csv; charset=utf-8" });
  });

  app.get("/verifications/keys", (c) =>
    c.json({ keys: [{ ...publicJwk(messageKey.key), kid: messageKey.id, use: "sig" }] }),
  );

  return app;
}

const BATCH_SHAPE = VerificationShape.pick({ purpose: true, ground: true, procedure: true });

/** @throws ApiProblem 422 */
function questionOf(sent: VerificationSent): Question {
  const { number, name, birthDate: written, sex } = sent.person;
  const birthDate = birthDateOf(written);
  if (!birthDate)
    throw invalid([
      place(
        ["person", "birthDate"],
        text(
          "Ngày sinh cần có dạng dd/mm/yyyy, mm/yyyy hoặc yyyy.",
          "The birth date must be dd/mm/yyyy, mm/yyyy or yyyy.",
        ),
      ),
    ]);
  return {
    claim: { number, name, birthDate, ...(sex ? { sex } : {}) },
    dossier: sent.dossier ?? null,
    ground: sent.ground ?? null,
    procedure: sent.procedure ?? null,
    purpose: sent.purpose,
  };
}

function askProblem(failure: AskFailure, now: Instant): ApiProblem {
  const detail = askFailureText(failure);
  switch (failure.kind) {
    case "not-enough-ground":
      return new ApiProblem(403, failure.kind, text("Chưa đủ căn cứ để đối chiếu", "Not enough ground"), detail);
    case "too-many-tries":
      return new ApiProblem(
        429,
        failure.kind,
        text("Số này đã được hỏi quá nhiều lần", "Asked about too often"),
        detail,
        {},
        { "retry-after": String(secondsToMidnight(now)) },
      );
    case "key-reused":
      return new ApiProblem(
        409,
        failure.kind,
        text("Idempotency-Key đã dùng cho nội dung khác", "Idempotency-Key used for other content"),
        detail,
      );
  }
}

const DAY_SECONDS = 86_400;
const VIETNAM_OFFSET_SECONDS = 7 * 3_600;
const secondsToMidnight = (now: Instant): number =>
  DAY_SECONDS - ((Math.floor(now / 1000) + VIETNAM_OFFSET_SECONDS) % DAY_SECONDS);

const notCsv = (): ApiProblem =>
  new ApiProblem(
    415,
    "unsupported-media-type",
    text("Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
    text("Vui lòng gửi nội dung dạng text/csv.", "Send the body as text/csv."),
    {},
    { accept: "text/csv" },
  );
