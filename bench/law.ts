import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { calendarYears, loadCalculations, procedures } from "../law/index.ts";
import { violations } from "../law/parameters/traffic/index.ts";
import { brotlied, buildBrowserLaw, gzipped, heaviest } from "../tools/browser-law.ts";
import { programBundle } from "../tools/program-bundle.ts";
import { type Figure, median } from "./report.ts";

/** The law's promises of speed: calculations on one core, loading it whole, and what a browser gets of it. */
export const lawFigures = async (): Promise<readonly Figure[]> => [
  ...(await calculationFigures()),
  ...(await loadFigures()),
  ...(await browserFigures()),
];

const ROUNDS = 9;
const INPUTS = 1_000;
const TIMES = 50_000;
const WITHOUT = { must: 200_000 };
const WITH = { must: 30_000 };

/** Traffic fines and deadlines through the door that the command line and HTTP use: name, checked input, answer. */
async function calculationFigures(): Promise<readonly Figure[]> {
  const { calculate } = await loadCalculations();
  const asked = (name: string, inputs: readonly object[], reasons: boolean) => (at: number) => {
    const answer = calculate(name, inputs[at % inputs.length], { reasons });
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify([inputs[at % inputs.length], answer.failure])}`);
    return answer;
  };
  const fines = fineInputs();
  const deadlines = deadlineInputs();
  const runs = perCpuSecond({
    fine: asked("traffic-fine", fines, false),
    fineWith: asked("traffic-fine", fines, true),
    fineRaw: rawFine(fines),
    deadline: asked("deadline", deadlines, false),
    deadlineWith: asked("deadline", deadlines, true),
    deadlineRaw: rawDeadline(deadlines),
  });
  const fineRaw = { what: "row of the day and middle of its bracket, unchecked", value: median(runs.fineRaw) };
  const deadlineRaw = { what: "days stepped with Date and a Set, unchecked", value: median(runs.deadlineRaw) };
  const figure = (what: string, of: readonly number[], baseline: Figure["baseline"], budget: Figure["budget"]) => ({
    what,
    value: median(of),
    unit: "/s",
    runs: of,
    ...(baseline ? { baseline } : {}),
    ...(budget ? { budget } : {}),
  });
  return [
    figure("traffic fines without reasons, one core", runs.fine, fineRaw, WITHOUT),
    figure("… with reasons", runs.fineWith, fineRaw, WITH),
    figure("deadlines without reasons, one core", runs.deadline, deadlineRaw, WITHOUT),
    figure("… with reasons", runs.deadlineWith, deadlineRaw, WITH),
  ];
}

/** Every row of both decrees, on its first day and later, with and without circumstances. */
function fineInputs() {
  const rows = violations();
  return Array.from({ length: INPUTS }, (_, at) => {
    const row = rows[at % rows.length];
    if (!row) throw new Error("no violations");
    const { code, perExtraPerson, from, organisationBracket } = row;
    return {
      violation: code,
      offenceEndedOn: from,
      mitigating: at % 3,
      aggravating: at % 2,
      ...(perExtraPerson ? { extraPersons: 2 } : {}),
      ...(organisationBracket && at % 7 === 0 ? { subject: "organisation" } : {}),
    };
  });
}

const COUNTS = [1, 2, 3, 5, 7, 8, 10, 15, 20, 30];
const UNITS = ["working-day", "working-day", "working-day", "day", "month", "working-hour"] as const;
const MS_PER_DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);

/** Half of them in working days, as the one-stop rules set them; days of 2024 to 2026. */
function deadlineInputs() {
  return Array.from({ length: INPUTS }, (_, at) => {
    const unit = UNITS[at % UNITS.length] ?? "day";
    const day = new Date(FIRST + ((at * 7_919) % 1_000) * MS_PER_DAY).toISOString().slice(0, 10);
    const count = unit === "month" ? 1 + (at % 6) : (COUNTS[(at * 31) % COUNTS.length] ?? 1);
    return { from: unit === "working-hour" ? `${day}T09:30:00+07:00` : day, count, unit };
  });
}

/** What somebody writes who trusts the input: the row of the code and day, and the middle of its bracket. */
function rawFine(inputs: readonly { readonly violation: string; readonly offenceEndedOn: string }[]) {
  const byCode = Map.groupBy(violations(), (row) => row.code);
  return (at: number) => {
    const { violation = "", offenceEndedOn: on = "" } = inputs[at % inputs.length] ?? {};
    const row = byCode.get(violation)?.find(({ from, until }) => from <= on && (until === null || on <= until));
    const bracket = row?.bracket ?? null;
    return {
      decree: row?.source,
      bracketMin: bracket?.least ?? null,
      bracketMax: bracket?.most ?? null,
      fine: bracket && Math.floor((bracket.least + bracket.most + 1) / 2),
      points: row?.points,
    };
  };
}

/** What somebody writes who needs only the day: working days for every unit, holidays as text. */
function rawDeadline(inputs: readonly { readonly from: string; readonly count: number }[]) {
  const off = new Set<string>(calendarYears().flatMap((year) => year.daysOff.map(({ date }) => date)));
  return (at: number) => {
    const { from = "", count = 0 } = inputs[at % inputs.length] ?? {};
    const date = new Date(from);
    for (let left = count; left > 0; ) {
      date.setUTCDate(date.getUTCDate() + 1);
      const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      if (!isWeekend && !off.has(date.toISOString().slice(0, 10))) left -= 1;
    }
    return date.toISOString().slice(0, 10);
  };
}

/**
 * How often a second of processor time each kind of work is done, in rounds that alternate between the kinds. Processor
 * time of the whole process counts, compiling and collecting garbage included; waiting for a busy machine does not.
 */
function perCpuSecond<Kind extends string>(kinds: Readonly<Record<Kind, (at: number) => unknown>>) {
  const rates = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []])) as unknown as Record<Kind, number[]>;
  // Kept where the compiler must not leave out work whose answer nobody reads.
  let kept: unknown = null;
  for (let round = -1; round < ROUNDS; round++) {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const before = process.cpuUsage();
      for (let at = 0; at < TIMES; at++) kept = kinds[kind](at);
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (round >= 0) rates[kind].push(TIMES / ((user + system) / 1e6));
    }
  }
  if (kept === null) throw new Error("nothing was reckoned");
  return rates;
}

const LOADS = 15;
const ROOT = join(import.meta.dirname, "..");

/**
 * Loads the bundled law in a fresh process, without a compile cache: the door, then every part that is loaded when asked for.
 * Tells processor time of the main thread, on which loading waits, and the time of the clock, in milliseconds.
 */
const LOADER = `const spent = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
const [started, clock] = [spent(), performance.now()];
const law = await import("./law.js");
const door = spent();
await Promise.all([law.loadCalculations(), law.loadOldUnits(), law.lawChanges("2025-07-01", "2025-07-01")]);
const [whole, read] = [spent(), performance.now()];
await law.lawChanges("2025-06-30", "2025-07-01");
console.log(JSON.stringify({ empty: started, door: door - started, whole: whole - started, clock: read - clock, compared: spent() - started }));`;
type Load = Readonly<Record<"empty" | "door" | "whole" | "clock" | "compared", number>>;

async function loadFigures(): Promise<readonly Figure[]> {
  // Below the project, so that packages are found as from dist.
  mkdirSync(join(ROOT, "var"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "var/bench-law-"));
  try {
    await build({ ...programBundle, entryPoints: [join(ROOT, "law/index.ts")], entryNames: "law", outdir: folder });
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "load.js"), LOADER);
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const load = (): Load =>
      JSON.parse(execFileSync(process.execPath, [join(folder, "load.js")], { env, encoding: "utf8" }));
    const loads = Array.from({ length: LOADS }, load);
    const figure = (what: string, part: keyof Load) => {
      const runs = loads.map((one) => one[part]);
      return { what, value: median(runs), unit: "ms", runs };
    };
    const baseline = { what: "an empty Node before it, not counted in", value: figure("", "empty").value };
    return [
      { ...figure("law/ loaded whole in a fresh process", "whole"), baseline, budget: { must: 150, less: true } },
      figure("… by the clock, other processes included", "clock"),
      figure("… its door alone, as the house opens it", "door"),
      figure("… whole, and every row of every table compared once", "compared"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a browser loads to serve one procedure offline: the code, the procedure's law, the largest province. */
async function browserFigures(): Promise<readonly Figure[]> {
  const { engine, procedures: laws, places } = await buildBrowserLaw();
  const kb = (bytes: number): number => bytes / 1024;
  const province = heaviest(places.values());
  return procedures.map(({ key }) => {
    const law = laws.get(key) ?? "";
    const files = [engine, law, province];
    const parts = files.map((file) => kb(gzipped([file])).toFixed(1)).join(" + ");
    return {
      what: `browser, ${key}: code + law + a province ${parts}, gzip (Brotli ${kb(brotlied(files)).toFixed(1)})`,
      value: kb(gzipped(files)),
      unit: "KB",
      baseline: { what: "uncompressed", value: kb(Buffer.byteLength(files.join(""))) },
      budget: { must: 60, less: true },
    };
  });
}
