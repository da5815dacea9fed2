import { Hono } from "hono";
import { z } from "zod";
import { isoInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { findEvidence } from "../../modules/dossiers/index.ts";
import { consistencyProof, findInclusion, latestCheckpoint } from "../../modules/transparency/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import type { Bearer } from "./bearer.ts";
import { getOwn } from "./dossiers.ts";
import { ApiProblem, notFoundProblem } from "./problem.ts";

/** The transparency log for programs: checkpoint, proofs, and the evidence of a dossier. Hashes and numbers only. */

const Hash = z.string().meta({ format: "byte", description: "32 byte, Base64 (RFC 4648)" });
const Note = z.string().meta({
  description: "Điểm kiểm tra đã ký (C2SP tlog-checkpoint) / the signed checkpoint",
  examples: [
    "motcua.example.vn/log\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— motcua.example.vn/log …\n",
  ],
});
const Size = z.int().meta({ description: "Số lá / number of leaves" });

export const CheckpointShape = z
  .strictObject({
    size: Size,
    root: Hash,
    signedAt: z.string().meta({ format: "date-time" }),
    verifierKey: z.string().meta({ description: "Khóa kiểm tra / the key, as C2SP signed-note writes it" }),
    note: Note,
  })
  .meta({ id: "LogCheckpoint" });

export const InclusionShape = z
  .strictObject({
    leaf: z.strictObject({ index: z.int(), hash: Hash }),
    path: z.array(Hash).meta({ description: "RFC 6962, 2.1.1" }),
    checkpoint: CheckpointShape,
  })
  .meta({ id: "LogInclusion" });

export const ConsistencyShape = z
  .strictObject({ from: Size, to: Size, path: z.array(Hash).meta({ description: "RFC 6962, 2.1.2" }) })
  .meta({ id: "LogConsistency" });

export const EvidenceShape = z
  .strictObject({
    format: z.literal("motcua-evidence-1"),
    dossier: z.strictObject({ code: z.string(), id: z.string() }),
    checkpoint: Note,
    verifierKey: z.string(),
    acts: z.array(
      z.strictObject({
        seq: z.int(),
        previousHash: z.string(),
        hash: z.string(),
        content: z.looseObject({ seq: z.int(), id: z.string(), kind: z.string() }).optional(),
        salt: z.string(),
        leafIndex: z.int(),
        path: z.array(Hash),
      }),
    ),
    notYet: z.array(z.int()),
  })
  .meta({
    id: "Evidence",
    description: "Bằng chứng kiểm tra ngoại tuyến bằng tools/verify-receipt.mjs / evidence to be checked offline",
  });

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
export const ProofQuery = z.union([z.strictObject({ leaf: wholeNumber }), z.strictObject({ act: z.uuid() })]);
export const ConsistencyQuery = z.strictObject({ from: wholeNumber, to: wholeNumber.optional() });

export function logDoors(deps: WebDeps, bearer: Bearer) {
  const app = new Hono<{ Variables: Vars }>();

  /** What everything is proven against. @throws ApiProblem 404 before the first one */
  const getCheckpoint = async (): Promise<z.infer<typeof CheckpointShape>> => {
    const found = await latestCheckpoint(deps.db);
    if (!found) throw notYet();
    const { size, root, signedAt, verifierKey, note } = found;
    return { size, root: root.toString("base64"), signedAt: isoInstant(signedAt), verifierKey, note };
  };

  app.get("/log/checkpoint", async (c) => {
    await bearer.findClient(c);
    return c.json(await getCheckpoint());
  });

  app.get("/log/proof", async (c) => {
    await bearer.findClient(c);
    const asked = ProofQuery.safeParse(c.req.query());
    if (!asked.success) throw badQuestion("leaf=<số / number>, act=<UUID>");
    const checkpoint = await getCheckpoint();
    const found = await findInclusion(deps.db, asked.data, checkpoint.size);
    if (!found) throw notYet();
    return c.json({
      leaf: { index: found.index, hash: found.leaf.toString("base64") },
      path: found.path.map((hash) => hash.toString("base64")),
      checkpoint,
    } satisfies z.infer<typeof InclusionShape>);
  });

  app.get("/log/consistency", async (c) => {
    await bearer.findClient(c);
    const { size } = await getCheckpoint();
    const asked = ConsistencyQuery.safeParse(c.req.query());
    const { from, to = size } = asked.data ?? { from: 0 };
    if (from < 1 || from > to || to > size) throw badQuestion(`1 ≤ from ≤ to ≤ ${size}`);
    const path = await consistencyProof(deps.db, from, to);
    return c.json({ from, to, path: path.map((hash) => hash.toString("base64")) } satisfies z.infer<
      typeof ConsistencyShape
    >);
  });

  app.get("/dossiers/:code/evidence", async (c) => {
    const { client, view } = await getOwn(deps, bearer, c);
    const evidence = await findEvidence(deps.db, view, client.actor.account);
    if (!evidence) throw notYet();
    return c.json(evidence);
  });

  return app;
}

const notYet = (): ApiProblem => {
  const { status, title } = notFoundProblem();
  return new ApiProblem(
    status,
    "not-yet-in-log",
    title,
    text(
      "Chưa có điểm kiểm tra nào đã ký gồm mục này. Mục mới thường được ghi vào nhật ký trong vài phút.",
      "No signed checkpoint covers this yet. What is new usually enters the log within minutes.",
    ),
    {},
    { "retry-after": "60" },
  );
};
const badQuestion = (wanted: string): ApiProblem =>
  new ApiProblem(
    400,
    "bad-query",
    text("Không đọc được yêu cầu", "Cannot be read"),
    text(`Cần: ${wanted}.`, `Needed: ${wanted}.`),
  );
