import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { addDong, type Dong, dong, parseDong } from "../../../kernel/dong.ts";
import type { Result } from "../../../kernel/result.ts";
import { fail, ok } from "../../../kernel/result.ts";
import { parseVietQr } from "../../../kernel/vietqr.ts";
import { FAULT_NAMES, type Fault } from "./faults.ts";
import type { Account, Booking, Ledger } from "./ledger.ts";
import { type Notices, wire } from "./notices.ts";
import { frontPage, type Look, receiptPage, STYLE, type TROUBLES, transferPage, troublePage } from "./pages.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const PAGE_SIZE = 500;

const FormShape = z.object({
  qr: z.string().max(1_000),
  order: z.uuid(),
  ve: z.string().max(2_000).default(""),
  amount: z.string().max(30).optional(),
  fault: z.enum(FAULT_NAMES).default("none"),
});
const TrialShape = z.strictObject({
  order: z.uuid().optional(),
  reference: z.string().max(200),
  amount: z.number().int().positive(),
  fault: z.enum(FAULT_NAMES).default("none"),
});

const PayoutShape = z.strictObject({
  id: z.uuid(),
  bin: z.string().regex(/^\d{6}$/),
  account: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
  holder: z.string().min(1).max(140),
  amount: z.number().int().positive(),
  content: z.string().max(200),
});

export type BankAppParts = {
  readonly ledger: Ledger;
  readonly notices: Notices;
  readonly beneficiary: Account;
  readonly isApiKey: (given: string) => boolean;
  readonly answersQueries: () => boolean;
  readonly publicReturnOrigin: string;
};

/** The bank's pages for payers, its API for the office, and its door for tests. */
export function bankApp(parts: BankAppParts): Hono {
  const { ledger, notices, beneficiary, publicReturnOrigin } = parts;
  const app = new Hono();
  const trouble = (c: Context, what: keyof typeof TROUBLES, status: 400 | 404 | 422) =>
    c.html(troublePage(lookOf(c), what), status);

  app.use(async (c, next) => {
    // A page elsewhere may not press this bank's buttons.
    const site = c.req.header("sec-fetch-site");
    const elsewhere = c.req.method === "POST" && site !== undefined && site !== "same-origin" && site !== "none";
    if (elsewhere) c.res = c.text("403", 403);
    else await next();
    c.header("Content-Security-Policy", POLICY);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
  });
  app.use(bodyLimit({ maxSize: 16_384 }));
  app.notFound((c) => trouble(c, "not-found", 404));

  app.get("/giao-dien.css", (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8" }));
  const front = (c: Context) => {
    const latest = ledger.latest(20).map((booking) => ({ booking, state: notices.stateOf(booking) }));
    return c.html(frontPage(lookOf(c), latest, ledger.balanceOfBeneficiary()));
  };
  app.get("/", front);
  app.get("/thu-nghiem", front);

  app.get("/chuyen-khoan", (c) => {
    const qr = c.req.query("qr") ?? "";
    const read = parseVietQr(qr);
    if (!read.ok) return trouble(c, "qr", 400);
    const ours = read.value.bin === beneficiary.bin && read.value.account === beneficiary.account;
    return c.html(
      transferPage(lookOf(c), {
        order: randomUUID(),
        qr,
        back: c.req.query("ve") ?? "",
        read: read.value,
        holder: ours ? beneficiary.holder : null,
      }),
    );
  });

  app.post("/chuyen-khoan", async (c) => {
    const body = await c.req.parseBody();
    const form = FormShape.safeParse(body);
    const look = lookOf(c, body.lang);
    const sorry = (what: keyof typeof TROUBLES) => c.html(troublePage(look, what), 422);
    if (!form.success) return sorry("form");
    const read = parseVietQr(form.data.qr);
    if (!read.ok) return sorry("qr");
    const amount = read.value.amount ?? parseDong(form.data.amount ?? "");
    if (amount === null || amount <= 0) return sorry("amount");

    const { bin, account, purpose } = read.value;
    const paid = await pay({ id: form.data.order, bin, account, amount, content: purpose ?? "" }, form.data.fault);
    if (!paid.ok) return sorry(paid.failure);
    const query = new URLSearchParams({ ve: form.data.ve, lang: look.language });
    return c.redirect(`/giao-dich/${paid.value.bankTransaction}?${query}`, 303);
  });

  app.get("/giao-dich/:number", (c) => {
    const booking = ledger.find(c.req.param("number"));
    if (!booking) return trouble(c, "not-found", 404);
    const back = safeReturn(c.req.query("ve") ?? "", publicReturnOrigin);
    return c.html(receiptPage(lookOf(c), booking, beneficiary, notices.stateOf(booking), back));
  });

  app.post("/thu-nghiem/gui-lai", async (c) => {
    const body = await c.req.parseBody();
    const booking = ledger.find(String(body.bankTransaction ?? ""));
    if (!booking) return trouble(c, "not-found", 404);
    await notices.tell(booking, "none");
    return c.redirect(`/?lang=${lookOf(c, body.lang).language}`, 303);
  });

  const hasKey = (c: Context): boolean =>
    parts.isApiKey(/^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "");

  app.post("/thu-nghiem/transfers", async (c) => {
    if (!hasKey(c)) return c.json({ error: "unauthorized" }, 401);
    const trial = TrialShape.safeParse(await c.req.json().catch(() => null));
    if (!trial.success) return c.json({ error: "malformed" }, 400);
    const { order, reference, amount, fault } = trial.data;
    const { bin, account } = beneficiary;
    const paid = await pay(
      { id: order ?? randomUUID(), bin, account, amount: dong(amount), content: reference },
      fault,
    );
    return paid.ok ? c.json(wire(paid.value), 201) : c.json({ error: paid.failure }, 422);
  });

  app.get("/api/transfers", (c) => {
    if (!parts.answersQueries()) return c.json({ error: "unavailable" }, 503);
    if (!hasKey(c)) return c.json({ error: "unauthorized" }, 401);
    const { reference, since, after } = c.req.query();
    const moment = since === undefined ? null : Date.parse(since);
    if (reference === undefined ? moment === null || Number.isNaN(moment) : reference.length === 0) {
      return c.json({ error: "reference or since is needed" }, 400);
    }
    const all = reference === undefined ? ledger.since(moment ?? 0) : ledger.withReference(reference);
    const start = after === undefined ? 0 : all.findIndex((booking) => booking.bankTransaction === after) + 1;
    const page = all.slice(start, start + PAGE_SIZE);
    const last = page.at(-1);
    const next = last && start + page.length < all.length ? last.bankTransaction : null;
    return c.json({ transfers: page.map(wire), next });
  });

  app.put("/api/payouts/:id", async (c) => {
    if (!parts.answersQueries()) return c.json({ error: "unavailable" }, 503);
    if (!hasKey(c)) return c.json({ error: "unauthorized" }, 401);
    const order = PayoutShape.safeParse({ ...(await c.req.json().catch(() => null)), id: c.req.param("id") });
    if (!order.success) return c.json({ error: "malformed" }, 400);
    const done = ledger.payOut({ ...order.data, amount: dong(order.data.amount) });
    return done.ok ? c.json({ bankTransaction: done.value.payout }) : c.json({ error: done.failure }, 422);
  });

  /** Books the order and tells the office, once an order. A fault of the payer is in the money, not in the telling. */
  async function pay(
    order: Parameters<Ledger["pay"]>[0],
    fault: Fault,
  ): Promise<Result<Booking, keyof typeof TROUBLES>> {
    const meant: Partial<Record<Fault, { amount?: Dong; content?: string }>> = {
      "wrong-amount": { amount: addDong(order.amount, dong(1_000)) },
      "unknown-reference": { content: "CHUYEN TIEN" },
    };
    const paid = ledger.pay({ ...order, ...meant[fault] });
    if (!paid.ok) return fail(paid.failure);
    if (!paid.value.repeated) await notices.tell(paid.value.booking, fault);
    return ok(paid.value.booking);
  }

  return app;
}

/** The page to go back to, when it lies at the office's own origin; null for every other place. */
export function safeReturn(wanted: string, origin: string): string | null {
  if (wanted === "" || !URL.canParse(wanted, origin)) return null;
  const url = new URL(wanted, origin);
  return url.origin === origin ? url.href : null;
}

function lookOf(c: Context, wanted: unknown = c.req.query("lang")): Look {
  const language = wanted === "en" ? "en" : "vi";
  const here = new URL(c.req.url);
  here.searchParams.set("lang", language === "vi" ? "en" : "vi");
  return { language, otherLanguageHref: c.req.method === "GET" ? here.pathname + here.search : `/${here.search}` };
}
