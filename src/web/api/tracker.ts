import { Hono } from "hono";
import { z } from "zod";
import { isPersonNumber } from "../../kernel/person-number.ts";
import { dayOfInstant, type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import {
  countAccess,
  type LookTaken,
  listAccess,
  logBegins,
  purposeWords,
  readLogged,
} from "../../modules/access/index.ts";
import { organisationsOf } from "../../modules/population/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import { type Bearer, type Client, createBearer } from "./bearer.ts";
import { type ApiContext, ApiProblem, answerProblem, notFoundProblem, troubleProblem } from "./problem.ts";
import { createRateLimit } from "./rate-limit.ts";

/**
 * The usage log for a person, asked through a trusted portal, by the contract of the Estonian data tracker (usage protocol
 * 1.6 over X-Road REST): findUsage, usagePeriod, heartbeat. Readings by secret order are left out, as the rule there is.
 */

const LIMIT_MOST = 1_000;
const NO_OFFICE = "00";
/** Stands for the house where a reading was no office's. */
const HOUSE = { code: "G01", name: "Bộ Công an" };
const SYSTEM = "Một Cửa";

const moment = z.iso.datetime({ offset: true }).transform((value) => Date.parse(value));
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
const QueryShape = z.object({
  userCode: z.string().min(1).max(20),
  periodStart: moment.optional(),
  periodEnd: moment.optional(),
  offset: whole(0, 999_999_999).optional(),
  limit: whole(1, LIMIT_MOST).optional(),
});

export function trackerDoor(deps: WebDeps): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  const rateLimit = createRateLimit(deps.settings.apiRequestsPerMinute);
  const bearer = createBearer({ access: deps.access, clock: deps.clock, rateLimit });

  app.onError((error, c) => {
    if (error instanceof ApiProblem) return answerProblem(c as ApiContext, error);
    deps.log.error({ err: error, request: c.get("requestId") }, "broken promise");
    return answerProblem(c as ApiContext, troubleProblem(c.get("requestId") ?? "", false));
  });

  app.get("/v2/findUsage", async (c) => {
    const client = await trustedPortal(deps, bearer, c);
    const asker = personOf(c.req.header("x-road-userid"));
    if (!asker) throw badRequest("X-Road-UserId");
    const query = QueryShape.safeParse(Object.fromEntries(new URL(c.req.url).searchParams));
    if (!query.success) throw badRequest(String(query.error.issues[0]?.path[0] ?? "query"));
    const { userCode, periodStart = null, periodEnd = null, offset = 0, limit = LIMIT_MOST } = query.data;
    const subject = await subjectFor(deps, asker, userCode);
    return c.json(await usagesOf(deps, c, client, { asker, subject, periodStart, periodEnd, offset, limit }));
  });

  app.get("/v2/usagePeriod", async (c) => {
    await trustedPortal(deps, bearer, c);
    return c.json({ periodStart: isoInstant(await logBegins(deps.db)) });
  });

  app.get("/v2/heartbeat", async (c) => {
    await trustedPortal(deps, bearer, c);
    try {
      await logBegins(deps.db);
      return c.json({ status: "OK" });
    } catch (err) {
      deps.log.error({ err, request: c.get("requestId") }, "the usage log does not answer");
      return c.json({ status: "FAIL", message: "usage log unavailable" });
    }
  });

  app.all("*", (c) => answerProblem(c as ApiContext, notFoundProblem()));
  return app;
}

/**
 * The portal behind a request: its X-Road client identifier stands on our list, and its key belongs to the member named
 * in it. Identifiers are compared as they are written: an encoded slash in a code stays one.
 * @throws ApiProblem 400 without identifier, 401 without a good key, 403 for anybody else; the refusal is logged
 */
async function trustedPortal(deps: WebDeps, bearer: Bearer, c: ApiContext): Promise<Client> {
  const named = c.req.header("x-road-client");
  if (!named) throw badRequest("X-Road-Client");
  const client = await bearer.getClient(c);
  const member = named.split("/")[2];
  const { organisation } = client.account;
  const trusted = deps.settings.trackerClients.includes(named) && organisation?.code === member;
  if (trusted) return client;
  deps.log.warn(
    {
      request: c.get("requestId"),
      xRoadClient: named.slice(0, 200),
      xRoadId: c.req.header("x-road-id")?.slice(0, 200),
    },
    "tracker refused",
  );
  throw new ApiProblem(
    403,
    "not-trusted",
    text("Không được phép", "Not allowed"),
    text("Hệ thống này chưa được phép hỏi nhật ký thay người dân.", "This system may not ask for a person's log."),
  );
}

/** A person number, with or without the country before it as X-Road writes it. */
function personOf(header: string | undefined): string | null {
  const number = header?.replace(/^VN/, "") ?? "";
  return isPersonNumber(number) ? number : null;
}

/** Whose log: the asker's own, or an organisation's they represent today. @throws ApiProblem 403 */
async function subjectFor(deps: WebDeps, asker: string, userCode: string): Promise<string> {
  const wanted = userCode.replace(/^VN/, "");
  if (wanted === asker) return wanted;
  const represented = await organisationsOf(deps.db, asker, dayOfInstant(deps.clock.now()));
  if (represented.some(({ code }) => code === wanted)) return wanted;
  throw new ApiProblem(
    403,
    "not-represented",
    text("Không được phép", "Not allowed"),
    text(
      "Chỉ xem được nhật ký của chính mình hoặc của tổ chức mình đại diện.",
      "Only one's own log, or that of an organisation one represents, may be asked for.",
    ),
  );
}

type Asked = {
  readonly asker: string;
  readonly subject: string;
  readonly periodStart: Instant | null;
  readonly periodEnd: Instant | null;
  readonly offset: number;
  readonly limit: number;
};

/** The usages, the newest first; that the portal asked is an entry of its own, which it is not told. */
async function usagesOf(deps: WebDeps, c: ApiContext, client: Client, asked: Asked) {
  const now = deps.clock.now();
  const who = { officeProvince: NO_OFFICE, actor: client.actor };
  const filter = { now, from: asked.periodStart, before: asked.periodEnd, unit: null, byOthers: true };
  return readLogged(deps.db, now, who, { purpose: "own-tracker" }, async (reading) => {
    reading.note({
      subjectNumber: asked.subject,
      dossierCode: null,
      fields: ["looks"],
      detail: traceOf(c, asked.asker),
    });
    const totalUsages = await countAccess(reading, asked.subject, filter);
    const looks = await listAccess(reading, asked.subject, filter, asked);
    return { totalUsages, usages: looks.map(usageOf) };
  });
}

/** What X-Road gave to find this request again. */
const traceOf = (c: ApiContext, asker: string): string =>
  [
    ["X-Road-Id", c.req.header("x-road-id")],
    ["X-Road-UserId", asker],
    ["X-Road-Issue", c.req.header("x-road-issue")],
  ]
    .flatMap(([name, value]) => (value ? [`${name}: ${value.slice(0, 100)}`] : []))
    .join("; ");

const usageOf = (look: LookTaken) => ({
  logtime: isoInstant(look.at),
  action: look.dossierCode
    ? `${purposeWords(look.purposeKey, look.purpose).vi}, ${look.dossierCode}`
    : purposeWords(look.purposeKey, look.purpose).vi,
  receiverCode: look.agencyCode ?? HOUSE.code,
  receiverName: look.unitName ?? HOUSE.name,
  receiverSystem: SYSTEM,
});

const badRequest = (name: string): ApiProblem =>
  new ApiProblem(400, "bad-request", BAD, text(`Thiếu hoặc sai: ${name}.`, `Missing or wrong: ${name}.`));
const BAD: Text = text("Yêu cầu chưa đúng", "The request is wrong");
