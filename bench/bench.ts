import { lawFigures } from "./law.ts";
import { logFigures } from "./log.ts";
import { pageFigures } from "./pages.ts";
import { paperFigures } from "./papers.ts";
import { populationFigures } from "./population.ts";
import { type Figure, machine, printFigures } from "./report.ts";
import { startFigures } from "./start.ts";
import { submissionFigures } from "./submissions.ts";
import { weightFigures } from "./weight.ts";
import { workFigures } from "./work.ts";

/** `npm run bench [start|weight|law|pages|submissions|papers|log|population|work …]`: each figure beside its raw baseline, measured in one run. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: startFigures,
  weight: weightFigures,
  law: lawFigures,
  pages: pageFigures,
  submissions: submissionFigures,
  papers: paperFigures,
  log: logFigures,
  population: populationFigures,
  work: workFigures,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}\n`);
  process.exit(1);
}
process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n`);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  figures.push(...(await measure()));
}
printFigures(figures);
