import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { createDraw, type Draw } from "../src/modules/population/generate/draw.ts";
import { fillRegister, loadOldWards, verifyPerson } from "../src/modules/population/index.ts";
import { CriteriaShape, type CriteriaTyped, readCriteria } from "../src/modules/population/search/criteria.ts";
import { findPersons } from "../src/modules/population/search/find.ts";
import { openBulk } from "../src/platform/database/bulk.ts";
import { type Database, openDatabase } from "../src/platform/database/database.ts";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { openSecrets } from "../src/platform/secrets.ts";
import type { Figure } from "./report.ts";

/**
 * The register at 100 thousand and 1 million people (POPULATION_SIZES=100000,1000000,3000000 names others): how long inventing them takes,
 * verification by number beside a bare query by primary key, and the search for officers with names as they are typed.
 */
const SIZES = (process.env.POPULATION_SIZES ?? "100000,1000000").split(",").map(Number);
const VERIFICATIONS = 4_000;
const SEARCHES = 300;
const VAR = fileURLToPath(new URL("../var/", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../db/migrations/", import.meta.url));

export async function populationFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await onOwnServer((server) => figuresAt(server, size))));
  return figures;
}

/** A database of its own for each size: filling an empty register is another thing than adding to one. */
async function onOwnServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  mkdirSync(VAR, { recursive: true });
  const dataDir = mkdtempSync(join(VAR, "bench-"));
  const server = await startEmbedded({ dataDir, secrets: openSecrets(dataDir) });
  try {
    await migrate(server.ownerUrl, MIGRATIONS);
    return await work(server);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Server = { readonly ownerUrl: string; readonly appUrl: string };

async function figuresAt(server: Server, size: number): Promise<readonly Figure[]> {
  const filled = await fill(server, size);
  const db = openDatabase({ url: server.appUrl, most: 2, name: "motcua bench" });
  const raw = new pg.Client({ connectionString: server.appUrl });
  await raw.connect();
  try {
    const known = await sample(db);
    const draw = createDraw(size);
    const bare = await timed(
      VERIFICATIONS,
      () => draw.pick(known).number,
      (number) =>
        raw.query({
          name: "bare",
          text: "select number, name, birth_year, birth_month, birth_day, sex from persons where number = $1",
          values: [number],
        }),
    );
    const verified = await timed(
      VERIFICATIONS,
      () => draw.pick(known),
      (who) => verifyPerson(db, { number: who.number, name: who.name, birthDate: { year: who.year }, sex: who.sex }),
    );
    const figures: Figure[] = [
      { what: `${label(size)}: people invented`, value: filled.perSecond, unit: "/s" },
      ...(size === 1_000_000
        ? [{ what: `${label(size)}: … time`, value: filled.seconds, unit: "s", budget: { must: 180, less: true } }]
        : []),
      { what: `${label(size)}: register on disk`, value: filled.megabytes, unit: "MB" },
      p("verification, p50", size, verified, 0.5, "ms", bare),
      { ...p("verification, p99", size, verified, 0.99, "ms", bare), budget: { must: 5, less: true } },
    ];
    for (const [what, criteria] of Object.entries(QUESTIONS)) {
      const times = await timed(
        SEARCHES,
        () => criteria(draw, draw.pick(known)),
        (asked) => find(db, asked),
      );
      figures.push(p(`search, ${what}, p50`, size, times, 0.5, "ms", bare));
      figures.push({ ...p(`search, ${what}, p95`, size, times, 0.95, "ms", bare), budget: { must: 50, less: true } });
    }
    return figures;
  } finally {
    await raw.end();
    await db.close();
  }
}

const label = (size: number): string => `${size / 1_000_000} M`;

async function fill({ ownerUrl }: Server, people: number) {
  const owner = openDatabase({ url: ownerUrl, most: 2, name: "motcua bench" });
  const bulk = await openBulk(ownerUrl);
  try {
    const started = performance.now();
    const filled = await fillRegister({
      owner,
      bulk,
      people,
      seed: 1,
      at: Date.now(),
      oldWardsOf: await loadOldWards(),
    });
    const seconds = (performance.now() - started) / 1000;
    const [disk] = await owner.query<{ megabytes: number }>(
      "size",
      "select pg_database_size(current_database()) / 1000000 as megabytes",
    );
    return { seconds, perSecond: filled.added / seconds, megabytes: disk?.megabytes ?? 0 };
  } finally {
    await bulk.close();
    await owner.close();
  }
}

type Known = {
  readonly number: string;
  readonly name: string;
  readonly key: string;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly sex: "M" | "F";
  readonly commune: string;
};

const sample = (db: Database): Promise<Known[]> =>
  db.query(
    "sample",
    `select number, name, search_key as key, birth_year as year, birth_month as month, birth_day as day, sex, permanent_commune as commune
     from persons tablesample system (2) where nationality = 'VNM' limit 4000`,
  );

type Asked = { readonly typed: CriteriaTyped; readonly communes: readonly string[] };
const asked = (typed: CriteriaTyped, communes: readonly string[] = []): Asked => ({ typed, communes });
/** What half the country is called: the beginnings that trigrams find hardest. */
const COMMON = [
  "nguyen van",
  "tran thi",
  "nguyen thi",
  "le van",
  "pham thi",
  "nguyen van hung",
  "tran thi lan",
  "nguyen thi hoa",
];

/** One letter of a name left out, doubled, put for another, or two that change places. */
function slip(draw: Draw, name: string): string {
  const at = draw.between(1, Math.max(1, name.length - 3));
  const [a = "", b = ""] = [name[at], name[at + 1]];
  return draw.pick([
    name.slice(0, at) + name.slice(at + 1),
    `${name.slice(0, at)}${a}${name.slice(at)}`,
    `${name.slice(0, at)}m${name.slice(at + 1)}`,
    `${name.slice(0, at)}${b}${a}${name.slice(at + 2)}`,
  ]);
}
const turned = (name: string): string => name.split(" ").reverse().join(" ");

/** Questions as officers put them, drawn anew each time. */
const QUESTIONS: Readonly<Record<string, (draw: Draw, who: Known) => Asked>> = {
  "name with marks": (_draw, who) => asked({ name: who.name }),
  "name without marks": (_draw, who) => asked({ name: who.key }),
  "common name alone": (draw) => asked({ name: draw.pick(COMMON) }),
  "misspelt name alone": (draw, who) => asked({ name: slip(draw, who.key) }),
  "turned name alone": (_draw, who) => asked({ name: turned(who.key) }),
  "given and middle name alone": (_draw, who) => asked({ name: who.key.split(" ").slice(-2).join(" ") }),
  "misspelt name and year": (draw, who) => asked({ name: slip(draw, who.key), birth: String(who.year) }),
  "common name and year": (draw, who) => asked({ name: draw.pick(COMMON), birth: String(who.year) }),
  "given name, month of birth": (_draw, who) =>
    asked({ name: who.key.split(" ").at(-1) ?? "", birth: `${who.month ?? 1}/${who.year}` }),
  "misspelt name and commune": (draw, who) => asked({ name: slip(draw, who.key), commune: "x" }, [who.commune]),
  number: (_draw, who) => asked({ number: who.number }),
};

async function find(db: Database, { typed, communes }: Asked): Promise<unknown> {
  const criteria = readCriteria(CriteriaShape.parse(typed), communes);
  return typeof criteria === "string" ? null : db.inTransaction((tx) => findPersons(tx, criteria));
}

/** Milliseconds of each call, one after another, after a tenth of them as warm-up. */
async function timed<T>(
  count: number,
  draw: () => T,
  call: (input: T) => Promise<unknown>,
): Promise<readonly number[]> {
  for (let warm = 0; warm < count / 10; warm += 1) await call(draw());
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = draw();
    const started = performance.now();
    await call(input);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const p = (
  what: string,
  size: number,
  times: readonly number[],
  share: number,
  unit: string,
  bare: readonly number[],
): Figure => ({
  what: `${label(size)}: ${what}`,
  value: quantile(times, share),
  unit,
  baseline: { what: `bare query by primary key, p${share * 100}`, value: quantile(bare, share) },
});
