import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMailClient } from "./index.ts";
import { type MailStandIn, startMailStandIn } from "./stand-in/index.ts";

/** The client against an SMTP server on a socket. */

let server: MailStandIn;
const FROM = "Một Cửa <khong-tra-loi@example.vn>";
const letter = (key: string, to = "minh@example.vn") => ({
  key,
  to,
  subject: "Hồ sơ G01 có thông báo mới",
  text: "Kính gửi ông/bà,\n\nHồ sơ có thông báo mới.\n",
  html: "<p>Kính gửi ông/bà</p>",
});
beforeAll(async () => {
  server = await startMailStandIn({
    demonstration: true,
    port: 0,
    pagePort: 0,
    user: "motcua",
    password: "đúng/mật khẩu",
    clock: { now: () => 0 },
  });
});
beforeEach(() => server.err("none"));
afterAll(() => server.close());
const client = (url = server.url) => createMailClient({ url, from: FROM, plain: true, timeoutMs: 2_000 });

test("hands a letter over and keeps the server's receipt, which names nobody", async () => {
  const sent = await client().send({ ...letter("k1"), unsubscribe: "https://example.vn/stop" });
  expect(sent).toEqual({ ok: true, value: { receipt: expect.stringMatching(/^250 2\.0\.0 taken as \S+$/) } });
  const kept = server.letters().at(-1);
  expect(kept).toMatchObject({
    to: "minh@example.vn",
    messageId: "<k1@example.vn>",
    subject: "Hồ sơ G01 có thông báo mới",
    text: "Kính gửi ông/bà,\n\nHồ sơ có thông báo mới.".replaceAll("\n", kept?.text.includes("\r") ? "\r\n" : "\n"),
  });
  expect(kept?.headers.get("list-unsubscribe")).toBe("<https://example.vn/stop>");
  const page = await (await fetch(server.pageUrl)).text();
  expect(page).toContain("Hồ sơ G01 có thông báo mới");
});

test("says whether trying again is safe", async () => {
  expect(await client().send(letter("k2", "khong-co@example.vn"))).toMatchObject({ failure: { kind: "permanent" } });
  server.err("busy");
  expect(await client().send(letter("k3"))).toMatchObject({ failure: { kind: "temporary", cause: "SMTP 451" } });
  server.err("broken-line");
  expect(await client().send(letter("k4"))).toMatchObject({ failure: { kind: "uncertain" } });
  server.err("none");
  const wrong = new URL(server.url);
  wrong.password = "sai";
  expect(await client(wrong.href).send(letter("k5"))).toMatchObject({ failure: { kind: "temporary" } });
  expect(await client("smtp://127.0.0.1:1").send(letter("k6"))).toMatchObject({ failure: { kind: "temporary" } });
});

test("sends nothing in the clear to a server that offers no TLS", async () => {
  const careful = createMailClient({ url: server.url, from: FROM, timeoutMs: 2_000 });
  const before = server.letters().length;
  expect((await careful.send(letter("k7"))).ok).toBe(false);
  expect(server.letters()).toHaveLength(before);
});

test("an address cannot carry a second header or recipient", async () => {
  await client().send(letter("k8", "a@example.vn\r\nBcc: b@example.vn"));
  expect(server.letters().some(({ to }) => to.startsWith("b@"))).toBe(false);
});
