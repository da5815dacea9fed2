import fc from "fast-check";
import { expect, test } from "vitest";
import { type Asked, type Busy, createAdmission, TICKET_LIVES_MS } from "./admission.ts";

const NOW = Date.parse("2026-11-23T23:59:58+07:00");
const IDLE = { waiting: 0, oldestMs: 0 };
const JAMMED = { waiting: 1_000, oldestMs: 0 };
const asked = (who: string, content = "same"): Asked => ({
  account: who,
  key: `key of ${who}`,
  content: () => content,
});

function door(mostWaitMs = 100, secret = "a secret") {
  const clock = { at: NOW };
  return { clock, admission: createAdmission({ now: () => clock.at }, { mostWaitMs, secret }) };
}

function sentAway(answer: ReturnType<ReturnType<typeof createAdmission>["ask"]>): Busy {
  if (!("ticket" in answer)) throw new Error("was let in");
  return answer;
}

test("while little waits everybody is let in; beyond the longest wait people get a place, an honest time and a ticket", () => {
  const { admission } = door(100);
  admission.wrote(64, 64);
  expect(admission.ask(asked("a"), null, IDLE)).toEqual({ first: false });
  const first = sentAway(admission.ask(asked("b"), null, JAMMED));
  const second = sentAway(admission.ask(asked("c"), null, JAMMED));
  expect(first.place).toBe(1_001);
  expect(second.place).toBe(1_002);
  expect(first.waitMs).toBeGreaterThan(100);
  expect(second.waitMs).toBeGreaterThan(first.waitMs);
});

test("whoever comes back at their time is let in first and counts from the moment they first asked", () => {
  const { clock, admission } = door();
  const busy = sentAway(admission.ask(asked("a"), null, JAMMED));
  clock.at += busy.waitMs - 1;
  expect(sentAway(admission.ask(asked("a"), busy.ticket, JAMMED))).toMatchObject({ waitMs: 1, ticket: busy.ticket });
  clock.at += 1;
  expect(admission.ask(asked("a"), busy.ticket, JAMMED)).toEqual({ first: true });
  expect(admission.sentAt(asked("a"), busy.ticket)).toBe(NOW);
});

test("two hours after the first asking the ticket no longer keeps its moment", () => {
  const { clock, admission } = door();
  const { ticket } = sentAway(admission.ask(asked("a"), null, JAMMED));
  clock.at = NOW + TICKET_LIVES_MS;
  expect(admission.sentAt(asked("a"), ticket)).toBe(NOW);
  clock.at += 1;
  expect(admission.sentAt(asked("a"), ticket)).toBe(clock.at);
});

test("a ticket that was forged, or is another's, of another key, content or secret, is none", () => {
  const { clock, admission } = door();
  const { ticket, waitMs } = sentAway(admission.ask(asked("a"), null, JAMMED));
  clock.at += waitMs;
  const [at = "", due = "", mac = ""] = ticket.split(".");
  const earlier = (Number.parseInt(at, 36) - 60_000).toString(36);
  const swapped = mac.startsWith("A") ? `B${mac.slice(1)}` : `A${mac.slice(1)}`;
  for (const forged of ["", "1.1.1", `${earlier}.${due}.${mac}`, `${at}.${at}.${mac}`, `${at}.${due}.${swapped}`])
    expect(admission.sentAt(asked("a"), forged), forged).toBe(clock.at);
  for (const other of [asked("b"), asked("a", "changed"), { ...asked("a"), key: "another" }])
    expect(admission.sentAt(other, ticket)).toBe(clock.at);
  const elsewhere = createAdmission(clockAt(clock.at), { mostWaitMs: 100, secret: "another" });
  expect(elsewhere.sentAt(asked("a"), ticket)).toBe(clock.at);
  // Another serving process knows the secret, and so the ticket.
  const sibling = createAdmission(clockAt(clock.at), { mostWaitMs: 100, secret: "a secret" });
  expect(sibling.ask(asked("a"), ticket, JAMMED)).toEqual({ first: true });
});
const clockAt = (at: number) => ({ now: () => at });

test("a queue that does not move sends away even those whose time has come, and they keep their moment", () => {
  const { clock, admission } = door(100);
  const { ticket, waitMs } = sentAway(admission.ask(asked("a"), null, JAMMED));
  clock.at += waitMs;
  const again = sentAway(admission.ask(asked("a"), ticket, { waiting: 10, oldestMs: 60_000 }));
  expect(again.waitMs).toBeGreaterThanOrEqual(60_000);
  clock.at += again.waitMs;
  expect(admission.sentAt(asked("a"), again.ticket)).toBe(NOW);
});

test("a slow machine is learned: the same queue means a longer wait", () => {
  const quick = door(8_000).admission;
  const slow = door(8_000).admission;
  for (let group = 0; group < 20; group += 1) {
    quick.wrote(64, 16);
    slow.wrote(64, 6_400);
  }
  expect(quick.ask(asked("a"), null, JAMMED)).toEqual({ first: false });
  expect(sentAway(slow.ask(asked("a"), null, JAMMED)).waitMs).toBeGreaterThan(60_000);
});

test("fair whatever the rush: of those sent away, who asked earlier is let in earlier, nobody waits for ever, nobody is let in before their time", () => {
  const coming = fc.array(fc.record({ afterMs: fc.nat({ max: 40 }), waiting: fc.nat({ max: 3_000 }) }), {
    minLength: 2,
    maxLength: 60,
  });
  fc.assert(
    fc.property(coming, (rush) => {
      const { clock, admission } = door(50);
      const dues: { who: string; at: number; due: number; ticket: string }[] = [];
      for (const [n, { afterMs, waiting }] of rush.entries()) {
        clock.at += afterMs;
        const answer = admission.ask(asked(`p${n}`), null, { waiting, oldestMs: 0 });
        if ("ticket" in answer)
          dues.push({ who: `p${n}`, at: clock.at, due: clock.at + answer.waitMs, ticket: answer.ticket });
      }
      for (const [n, one] of dues.entries()) {
        const before = dues[n - 1];
        if (before) expect(one.due).toBeGreaterThan(before.due);
      }
      for (const one of dues) {
        clock.at = Math.max(clock.at, one.due);
        expect(admission.ask(asked(one.who), one.ticket, { waiting: 3_000, oldestMs: 0 })).toEqual({ first: true });
        expect(admission.sentAt(asked(one.who), one.ticket)).toBe(one.at);
      }
    }),
    { verbose: 1 },
  );
});
