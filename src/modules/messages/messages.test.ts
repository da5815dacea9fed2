import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  actOn,
  awaited,
  CITIZEN,
  DAY,
  giveWays,
  HOUR,
  type MessagesStage,
  messagesStage,
  OFFICER,
  stepsOf,
  viewOf,
} from "../../../tests/support/messages-stage.ts";
import { fileResidence, MINH } from "../../../tests/support/office-stage.ts";
import { signReport } from "../../gateways/sms/index.ts";
import { actFor, inRequest, type Scope } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { readOwn } from "../access/index.ts";

/** Messages against the real database, a real mail server and a provider of texts on sockets, with a clock that is moved. */

let stage: MessagesStage;
beforeAll(async () => {
  stage = await messagesStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.mail.err("none");
  stage.sms.err("none");
  await stage.house.deps.messages.delivery.run();
});

const run = () => stage.house.deps.messages.delivery.run();
const stop = (code: string) =>
  actOn(stage, code, { act: "stopped", reason: "Không bổ sung", basis: "Điều 19 Nghị định 118/2025/NĐ-CP" });
/** Only those that ask for an answer: the fee of the dossier is told of as well. */
const lettersOf = (code: string) =>
  stage.mail.letters().filter(({ subject }) => subject === `Hồ sơ ${code} cần ông/bà trả lời`);
const textsOf = (code: string) => stage.sms.texts().filter(({ text }) => text.includes(`${code} can ong/ba`));
const inbox = () => stage.house.deps.messages.inbox(readOwn(stage.house.db), [MINH.number], "", 100, 0);
const messageOf = async (code: string, kind: string) => {
  const found = (await inbox()).find((one) => one.dossierCode === code && one.kind === kind);
  if (!found) throw new Error(`no message ${kind} of ${code}`);
  return found;
};
const by = { account: CITIZEN.account, name: CITIZEN.name };

describe("an act and its message", () => {
  test("are written together: agency, officer, time, both languages (one-stop 40)", async () => {
    const code = await fileResidence(stage.house);
    await actOn(stage, code, { act: "accepted" });
    const message = await messageOf(code, "accepted");
    expect(message).toMatchObject({
      unitId: "ca-26740",
      unitName: "Công an phường Sài Gòn",
      officerName: OFFICER.name,
      at: stage.at(),
      readAt: null,
    });
    expect(message.content.title).toEqual({
      vi: "Hồ sơ đã được tiếp nhận",
      en: "Your dossier has been accepted",
    });
  });

  test("an act that is undone leaves none", async () => {
    const code = await fileResidence(stage.house);
    const before = (await inbox()).length;
    const refused = await actOn(stage, code, { act: "refused-intake", ground: "none-such", reason: "x" });
    expect(refused.ok).toBe(false);
    expect((await inbox()).length).toBe(before);
  });

  test("the application can neither change nor remove what was said and done", async () => {
    for (const statement of [
      "update messages set content = '{}'",
      "delete from messages",
      "update message_steps set proof = 'x'",
      "delete from message_steps",
      "update dossier_words set body = 'x'",
      "delete from dossier_words",
      "delete from contact_events",
    ])
      await expect(stage.house.db.query(`try-${statement}`, statement)).rejects.toThrow(/permission denied/);
  });
});

describe("the ladder", () => {
  test("climbs by the clock from the portal to the call, with a proof on each rung, and only then may the office stop (one-stop 20)", async () => {
    await giveWays(stage, { email: "minh@example.vn", sms: "0912345678" });
    const code = await awaited(stage);
    await run();
    expect(lettersOf(code)).toHaveLength(1);
    expect(textsOf(code)).toHaveLength(0);
    const early = await stop(code);
    expect(early).toMatchObject({ ok: false, failure: { kind: "refused", refusal: { kind: "not-now" } } });
    expect(JSON.stringify(early)).toContain("“thư điện tử”, chờ đến 09:00, 24/11/2026");

    stage.wait(DAY - 1);
    await run();
    expect(textsOf(code)).toHaveLength(0);
    stage.wait(1);
    await run();
    await stage.sms.settled();
    expect(textsOf(code)).toHaveLength(1);
    stage.wait(DAY);
    await run();

    const { office } = stage.house.deps.messages;
    const [letter] = (await office.list(readOwn(stage.house.db), "ca-26740", "letter", 10, 0)).filter(
      (one) => one.dossierCode === code,
    );
    expect(letter?.address).toBeTruthy();
    expect(await office.posted("ca-26740", letter?.id ?? "", "posted", "RA123456789VN", OFFICER)).toBe(true);
    expect((await stop(code)).ok).toBe(false);
    stage.wait(7 * DAY);
    await run();
    const [call] = (await office.list(readOwn(stage.house.db), "ca-26740", "call", 10, 0)).filter(
      (one) => one.dossierCode === code,
    );
    expect(call?.phone).toBe("0912345678");
    for (const attempt of [1, 2, 3]) {
      expect(JSON.stringify(await stop(code))).toContain("gọi điện");
      stage.wait(HOUR);
      expect(await office.called("ca-26740", call?.id ?? "", "not-reached", OFFICER), String(attempt)).toBe(true);
    }
    const steps = await stepsOf(stage, code, "supplement-requested");
    // The provider's report may come before our own commit.
    expect(steps).toContain("sms delivered");
    expect(steps.filter((step) => step !== "sms delivered")).toEqual([
      "email sent",
      "email unread",
      "sms sent",
      "sms unread",
      "letter listed",
      "letter posted",
      "letter unread",
      "call listed",
      ...["call not-reached", "call not-reached", "call not-reached"],
    ]);
    const { rows } = await stage.owner.query(
      `select s.proof from message_steps s join messages m on m.recipient = s.recipient and m.id = s.message_id
       where m.dossier_code = $1 and m.weight = 'answer' and s.event in ('sent', 'delivered', 'posted') order by s.n`,
      [code],
    );
    expect(rows.map(({ proof }) => String(proof))).toEqual([
      expect.stringMatching(/^250 2\.0\.0 taken as /),
      expect.stringMatching(/^SM[0-9a-f]{16}$/),
      expect.stringMatching(/^SM[0-9a-f]{16}$/),
      "RA123456789VN",
    ]);
    expect((await stop(code)).ok).toBe(true);
  });

  test("ends with the reading, and its time is the proof", async () => {
    await giveWays(stage, { email: "minh@example.vn" });
    const code = await awaited(stage);
    await run();
    stage.wait(HOUR);
    const { id } = await messageOf(code, "supplement-requested");
    const { messages } = stage.house.deps;
    const unread = await messages.countUnread([MINH.number]);
    expect(await messages.open(readOwn, ["001001001001"], id, by)).toBeNull();
    expect(await messages.open(readOwn, [MINH.number], id, by)).not.toBeNull();
    await messages.open(readOwn, [MINH.number], id, by);
    expect(await messages.countUnread([MINH.number])).toBe(unread - 1);
    expect(await messageOf(code, "supplement-requested")).toMatchObject({ readAt: stage.at(), finishedAs: "read" });
    stage.wait(20 * DAY);
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual(["email sent", "portal read"]);
    expect((await stop(code)).ok).toBe(true);
  });

  test("ends with the answer", async () => {
    await giveWays(stage, { sms: "0912345678" });
    const code = await awaited(stage);
    await run();
    const filer = { account: CITIZEN.account, name: CITIZEN.name, as: "person" as const, number: MINH.number };
    const done = await actOn(stage, code, { act: "supplemented", message: "Đã gửi", papers: [] }, filer);
    expect(done.ok).toBe(true);
    expect((await messageOf(code, "supplement-requested")).finishedAs).toBe("answered");
  });

  test("gives two days to whoever chose no electronic way before a letter is written", async () => {
    await giveWays(stage, {});
    const code = await awaited(stage);
    await run();
    stage.wait(2 * DAY - 1);
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual([]);
    stage.wait(1);
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual([
      "email skipped",
      "sms skipped",
      "letter listed",
    ]);
  });

  test("climbs at once where a box or a number does not exist", async () => {
    await giveWays(stage, { email: "khong-co@example.vn", sms: "0912345000" });
    const code = await awaited(stage);
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual([
      "email refused",
      "sms refused",
      "letter listed",
    ]);
  });

  test("climbs at once when the network reports that a text did not arrive", async () => {
    await giveWays(stage, { sms: "0912345678" });
    stage.sms.err("undelivered");
    const code = await awaited(stage);
    await run();
    await stage.sms.settled();
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toContain("letter listed");
  });

  test("a way taken back is not used any more", async () => {
    await giveWays(stage, { email: "minh@example.vn" });
    const { contacts } = stage.house.deps.messages;
    await contacts.withdraw(MINH.number, "email", by);
    const code = await awaited(stage);
    await run();
    expect(lettersOf(code)).toHaveLength(0);
  });
});

describe("nothing is sent twice", () => {
  test("by jobs that run at the same time", async () => {
    await giveWays(stage, { email: "minh@example.vn" });
    const codes = await Promise.all([awaited(stage), awaited(stage), awaited(stage)]);
    await Promise.all([run(), run(), run()]);
    for (const code of codes) expect(lettersOf(code)).toHaveLength(1);
  });

  test("a text whose answer was lost is asked for again under the same key, and is one", async () => {
    await giveWays(stage, { sms: "0912345678" });
    stage.sms.err("lost-answer");
    const code = await awaited(stage);
    await run();
    expect(textsOf(code)).toHaveLength(1);
    expect(await stepsOf(stage, code, "supplement-requested")).toContain("sms failed");
    stage.sms.err("none");
    const asked = stage.sms.asked();
    stage.wait(10 * 60_000);
    await run();
    expect(stage.sms.asked()).toBeGreaterThan(asked);
    expect(textsOf(code)).toHaveLength(1);
    expect(await stepsOf(stage, code, "supplement-requested")).toContain("sms sent");
  });

  test("a letter given to a server that hung up without a word is not sent again; the next way is", async () => {
    await giveWays(stage, { email: "minh@example.vn", sms: "0912345678" });
    stage.mail.err("broken-line");
    const code = await awaited(stage);
    await run();
    stage.mail.err("none");
    stage.wait(DAY);
    await run();
    expect(lettersOf(code)).toHaveLength(1);
    expect(textsOf(code)).toHaveLength(1);
    expect((await stepsOf(stage, code, "supplement-requested")).slice(0, 2)).toEqual([
      "email uncertain",
      "email unread",
    ]);
  });

  test.each(["email", "sms"] as const)("a job killed while it sent by %s", async (rung) => {
    await giveWays(stage, { [rung]: rung === "email" ? "minh@example.vn" : "0912345678" });
    const code = await awaited(stage);
    await run();
    await stage.sms.settled();
    // As the killed job left it: begun, and nothing written of what came of it.
    await stage.owner.query(
      `delete from message_steps s using messages m where m.id = s.message_id and m.dossier_code = $1 and s.event in ('sent', 'delivered')`,
      [code],
    );
    await stage.owner.query(
      `update messages set phase = 'sending', attempts = 1, next_at = at, taken_until = at + interval '2 minutes'
       where dossier_code = $1 and kind = 'supplement-requested'`,
      [code],
    );
    stage.wait(60_000);
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).not.toContain(`${rung} sent`);
    stage.wait(61_000);
    await run();
    expect(lettersOf(code).length + textsOf(code).length).toBe(1);
    expect(await stepsOf(stage, code, "supplement-requested")).toContain(
      rung === "email" ? "email uncertain" : "sms sent",
    );
  });

  test("a busy server is tried again later, then given up", async () => {
    await giveWays(stage, { email: "minh@example.vn" });
    stage.mail.err("busy");
    const code = await awaited(stage);
    await run();
    await run();
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual(["email failed"]);
    for (let tries = 0; tries < 6; tries += 1) {
      stage.wait(6 * HOUR);
      await run();
    }
    const steps = await stepsOf(stage, code, "supplement-requested");
    expect(steps.filter((step) => step === "email failed")).toHaveLength(6);
    expect(steps.slice(-3)).toEqual(["email given-up", "sms skipped", "letter listed"]);
    expect(lettersOf(code)).toHaveLength(0);
  });
});

describe("what leaves the house", () => {
  test("names the dossier's code and nothing of the person", async () => {
    await giveWays(stage, { email: "minh@example.vn", sms: "0912345678" });
    const code = await awaited(stage);
    await run();
    stage.wait(DAY);
    await run();
    const [letter] = lettersOf(code);
    const [sms] = textsOf(code);
    expect(letter?.headers.get("list-unsubscribe")).toBe(`<${stage.house.url}/hop-thu/cai-dat>`);
    expect(letter?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(letter?.messageId).toMatch(/^<[0-9a-f-]{36}@motcua\.invalid>$/);
    expect(letter?.text).toContain(`${stage.house.url}/hop-thu`);
    expect(sms?.text.length).toBeLessThanOrEqual(160);
    expect(sms?.text).toMatch(/^[\x20-\x7e]+$/);
    for (const words of [letter?.text ?? "", letter?.subject ?? "", sms?.text ?? ""])
      for (const mark of [MINH.name, "Minh", MINH.number, "Hợp đồng", "tạm trú"]) expect(words).not.toContain(mark);
  });
});

describe("reports about texts", () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${stage.house.url}/api/v1/sms/reports`, { method: "POST", body, headers });
  const sign = (body: string, at = stage.at(), secret = "sms_reports-secret-of-this-test") =>
    signReport(new TextEncoder().encode(body), secret, at);

  test("are believed only when signed by the provider, now, and whole", async () => {
    await giveWays(stage, { sms: "0912345678" });
    stage.sms.err("silent");
    const code = await awaited(stage);
    await run();
    const [sms] = textsOf(code);
    const body = JSON.stringify({
      id: sms?.id,
      reference: sms?.key,
      state: "delivered",
      at: new Date(stage.at()).toISOString(),
    });
    const other = body.replace("delivered", "undelivered");
    expect((await post(body, {})).status).toBe(401);
    expect((await post(body, sign(body, stage.at(), "another secret, long enough"))).status).toBe(401);
    expect((await post(other, sign(body))).status).toBe(401);
    expect((await post(body, sign(body, stage.at() - 6 * 60_000))).status).toBe(401);
    expect((await post("{}", sign("{}"))).status).toBe(422);
    const unknown = body.replace(/[0-9a-f]{4}\.sms/, "ffff.sms");
    expect((await post(unknown, sign(unknown))).status).toBe(404);
    expect(await stepsOf(stage, code, "supplement-requested")).toEqual(["email skipped", "sms sent"]);
    expect((await post(body, sign(body))).status).toBe(200);
    expect((await post(body, sign(body))).status).toBe(200);
    expect(
      (await stepsOf(stage, code, "supplement-requested")).filter((step) => step === "sms delivered"),
    ).toHaveLength(1);
  });
});

describe("ways a person gives", () => {
  const { contacts } = new Proxy({} as { contacts: MessagesStage["house"]["deps"]["messages"]["contacts"] }, {
    get: () => new Proxy({}, { get: (_t, name) => Reflect.get(stage.house.deps.messages.contacts, name) }),
  });

  test("an address counts once its link came back, and consent is kept word for word", async () => {
    const person = "001090777201";
    expect(await contacts.give(person, "email", "a@example.vn", false, by)).toMatchObject({ failure: "no-consent" });
    expect(await contacts.give(person, "email", "không phải thư", true, by)).toMatchObject({ failure: "no-address" });
    expect(await contacts.give(person, "email", "a@example.vn", true, by)).toEqual({ ok: true, value: "sent" });
    expect((await contacts.of(person))[0]).toMatchObject({ confirmedAt: null });
    expect(await contacts.give(person, "email", "a@example.vn", true, by)).toMatchObject({ failure: "too-often" });
    const secret = /xac-nhan\/(\S+)/.exec(stage.mail.letters().at(-1)?.text ?? "")?.[1] ?? "";
    expect(await contacts.confirm("001090777202", "email", secret, by)).toMatchObject({ failure: "nothing-asked" });
    expect(await contacts.confirm(person, "email", "x", by)).toMatchObject({ failure: "wrong" });
    expect(await contacts.confirm(person, "email", secret, by)).toEqual({ ok: true, value: true });
    expect(await contacts.confirm(person, "email", secret, by)).toMatchObject({ failure: "too-late" });
    expect((await contacts.of(person))[0]).toMatchObject({ confirmedAt: stage.at() });
    const { rows } = await stage.owner.query(
      "select event, words from contact_events where recipient = $1 order by event",
      [person],
    );
    expect(rows.map(({ event }) => event)).toEqual(["confirmed", "consented", "given"]);
    expect(rows[1].words).toContain("Tôi đồng ý");
  });

  test("a code is good for five tries and ten minutes, and five texts a day", async () => {
    const person = "001090777203";
    const give = () => contacts.give(person, "sms", "0987 654 321", true, by);
    const code = () => /là (\d{6})|la (\d{6})/.exec(stage.sms.texts().at(-1)?.text ?? "")?.[2] ?? "";
    await give();
    const wrong = code() === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries += 1)
      expect(await contacts.confirm(person, "sms", wrong, by)).toMatchObject({ failure: "wrong" });
    expect(await contacts.confirm(person, "sms", code(), by)).toMatchObject({ failure: "too-late" });
    stage.wait(60_000);
    await give();
    stage.wait(10 * 60_000);
    expect(await contacts.confirm(person, "sms", code(), by)).toMatchObject({ failure: "too-late" });
    for (let sent = 2; sent < 5; sent += 1) {
      stage.wait(60_000);
      expect((await give()).ok).toBe(true);
    }
    stage.wait(60_000);
    await contacts.withdraw(person, "sms", by);
    expect(await give()).toMatchObject({ failure: "too-often" });
    stage.wait(DAY);
    expect((await give()).ok).toBe(true);
    expect((await contacts.confirm(person, "sms", code(), by)).ok).toBe(true);
  });
});

describe("the talk beside a dossier", () => {
  test("moves no status and stops no clock; each side sees what the other wrote (one-stop 14)", async () => {
    const code = await fileResidence(stage.house, CITIZEN.account);
    await actOn(stage, code, { act: "accepted" });
    const before = await viewOf(stage, code);
    const { talk } = stage.house.deps.messages;
    const { row, state } = before;
    const dossier = {
      officeProvince: row.officeProvince,
      dossierId: row.id,
      code,
      procedureKey: row.procedureKey,
      ownerNumber: row.ownerNumber,
      state,
      closed: false,
    };
    expect(await talk.write(dossier, "citizen", "  Tôi gửi nhầm ảnh, xin hỏi có sao không? ", by)).toMatchObject({
      ok: true,
    });
    expect([...(await talk.unread(stage.house.db, [row], "citizen"))]).toEqual([row.id]);
    expect(await talk.write(dossier, "officer", "Không sao, đã nhận đủ.", OFFICER)).toMatchObject({ ok: true });
    const words = await talk.read(readOwn(stage.house.db), dossier, "officer", OFFICER);
    expect(words.map(({ side, body }) => [side, body])).toEqual([
      ["citizen", "Tôi gửi nhầm ảnh, xin hỏi có sao không?"],
      ["officer", "Không sao, đã nhận đủ."],
    ]);
    expect((await talk.unread(stage.house.db, [row], "citizen")).size).toBe(0);
    expect(await messageOf(code, "word")).toMatchObject({ officerName: OFFICER.name });
    const after = await viewOf(stage, code);
    expect(after.state).toEqual(before.state);
    expect(after.row).toEqual(before.row);

    expect(await talk.write(dossier, "citizen", " ", by)).toMatchObject({ failure: "empty" });
    expect(await talk.write(dossier, "citizen", "x".repeat(2_001), by)).toMatchObject({ failure: "too-long" });
    expect(await talk.write({ ...dossier, closed: true }, "citizen", "x", by)).toMatchObject({ failure: "closed" });
    const more = await Promise.all(Array.from({ length: 12 }, () => talk.write(dossier, "citizen", "x", by)));
    expect(more.filter((one) => one.ok)).toHaveLength(9);
    expect(more.find((one) => !one.ok)).toMatchObject({ failure: "too-often" });
  });
});

describe("the database", () => {
  const seenBy = (scope: Scope) =>
    inRequest(async () => {
      actFor(scope);
      const counts = [];
      for (const table of ["messages", "message_steps", "contacts", "contact_events", "dossier_words"]) {
        const [row] = await stage.house.db.query<{ n: number }>(
          `count-${table}`,
          `select count(*)::int as n from ${table}`,
        );
        counts.push(row?.n ?? 0);
      }
      return counts;
    });
  const person = (number: string): Scope => ({ as: "person", account: newId(), numbers: [number] });
  const officer = (unit: string): Scope => ({
    as: "officer",
    account: newId(),
    units: [unit],
    communes: [],
    provinces: [],
  });

  test("shows an inbox to its recipient, a dossier's messages to its office, and ways to be told to nobody else", async () => {
    await giveWays(stage, { email: "minh@example.vn" });
    const [messages = 0, steps = 0, contacts = 0] = await seenBy(person(MINH.number));
    expect([messages > 0, steps > 0, contacts]).toEqual([true, true, 1]);
    expect(await seenBy(person("001001001001"))).toEqual([0, 0, 0, 0, 0]);
    expect(await seenBy({ as: "nobody" })).toEqual([0, 0, 0, 0, 0]);
    expect(await seenBy(officer("ca-19789"))).toEqual([0, 0, 0, 0, 0]);
    const [ofUnit = 0, , ways, events, words = 0] = await seenBy(officer("ca-26740"));
    expect([ofUnit > 0, ways, events, words > 0]).toEqual([true, 0, 0, true]);
  });
});
