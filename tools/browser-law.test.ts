import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProcedureLaw, ProvincePlaces } from "../law/browser.ts";
import * as lawWords from "../law/browser.ts";
import { placesByProvince } from "../law/places/places-of.ts";
import { procedures } from "../law/procedures/index.ts";
import { lawOf } from "../law/procedures/law-of.ts";
import * as engine from "../src/engine/browser.ts";
import { openBrowser } from "../tests/support/browser.ts";
import { type BrowserLaw, buildBrowserLaw, gzipped, heaviest } from "./browser-law.ts";

const MOST_BYTES = 60 * 1024;
let built: BrowserLaw;
beforeAll(async () => {
  built = await buildBrowserLaw();
});

type Engine = typeof engine & typeof lawWords;

/**
 * What an offline desk does, in one function that needs nothing around it: it is run here on the sources, and in a browser on the
 * bundle. Fills every page of every edition with a sample answer for each kind of field, reads and checks it, follows a dossier
 * for three acts, reckons its due date and its fees.
 */
function aDayOffline(ours: Engine, law: ProcedureLaw, { communes, province }: ProvincePlaces): unknown {
  const commune = communes[0];
  const sampleOf = (field: { kind: string; options?: readonly { value: string }[] }): unknown => {
    const samples: Record<string, unknown> = {
      text: "Số 12",
      "person-name": "Nguyễn Văn An",
      "person-number": "001090012345",
      "passport-number": "C1234567",
      date: "2026-11-24",
      "partial-date": { year: 1990, month: 3 },
      "date-time": "2026-11-10T14:20",
      country: "VNM",
      number: 2,
      money: 1_000_000,
      phone: "0912345678",
      email: "an@example.vn",
      address: { commune: commune?.code, line: "12 Lê Lợi" },
      person: { number: "001090012345", name: "Nguyễn Văn An", birthDate: { year: 1990, month: 3, day: 27 }, sex: "M" },
      declaration: true,
    };
    const value = field.options?.[0]?.value;
    return field.kind === "choice" ? value : field.kind === "choices" ? [value] : samples[field.kind];
  };
  const calendar = ours.openCalendar(law.calendarYears, law.officeHours);
  const filedAt = Date.UTC(2026, 9, 8, 2);
  return law.procedure.editions.map((edition) => {
    const context = {
      on: ours.dayOfInstant(filedAt),
      applicant: "person" as const,
      communeExists: (code: string) => communes.some((one) => one.code === code),
      countryExists: (code: string) => law.countries.some((one) => one.code === code),
    };
    let answers = {};
    const said: unknown[] = [];
    for (const page of edition.pages) {
      if (!ours.shownPages(edition, answers, context).includes(page)) continue;
      const boxes = page.fields.flatMap((field) =>
        field.kind === "group" ? [] : [ours.writeField(field, sampleOf(field) as string)],
      );
      const empty = ours.readPage(page, {}, answers, context);
      const read = ours.readPage(page, Object.assign({}, ...boxes), answers, context);
      answers = { ...answers, ...read.answers };
      said.push([page.key, empty.problems, read.problems]);
    }
    const by = { account: "a", name: "An", as: "person" as const };
    const filed = { code: "x", channel: "online", answers, papers: [], unit: "u" };
    const due = ours.reckonDeadline(edition, filedAt, calendar);
    const acts = [
      { seq: 1, id: "1", kind: "filed", at: filedAt, by, data: filed },
      {
        seq: 2,
        id: "2",
        kind: "accepted",
        at: filedAt,
        by: { ...by, as: "officer" },
        data: { dueAt: due.ok ? due.value.dueAt : null, clockFrom: filedAt },
      },
    ] as const;
    const state = ours.deriveState(acts);
    const now = filedAt + 26 * 3_600_000;
    const half = { kind: "day" as const, from: context.on, until: context.on, counts: false, swappedWith: null };
    const own = ours.withAgencyHours(calendar, [{ ...half, sessions: [{ from: 450, until: 690 }] }]);
    const cutoff = ours.clockRuleOn(law.clockRules, "forward", context.on)?.value ?? 0;
    return {
      edition: edition.id,
      inForce: ours.editionOn(law.procedure, context.on)?.id,
      answers,
      said,
      problems: ours.checkAnswers(edition, answers, context),
      papers: ours.shownPapers(edition, answers, context).map((paper) => paper.key),
      status: ours.statusName(state.status),
      due: due.ok ? due.value : due.failure,
      clock: ours.clockOf({ acts, edition, calendar: own, rules: law.clockRules, now }),
      startedAt: ours.clockUnitOf(acts),
      pauses: ours.pauseGroundsFor(law.clockRules, edition, context.on).map(({ key }) => key),
      forward: ours.forwardBy(filedAt, own, cutoff),
      fees: edition.fees.map((fee) => ours.feeAmong(law.fees, fee.parameter, "online", context.on)),
      texts: law.sources.map(ours.sourceName),
      place: commune && [ours.communeTitle(commune), province.map(ours.provinceTitle)],
    };
  });
}

describe("kernel, engine and law for a browser", () => {
  it.each(procedures.map(({ key }) => key))(
    "weigh less than 60 KB over the wire for %s, one province included",
    (key) => {
      const files = [built.engine, built.procedures.get(key) ?? "", heaviest(built.places.values())];
      expect(files.every((file) => file.length > 1_000)).toBe(true);
      expect(gzipped(files)).toBeLessThan(MOST_BYTES);
    },
  );

  it("need nothing of the machine and no package, and hold no rows that not every procedure needs", async () => {
    expect(built.engineInputs.filter((path) => !/^(law|src\/(engine|kernel))\//.test(path))).toEqual([]);
    expect(built.engineInputs.filter((path) => /law\/(places\/communes|procedures|sources\/\w+s)/.test(path))).toEqual(
      [],
    );
    await expect(buildBrowserLaw('export * from "node:fs"')).rejects.toThrow(/node:fs/);
  });

  it("carry to each procedure its own law", () => {
    const law = lawOf(residence());
    expect(new Set(law.fees.map((fee) => fee.key))).toEqual(
      new Set(law.procedure.editions.flatMap(({ fees }) => fees.map((fee) => fee.parameter))),
    );
    expect(law.sources.map((source) => source.id)).toContain("68/2020/QH14");
    expect(law.sources.map((source) => source.id)).not.toContain("168/2024/NĐ-CP");
  });
});

describe("a day offline", () => {
  const browser = openBrowser();
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, answer) => {
      const [, folder = "", name = ""] = (request.url ?? "").split("/");
      const code = { engine: built.engine, procedures: built.procedures.get(name), places: built.places.get(name) };
      const found = code[folder as keyof typeof code];
      answer.writeHead(200, { "content-type": found === undefined ? "text/html" : "text/javascript; charset=utf-8" });
      answer.end(found ?? "<!doctype html><title>offline</title>");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(async () => {
    await (await browser).close();
    server.close();
  });

  it("ends alike in a browser and here, for every edition of every procedure", async () => {
    const page = await (await browser).newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const places = placesByProvince().get("66") ?? never();
    for (const procedure of procedures) {
      const here = aDayOffline({ ...engine, ...lawWords }, lawOf(procedure), places);
      const there = await page.evaluate(`(async () => {
        const [engine, { law }, { places }] = await Promise.all(
          ["/engine", "/procedures/${procedure.key}", "/places/66"].map((path) => import(path)),
        );
        return (${String(aDayOffline)})(engine, law, places);
      })()`);
      expect(there).toEqual(JSON.parse(JSON.stringify(here)));
    }
    const [first] = aDayOffline({ ...engine, ...lawWords }, lawOf(residence()), places) as [
      { due: unknown; clock: { used: number; left: number; phase: string; warnings: unknown[] } },
    ];
    expect(first.due).toMatchObject({ dueOn: "2026-10-13" });
    // The office closes at 11:30 on the first day: two hours and a half, and three and a half of the next morning.
    expect(first.clock).toMatchObject({ phase: "running", used: 6 * 3_600_000 });
    expect(first.clock.warnings).toHaveLength(3);
  });
});

const residence = () => procedures.find(({ key }) => key === "temporary-residence") ?? never();
function never(): never {
  throw new Error("it is not there");
}
