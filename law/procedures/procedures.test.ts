import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Edition,
  editionOn,
  fieldsOf,
  type Procedure,
  ProcedureShape,
} from "../../src/engine/definition/index.ts";
import { addDays, day } from "../../src/kernel/plain-date.ts";
import { procedures } from "./index.ts";

const here = import.meta.dirname;
const folders = readdirSync(here, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === "definition.ts")
  .map((entry) => relative(here, entry.parentPath));

const named = (key: string): Procedure => {
  const found = procedures.find((p) => p.key === key);
  if (!found) throw new Error(`no procedure ${key}`);
  return found;
};
const on = (procedure: Procedure, date: string): Edition => {
  const edition = editionOn(procedure, day(date));
  if (!edition) throw new Error(`${procedure.key} has no edition on ${date}`);
  return edition;
};
const keysOf = (edition: Edition): string[] =>
  fieldsOf(edition).flatMap((f) =>
    f.kind === "group" ? [f.key, ...f.fields.map((i) => `${f.key}.${i.key}`)] : [f.key],
  );
const guestField = (edition: Edition, key: string) => {
  const guests = fieldsOf(edition).find((f) => f.key === "guests");
  return guests?.kind === "group" ? guests.fields.find((f) => f.key === key) : undefined;
};
const paper = (edition: Edition, key: string) => edition.papers.find((p) => p.key === key);

describe("the list of procedures", () => {
  test("holds every folder that has a definition, as field/key, and nothing else", () => {
    expect(folders.toSorted()).toEqual(procedures.map((p) => join(p.field.key, p.key)).toSorted());
  });

  test.each(procedures.map((p) => [p.key, p] as const))(
    "%s is plain data: JSON gives it back equal",
    (_key, procedure) => {
      const back: unknown = JSON.parse(JSON.stringify(procedure));
      expect(back).toEqual(procedure);
      expect(ProcedureShape.parse(back)).toEqual(procedure);
    },
  );

  test.each(procedures.map((p) => [p.key, p] as const))(
    "%s has exactly one edition on both sides of every cut-over",
    (_key, procedure) => {
      for (const edition of procedure.editions) {
        expect(editionOn(procedure, edition.from)?.id).toBe(edition.id);
        expect(editionOn(procedure, addDays(edition.from, -1))?.id).not.toBe(edition.id);
        if (edition.until) expect(editionOn(procedure, edition.until)?.id).toBe(edition.id);
      }
      const last = procedure.editions.at(-1);
      expect(last?.until).toBeNull();
      const first = procedure.editions[0];
      expect(first && editionOn(procedure, addDays(first.from, -1))).toBeNull();
    },
  );

  test("asks one thing a page: at most four fields, entries of a group aside", () => {
    for (const procedure of procedures) {
      for (const edition of procedure.editions) {
        for (const page of edition.pages) expect([page.key, page.fields.length <= 4]).toEqual([page.key, true]);
      }
    }
  });

  test("labels are names, not sentences: they are read inside others (“Vui lòng nhập …”)", () => {
    const labels = procedures.flatMap((p) =>
      p.editions
        .flatMap((e) => fieldsOf(e).flatMap((f) => (f.kind === "group" ? [f, ...f.fields] : [f])))
        .filter((f) => f.kind !== "declaration"),
    );
    expect(labels.filter((f) => /[.?!:]$/.test(f.label.vi) || /[.?!:]$/.test(f.label.en)).map((f) => f.key)).toEqual(
      [],
    );
  });

  test("writes only into columns of its register, and every doubt says what was assumed", () => {
    for (const procedure of procedures) {
      for (const edition of procedure.editions) {
        expect(Object.keys(edition.register?.values ?? {}).every((name) => /^[a-z_]+$/.test(name))).toBe(true);
        expect(edition.questions?.length).toBeGreaterThan(0);
        expect(edition.survey.map((q) => q.key)).toEqual(["access", "procedure", "staff", "result", "feedback"]);
      }
    }
  });
});

describe("stay notification on both sides of its dates", () => {
  const stays = named("stay-notification");
  const [before, after] = [on(stays, "2026-06-30"), on(stays, "2026-07-01")];

  test("until 30/06/2026 the birth date may be left out, from 01/07/2026 it may not", () => {
    expect(guestField(before, "birth-date")?.required).toBe(false);
    expect(guestField(after, "birth-date")?.required).toBeUndefined();
  });
  test("the nine-digit card goes, the vehicle used as lodging comes", () => {
    expect(keysOf(before)).toContain("guests.old-card-number");
    expect(keysOf(after)).not.toContain("guests.old-card-number");
    const notifier = (edition: Edition) => JSON.stringify(edition.pages.find((p) => p.key === "notifier"));
    expect(notifier(before)).not.toContain("vehicle-manager");
    expect(notifier(after)).toContain("vehicle-manager");
  });
  test("the visit to the desk is a channel only before", () => {
    expect(before.channels).toContain("desk");
    expect(after.channels).not.toContain("desk");
    expect(after.channels).toContain("telephone");
  });
  test("relatives notify once only before", () => {
    expect(before.who.vi).toContain("một lần");
    expect(after.who.vi).not.toContain("một lần");
  });
  test("foreign guests: 12 hours until 23/07/2026, at once from 24/07/2026", () => {
    expect(guestField(on(stays, "2026-07-23"), "permit-kind")?.hint?.vi).toContain("12 giờ");
    expect(guestField(on(stays, "2026-07-24"), "permit-kind")?.hint?.vi).toContain("ngay khi khách đến");
    expect(on(stays, "2026-07-24").basis.map((c) => c.source)).toContain("87/2026/TT-BCA");
  });
  test("takes 1 to 1000 guests, is free and handled at once by the commune", () => {
    const guests = fieldsOf(after).find((f) => f.key === "guests");
    expect(guests).toMatchObject({ kind: "group", least: 1, most: 1000 });
    expect(after).toMatchObject({
      code: "2.001159",
      handling: "on-the-spot",
      fees: [],
      competence: { level: "commune" },
    });
  });
  test("offers the twenty reasons of the Ministry's list", () => {
    const reason = guestField(after, "reason");
    expect(reason?.kind === "choice" ? reason.options.map((o) => o.aliases?.[0]) : []).toEqual(
      expect.arrayContaining(["1 - Du lịch", "18 - Chữa bệnh", "20 - Mục đích khác"]),
    );
    expect(reason?.kind === "choice" && reason.options.length).toBe(20);
  });
});

describe("temporary residence on both sides of its dates", () => {
  const residence = named("temporary-residence");

  test("CT01 of 2021 asks for work and present dwelling, CT01 of 2024 no more", () => {
    const old = keysOf(on(residence, "2023-12-31"));
    const now = keysOf(on(residence, "2024-01-01"));
    expect(old).toEqual(expect.arrayContaining(["occupation", "current-dwelling", "members.occupation"]));
    for (const key of ["occupation", "current-dwelling", "members.occupation"]) expect(now).not.toContain(key);
  });
  test("the national tariff begins on 05/02/2023", () => {
    expect(on(residence, "2023-02-04").basis.map((c) => c.source)).not.toContain("75/2022/TT-BTC");
    expect(on(residence, "2023-02-05").basis.map((c) => c.source)).toContain("75/2022/TT-BTC");
    expect(on(residence, "2023-02-05").fees[0]).toMatchObject({
      parameter: "residence-temporary",
      when: { field: "fee-exemption", answered: false },
    });
  });
  test("dwelling papers: Decree 62/2021 until 09/01/2025, Decree 154/2024 from the next day", () => {
    const sources = (date: string) => paper(on(residence, date), "lawful-dwelling")?.basis.map((c) => c.source);
    expect(sources("2025-01-09")).toContain("62/2021/NĐ-CP");
    expect(sources("2025-01-10")).toContain("154/2024/NĐ-CP");
  });
  test("CT01 by Circular 53/2025 from 01/07/2025", () => {
    expect(on(residence, "2025-06-30").basis.map((c) => c.source)).toContain("66/2023/TT-BCA");
    expect(on(residence, "2025-07-01").basis.map((c) => c.source)).toContain("53/2025/TT-BCA");
  });
  test("a paper a database answers for is not asked from 2026 on", () => {
    expect(paper(on(residence, "2025-12-31"), "lawful-dwelling")?.replacedBy).toBeUndefined();
    expect(paper(on(residence, "2026-01-01"), "lawful-dwelling")?.replacedBy).toBe("dwelling-register");
  });
  test("01/07/2026: the name of the birth certificate, no post, false statements refused", () => {
    const [before, after] = [on(residence, "2026-06-30"), on(residence, "2026-07-01")];
    const item1 = (edition: Edition) => fieldsOf(edition).find((f) => f.key === "person")?.official;
    expect(item1(before)).not.toContain("khai sinh");
    expect(item1(after)).toContain("khai sinh");
    expect(before.channels).toContain("post");
    expect(after.channels).not.toContain("post");
    const grounds = (edition: Edition) => edition.refusalGrounds.map((g) => g.key);
    expect(grounds(before)).not.toContain("false-statement");
    expect(grounds(after)).toContain("false-statement");
  });
  test("the kiosk opens on 05/08/2026", () => {
    expect(on(residence, "2026-08-04").channels).not.toContain("kiosk");
    expect(on(residence, "2026-08-05").channels).toContain("kiosk");
  });
  test("three working days, by the commune of the address; a disputed dwelling is refused by article 23", () => {
    const edition = on(residence, "2026-11-23");
    expect(edition).toMatchObject({
      code: "1.004194",
      deadline: { unit: "working-days", count: 3 },
      competence: { level: "commune", byAddress: "target-address" },
      checks: ["temporary-residence-term"],
    });
    const disputed = edition.refusalGrounds.find((g) => g.key === "disputed-dwelling");
    expect(disputed?.basis[0]).toMatchObject({ source: "68/2020/QH14", article: "Điều 23" });
  });
});

describe("new seals on both sides of their dates", () => {
  const seals = named("seal-new");

  test("Decree 56/2023 from 15/08/2023", () => {
    expect(on(seals, "2023-08-14").basis.map((c) => c.source)).not.toContain("56/2023/NĐ-CP");
    expect(on(seals, "2023-08-15").basis.map((c) => c.source)).toContain("56/2023/NĐ-CP");
  });
  test("15/03/2026: the request on form 03, and what a register holds is not asked again", () => {
    const [before, after] = [on(seals, "2026-03-14"), on(seals, "2026-03-15")];
    const official = (edition: Edition) => fieldsOf(edition).find((f) => f.key === "seal-text")?.official;
    expect(official(before)).toBeUndefined();
    expect(official(after)).toBe("Mẫu số 03");
    expect(paper(before, "letter-of-introduction")?.replacedBy).toBeUndefined();
    expect(paper(after, "letter-of-introduction")?.replacedBy).toBe("representative-register");
    expect(paper(after, "special-law-licence")?.replacedBy).toBe("organisation-register");
    expect(paper(after, "statute")?.replacedBy).toBeUndefined();
  });
  test("every kind of body has a founding paper that is required", () => {
    const edition = on(seals, "2026-11-23");
    const kind = fieldsOf(edition).find((f) => f.key === "organisation-kind");
    const kinds = kind?.kind === "choice" ? kind.options.map((o) => o.value) : [];
    expect(kinds.length).toBeGreaterThan(9);
    for (const value of kinds) {
      const asked = edition.papers.filter((p) => p.required && p.when && "in" in p.when && p.when.in.includes(value));
      expect([value, asked.length >= 1]).toEqual([value, true]);
    }
  });
  test("goes to PC06 of the seat, free, and names companies under the Law on Enterprises alone as out of scope", () => {
    const edition = on(seals, "2026-11-23");
    expect(edition).toMatchObject({
      code: "2.001428",
      fees: [],
      competence: { level: "province", unit: "PC06" },
      checks: ["seal-scope"],
    });
    expect(edition.refusalGrounds.map((g) => g.key)).toContain("enterprise-law-only");
    expect(JSON.stringify(edition.questions)).toContain("1.115231");
  });
});
