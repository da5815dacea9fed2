import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dong } from "../../../kernel/dong.ts";
import { buildVietQr } from "../../../kernel/vietqr.ts";
import { createBankClient, verifyNotice } from "../index.ts";
import { type BankStandIn, type BankStandInOptions, payPageUrl, startBankStandIn } from "./index.ts";

const SECRET = "a secret for tests only, long enough";
const KEY = "a key for tests";
const BENEFICIARY = { bin: "970436", account: "1234567890", holder: "KHO BAC TRINH DIEN" };
const NOW = Date.parse("2026-11-23T09:00:00+07:00");

type Heard = { readonly body: Buffer; readonly headers: Headers };

/** The office's door, as small as can be: keeps what it hears, answers as told. */
async function listen(): Promise<{ server: Server; url: string; heard: Heard[]; answers: number[] }> {
  const heard: Heard[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    heard.push({ body: Buffer.concat(parts), headers: new Headers(request.headers as Record<string, string>) });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard, answers };
}

let office: Awaited<ReturnType<typeof listen>>;
let bank: BankStandIn;
const start = async (more: Partial<BankStandInOptions> = {}): Promise<BankStandIn> => {
  bank = await startBankStandIn({
    demonstration: true,
    port: 0,
    callbackUrl: office.url,
    secret: SECRET,
    apiKey: KEY,
    publicReturnOrigin: "http://office.test:3000",
    beneficiary: BENEFICIARY,
    clock: { now: () => NOW },
    lateMs: 300,
    retryMs: [10, 10],
    ...more,
  });
  return bank;
};
beforeEach(async () => {
  office = await listen();
});
afterEach(async () => {
  await bank.close();
  office.server.closeAllConnections();
  await new Promise((down) => office.server.close(down));
});

const qr = (amount: number | undefined, purpose = "MC01TEST", account = BENEFICIARY.account): string => {
  const built = buildVietQr({ bin: BENEFICIARY.bin, account, amount, purpose });
  if (!built.ok) throw new Error("no QR");
  return built.value.payload;
};
const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** Opens the payer's page and presses its button, as a browser without script does. */
async function payByPage(payload: string, returnTo: string, fields: Record<string, string> = {}) {
  const page = await (await fetch(payPageUrl(bank.url, payload, returnTo, "vi"))).text();
  const form = new URLSearchParams({ qr: payload, order: hidden(page, "order"), ve: returnTo, lang: "vi", ...fields });
  const press = () => fetch(`${bank.url}/chuyen-khoan`, { method: "POST", body: form });
  return { page, press };
}

describe("the payer's page", () => {
  test("shows the order, pays it once however often it is sent, tells the office and leads back", async () => {
    await start();
    const { page, press } = await payByPage(qr(50_000), "http://office.test:3000/ho-so/1");
    for (const shown of ["KHO BAC TRINH DIEN", "1234567890", "50.000 đ", "MC01TEST", "Ngân hàng giả lập"])
      expect(page).toContain(shown);
    const [done, again] = [await (await press()).text(), await (await press()).text()];
    expect(done).toContain("Đã chuyển khoản");
    expect(done).toContain('href="http://office.test:3000/ho-so/1"');
    expect(again).toContain(/FT\w+/.exec(done)?.[0]);
    expect(office.heard).toHaveLength(1);
    const [heard] = office.heard;
    if (!heard) throw new Error("nothing heard");
    expect(verifyNotice(heard.body, heard.headers, SECRET, NOW)).toMatchObject({
      ok: true,
      value: { reference: "MC01TEST", amount: 50_000, paidAt: NOW, account: "1234567890" },
    });
    expect(bank.balances()).toEqual({ payer: dong(10_000_000_000 - 50_000), beneficiary: dong(50_000) });
  });

  test("needs no script, allows none, and speaks both languages", async () => {
    await start();
    const answer = await fetch(payPageUrl(bank.url, qr(50_000), "", "en"));
    const page = await answer.text();
    expect(page).not.toContain("<script");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("No real money moves");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await (await fetch(`${bank.url}/`)).text()).toContain('<html lang="vi">');
  });

  test.each([
    "http://evil.test/",
    "//evil.test/",
    "javascript:alert(1)",
    "http://office.test:3000@evil.test/",
    "\\\\evil.test",
  ])("does not lead to %s", async (place) => {
    await start();
    const { press } = await payByPage(qr(50_000), place);
    const done = await (await press()).text();
    expect(done).toContain("Đã chuyển khoản");
    expect(done).not.toContain("Quay lại hồ sơ");
    for (const [, href] of done.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(\/(?![/\\])|data:,$)/);
  });

  test("refuses what a bank refuses", async () => {
    await start({ openingBalance: dong(60_000) });
    expect((await fetch(`${bank.url}/chuyen-khoan?qr=${qr(1).replace("VN", "ID")}`)).status).toBe(400);
    const elsewhere = await (await payByPage(qr(50_000, "MC01TEST", "999"), "")).press();
    expect([elsewhere.status, await elsewhere.text()]).toEqual([422, expect.stringContaining("không tồn tại")]);
    const tooMuch = await (await payByPage(qr(60_001), "")).press();
    expect([tooMuch.status, await tooMuch.text()]).toEqual([422, expect.stringContaining("Số dư không đủ")]);
    const nothing = await (await payByPage(qr(undefined), "", { amount: "0" })).press();
    expect(nothing.status).toBe(422);
    const foreign = await fetch(`${bank.url}/chuyen-khoan`, {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
    expect(bank.balances().beneficiary).toBe(0);
    expect(office.heard).toHaveLength(0);
  });

  test("asks for the amount where the QR leaves it open", async () => {
    await start();
    const { page, press } = await payByPage(qr(undefined), "", { amount: "70.000" });
    expect(page).toContain('name="amount"');
    expect(await (await press()).text()).toContain("70.000 đ");
  });
});

const trial = (body: object, key = KEY) =>
  fetch(`${bank.url}/thu-nghiem/transfers`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const heardReferences = () => office.heard.map(({ body }) => JSON.parse(body.toString()).reference);
const until = async (condition: () => boolean) => {
  for (let n = 0; n < 200 && !condition(); n++) await new Promise((next) => setTimeout(next, 10));
  expect(condition()).toBe(true);
};

describe("the bank's mistakes, on request", () => {
  test("late, doubled, out of order, lost", async () => {
    await start();
    await trial({ reference: "LATE", amount: 1, fault: "late" });
    expect(heardReferences()).toEqual([]);
    await until(() => office.heard.length === 1);
    await trial({ reference: "TWICE", amount: 1, fault: "doubled" });
    expect(heardReferences()).toEqual(["LATE", "TWICE", "TWICE"]);
    await trial({ reference: "FIRST", amount: 1, fault: "out-of-order" });
    await trial({ reference: "SECOND", amount: 1 });
    expect(heardReferences().slice(3)).toEqual(["SECOND", "FIRST"]);
    await trial({ reference: "LOST", amount: 1, fault: "lost" });
    await new Promise((next) => setTimeout(next, 60));
    expect(heardReferences()).not.toContain("LOST");
  });

  test("a wrong amount and a wrong content are wrong in the money too; a wrong signature only in the telling", async () => {
    await start();
    await trial({ reference: "A", amount: 5_000, fault: "wrong-amount" });
    await trial({ reference: "B", amount: 5_000, fault: "unknown-reference" });
    await trial({ reference: "C", amount: 5_000, fault: "bad-signature" });
    const verified = office.heard.map(({ body, headers }) => verifyNotice(body, headers, SECRET, NOW));
    expect(verified).toMatchObject([
      { value: { amount: 6_000 } },
      { value: { reference: "CHUYEN TIEN" } },
      { failure: { kind: "bad-signature" } },
    ]);
    expect(bank.balances().beneficiary).toBe(16_000);
  });

  test("tells again after a 500, with a fresh signature, and not after a 401", async () => {
    await start();
    office.answers.push(500, 503, 200, 401);
    await trial({ reference: "AGAIN", amount: 1 });
    await until(() => office.heard.length === 3);
    await trial({ reference: "REFUSED", amount: 1 });
    await new Promise((next) => setTimeout(next, 60));
    expect(heardReferences()).toEqual(["AGAIN", "AGAIN", "AGAIN", "REFUSED"]);
  });
});

describe("the query", () => {
  const client = (more: object = {}) => createBankClient({ baseUrl: bank.url, apiKey: KEY, pauseMs: 5, ...more });

  test("finds transfers by reference and since a moment, page after page", async () => {
    await start();
    for (let n = 0; n < 501; n++) await trial({ reference: `MC${n}X`, amount: 1 + n, fault: "lost" });
    const one = await client().findTransfers({ reference: "mc7x" });
    expect(one).toMatchObject({ ok: true, value: [{ reference: "MC7X", amount: 8, paidAt: NOW }] });
    const all = await client().findTransfers({ since: NOW });
    expect(all.ok && all.value.map((transfer) => transfer.amount)).toEqual(
      Array.from({ length: 501 }, (_, n) => n + 1),
    );
    expect(await client().findTransfers({ since: NOW + 1_000 })).toEqual({ ok: true, value: [] });
  });

  test("needs the key, and is asked again while the bank is away", async () => {
    await start();
    expect(await client({ apiKey: "wrong" }).findTransfers({ since: 0 })).toEqual({
      ok: false,
      failure: { kind: "refused", status: 401 },
    });
    expect((await trial({ reference: "X", amount: 1 }, "wrong")).status).toBe(401);
    bank.answerQueries(false);
    expect(await client().findTransfers({ since: 0 })).toMatchObject({
      failure: { kind: "unreachable", cause: "status 503" },
    });
    setTimeout(() => bank.answerQueries(true), 30);
    expect(await client({ attempts: 8 }).findTransfers({ since: 0 })).toEqual({ ok: true, value: [] });
  });

  test("does not wait for ever, nor believe anything", async () => {
    await start();
    const silent = createServer(() => undefined);
    const odd = createServer((_, response) => response.end('{"transfers":[{"amount":0.5}],"next":null}'));
    const port = (server: Server) =>
      new Promise<string>((up) =>
        server.listen(0, "127.0.0.1", () => up(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
      );
    const [silentUrl, oddUrl] = [await port(silent), await port(odd)];
    const waited = await client({ baseUrl: silentUrl, timeoutMs: 50, attempts: 2 }).findTransfers({ since: 0 });
    expect(waited).toEqual({ ok: false, failure: { kind: "unreachable", cause: "TimeoutError" } });
    expect(await client({ baseUrl: oddUrl }).findTransfers({ since: 0 })).toMatchObject({
      failure: { kind: "malformed" },
    });
    for (const server of [silent, odd]) {
      server.closeAllConnections();
      server.close();
    }
  });
});

test("the books outlive a restart when they have a folder", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "bank-"));
  try {
    await start({ dataDir });
    const order = "0190a0c0-0000-7000-8000-000000000001";
    const before = await (await trial({ order, reference: "KEPT", amount: 9, fault: "lost" })).json();
    await bank.close();
    await start({ dataDir });
    expect(bank.balances().beneficiary).toBe(9);
    expect(await (await trial({ order, reference: "KEPT", amount: 9 })).json()).toEqual(before);
    expect(bank.balances().beneficiary).toBe(9);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test("it starts only where somebody says that this is a demonstration", async () => {
  await start();
  const never = { demonstration: false } as unknown as { demonstration: true };
  await expect(start(never)).rejects.toThrow(/demonstrations only/);
});
