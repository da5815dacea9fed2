import { Hono } from "hono";
import { findSource, sourceName } from "../../../law/index.ts";
import { type Citation, type Edition, editionOn, type Field, type Procedure } from "../../engine/definition/index.ts";
import { deadlineInWords, reckonDeadline } from "../../engine/reckoning/deadline.ts";
import {
  dayOfInstant,
  type Instant,
  instantAt,
  isoInstant,
  type PlainDate,
  parseIsoDate,
  showDate,
} from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import { feesFor } from "../../modules/dossiers/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import { findProcedures } from "../portal/home.tsx";
import { API_BASE } from "./facts.ts";
import { answersName } from "./names.ts";
import { type ApiContext, ApiProblem, notFoundProblem } from "./problem.ts";
import type { ProcedureFacts, ProcedureSummary } from "./shapes.ts";

/** The procedures as data: the same value that the pages show. */

const TYPED_LONGEST = 200;
const OPENING_MINUTE = 8 * 60;

export function procedureDoors(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/procedures", (c) => {
    const { on } = dayAsked(deps, c);
    const found = findProcedures(deps.procedures, (c.req.query("q") ?? "").slice(0, TYPED_LONGEST), on);
    const procedures = found.flatMap((procedure) => {
      const edition = editionOn(procedure, on);
      return edition ? [summaryOf(procedure, edition)] : [];
    });
    return c.json(inLanguage({ on, count: procedures.length, procedures }, languageAsked(c)));
  });

  app.get("/procedures/:code", (c) => {
    const { on, at } = dayAsked(deps, c);
    const procedure = procedureNamed(deps.procedures, c.req.param("code"));
    if (!procedure) throw notFoundProblem();
    const edition = editionOn(procedure, on);
    if (!edition) throw notInForce(procedure, on);
    return c.json(inLanguage(factsOf(deps, procedure, edition, on, at), languageAsked(c)));
  });

  return app;
}

/** By our key, or by the national code of any of its editions. */
export const procedureNamed = (procedures: readonly Procedure[], name: string): Procedure | null =>
  procedures.find((procedure) => procedure.key === name) ??
  procedures.find((procedure) => procedure.editions.some((edition) => edition.code === name)) ??
  null;

const notInForce = (procedure: Procedure, on: PlainDate): ApiProblem =>
  new ApiProblem(
    404,
    "not-in-force",
    text("Thủ tục không có hiệu lực vào ngày này", "Procedure not in force on this day"),
    text(
      `${procedure.title.vi} không có hiệu lực vào ngày ${showDate(on)}.`,
      `${procedure.title.en} is not in force on ${showDate(on)}.`,
    ),
  );

/** The day of `?on=` in its morning, or this moment. */
function dayAsked(deps: WebDeps, c: ApiContext): { on: PlainDate; at: Instant } {
  const asked = c.req.query("on");
  const now = deps.clock.now();
  if (asked === undefined) return { on: dayOfInstant(now), at: now };
  const on = parseIsoDate(asked);
  if (!on) throw badQuery("on", "một ngày có thật dạng YYYY-MM-DD", "a real day written YYYY-MM-DD");
  return { on, at: on === dayOfInstant(now) ? now : instantAt(on, OPENING_MINUTE) };
}

function languageAsked(c: ApiContext): Language | null {
  const lang = c.req.query("lang");
  if (lang === undefined || lang === "vi" || lang === "en") return lang ?? null;
  throw badQuery("lang", "vi hoặc en", "vi or en");
}

const badQuery = (name: string, vi: string, en: string): ApiProblem =>
  new ApiProblem(
    400,
    "bad-query",
    text("Tham số không hợp lệ", "Bad parameter"),
    text(`Tham số “${name}” phải là ${vi}.`, `Parameter “${name}” must be ${en}.`),
  );

const summaryOf = (procedure: Procedure, edition: Edition): ProcedureSummary => ({
  key: procedure.key,
  code: edition.code,
  title: procedure.title,
  summary: procedure.summary,
  field: procedure.field.title,
  edition: edition.id,
  deadline: deadlineInWords(edition),
  href: `${API_BASE}/procedures/${procedure.key}`,
});

function factsOf(deps: WebDeps, procedure: Procedure, edition: Edition, on: PlainDate, at: Instant): ProcedureFacts {
  const due = reckonDeadline(edition, at, deps.calendar());
  const { deadline, competence } = edition;
  const counted = deadline.unit === "immediate" ? null : deadline;
  return {
    key: procedure.key,
    code: edition.code,
    title: procedure.title,
    summary: procedure.summary,
    field: procedure.field.title,
    on,
    edition: { id: edition.id, from: edition.from, until: edition.until },
    applicants: [...edition.applicants],
    who: edition.who,
    channels: [...edition.channels],
    assurance: edition.assurance,
    papers: edition.papers.map(({ basis, ...paper }) => ({ ...paper, basis: basis.map(citationOf) })),
    fees: edition.channels.map((channel) => ({
      channel,
      items: edition.fees.map((fee) => feeItem(edition, fee, channel, on)),
    })),
    deadline: {
      unit: deadline.unit,
      count: counted?.count ?? null,
      countedFrom: counted?.from ?? null,
      text: deadlineInWords(edition),
      ifAcceptedNow: due.ok
        ? { acceptedAt: isoInstant(at), dueAt: isoInstant(due.value.dueAt), steps: [...due.value.steps] }
        : null,
      basis: deadline.basis.map(citationOf),
    },
    competence: {
      level: competence.level,
      unit: competence.unit ?? null,
      byAddress: competence.byAddress,
      basis: competence.basis.map(citationOf),
    },
    handling: edition.handling,
    result: edition.result.title,
    basis: edition.basis.map(citationOf),
    form: {
      pages: edition.pages.map((page) => ({ ...page, fields: page.fields.map(fieldOf) })),
      answers: `${API_BASE}/openapi.json#/components/schemas/${answersName(procedure)}`,
    },
  };
}

/** One fee by one channel; conditions are named, not judged: nothing has been answered yet. Null: no figure for the day. */
function feeItem(edition: Edition, fee: Edition["fees"][number], channel: Edition["channels"][number], on: PlainDate) {
  const { when, ...always } = fee;
  const reckoned = feesFor({ ...edition, fees: [always] }, {}, channel, {
    on,
    applicant: edition.applicants[0] ?? "person",
  });
  const amount = reckoned.ok ? (reckoned.value[0]?.amount ?? 0) : null;
  return {
    key: fee.key,
    title: fee.title,
    amount,
    perEntryOf: fee.perEntryOf ?? null,
    conditional: when !== undefined,
  };
}

const citationOf = ({ source, article, evidence, note }: Citation) => {
  const found = findSource(source);
  return {
    source,
    name: found ? sourceName(found) : source,
    title: found?.title ?? source,
    article,
    evidence,
    ...(note === undefined ? {} : { note }),
  };
};

/** A field without what only our own pages and sheets use. */
const fieldOf = (field: Field): { readonly key: string } => {
  const { prefill: _prefill, columns: _columns, ...rest } = field;
  if (rest.kind !== "group") return rest;
  const { import: _import, ...group } = rest;
  return { ...group, fields: group.fields.map(fieldOf) } as { readonly key: string };
};

/** With `?lang=` every text is one string of that language. */
function inLanguage<T extends object>(facts: T, lang: Language | null): T {
  return lang ? (chosen(facts, lang) as T) : facts;
}

function chosen(value: unknown, lang: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => chosen(item, lang));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && "vi" in value && "en" in value) return value[lang];
  return Object.fromEntries(entries.map(([key, member]) => [key, chosen(member, lang)]));
}
