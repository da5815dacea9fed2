import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guest, type Stage, stage, stay } from "../support/api-stage.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { codeOf, textOf } from "../support/portal.ts";
import { jam, readyToSend, untilJammed } from "../support/rush.ts";

/** More is sent than can be written: whoever is asked to come again keeps their place, their time and what they typed. */

let house: TestHouse;
let owner: pg.Client;
let citizen: Browser;
beforeAll(async () => {
  // Nobody may wait: as soon as one is being written, the next is asked to come again.
  house = await testHouse({ env: { ADMISSION_WAIT_SECONDS: "0" } });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

const keyOf = async (): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>("select id from accounts where kind = 'organisation' limit 1");
  const account = rows[0]?.id ?? "";
  const made = await house.deps.access.createApiToken({ account, label: "test", days: 30 });
  if (!made.ok) throw new Error("no key");
  return made.value.token;
};
const send = (url: string, token: string, key: string, body: object, ticket?: string): Promise<Response> =>
  fetch(`${url}/api/v1/dossiers`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": key,
      ...(ticket ? { "admission-ticket": ticket } : {}),
    },
    body: JSON.stringify(body),
  });

test("a citizen who presses Gửi in the rush is told place and time, presses again, and the dossier counts from the first press", {
  timeout: 60_000,
}, async () => {
  await signInAs(house.url, "to-chuc-song-huong", { start: "/dang-nhap?ve=/" });
  const token = await keyOf();
  const check = await readyToSend(citizen);
  const letGo = await jam(house.ownerUrl);
  const hotel = send(house.url, token, "first", stayNow(1));
  await untilJammed(owner);
  const firstAsked = Date.now();
  const press = check.forms.findIndex(({ action, method }) => action === "" && method === "post");
  const busy = await check.submit({ form: press });
  expect(busy.status).toBe(503);
  expect(Number(busy.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(textOf(busy.html)).toMatch(/ở vị trí 2; vui lòng gửi lại sau khoảng \d+ giây/);
  expect(busy.html).toContain("Gửi lại");
  expect(busy.html).toContain("Số 45/3 đường Nguyễn Huệ");
  const again = busy.forms.findIndex(({ fields }) => fields.some(([name]) => name === "ve-cho"));

  // Too early: the same ticket, no dossier.
  const early = await send(house.url, token, "second", stayNow(2));
  expect(early.status).toBe(503);
  expect(await early.json()).toMatchObject({ type: "urn:motcua:problem:busy", place: 3 });

  await letGo();
  expect((await hotel).status).toBe(201);
  house.setClock(firstAsked + 20 * 60_000);
  const sent = await busy.submit({ form: again });
  expect(sent.status).toBe(200);
  const code = codeOf(sent);
  const { rows } = await owner.query("select filed_at from dossiers where code = $1", [code]);
  const filedAt = Number(new Date(rows[0].filed_at));
  expect(Math.abs(filedAt - firstAsked)).toBeLessThan(10_000);
  // Pressed once more: still this dossier.
  expect(codeOf(await busy.submit({ form: again }))).toBe(code);
  house.setClock(null);
});

const stayNow = (n: number): object => {
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const later = new Date(Date.now() + 7 * 3_600_000 + 2 * 86_400_000).toISOString().slice(0, 10);
  return stay([guest(n, { "arrived-at": `${day}T00:00`, "leaves-on": later })]);
};

test("of 40 sent at once, each sent again with its ticket, none is lost and none is doubled, though all press twice", {
  timeout: 60_000,
}, async () => {
  const s: Stage = await stage(undefined, { ADMISSION_WAIT_SECONDS: "0" });
  try {
    const app = s.open({ requestsPerMinute: 100_000 });
    const post = (n: number, ticket: string | null) =>
      app.request("/api/v1/dossiers", {
        method: "POST",
        headers: {
          authorization: `Bearer ${s.keys.hotel}`,
          "content-type": "application/json",
          "idempotency-key": `rush-${n}`,
          ...(ticket ? { "admission-ticket": ticket } : {}),
        },
        body: JSON.stringify(stay([guest(n)])),
      });
    const deliver = async (n: number): Promise<string> => {
      let ticket: string | null = null;
      for (let tries = 0; tries < 100; tries += 1) {
        const answer: Response = await post(n, ticket);
        if (answer.status !== 503) return ((await answer.json()) as { code: string }).code;
        ticket = ((await answer.json()) as { ticket: string }).ticket;
        s.clock.at += 50;
        await new Promise((done) => setTimeout(done, 2));
      }
      throw new Error(`${n} never let in`);
    };
    const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => Promise.all([deliver(n), deliver(n)])));
    for (const [one, two] of codes) expect(one).toBe(two);
    expect(new Set(codes.flat()).size).toBe(40);
  } finally {
    await s.close();
  }
});
