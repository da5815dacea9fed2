// docs/one-stop.md against the tests: each of the 43 requirements stands there once, and a requirement said to be proven
// names tests that bear its number in a title, like `(one-stop 17)`. Says what is wrong.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const DOCUMENT = "docs/one-stop.md";
const REQUIREMENTS = 43;
const STATES = ["proven", "partly", "later"];

const text = readFileSync(join(root, DOCUMENT), "utf8");
const rows = [...text.matchAll(/^\| (\d+) \| .* \| (proven|partly|later) \| (.*) \|$/gm)].map(
  ([, number = "", state = "", tests = ""]) => ({
    number: Number(number),
    state,
    tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file),
  }),
);
const problems: string[] = [];

for (let number = 1; number <= REQUIREMENTS; number++) {
  const own = rows.filter((row) => row.number === number);
  if (own.length !== 1) problems.push(`requirement ${number} stands there ${own.length} times`);
  for (const { state, tests } of own) {
    if (state === "later") continue;
    if (tests.length === 0) problems.push(`requirement ${number} names no test`);
    for (const file of tests)
      if (!existsSync(join(root, file))) problems.push(`requirement ${number}: no such file: ${file}`);
    if (tests.length > 0 && !tests.some((file) => bears(file, number)))
      problems.push(`requirement ${number}: none of its tests has (one-stop ${number}) in a title`);
  }
}
const counted = STATES.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`).join(", ");
if (!text.includes(`${REQUIREMENTS} requirements: ${counted}.`))
  problems.push(`its head does not say "${REQUIREMENTS} requirements: ${counted}."`);

for (const problem of problems) process.stderr.write(`${DOCUMENT}: ${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);

/** Whether a title of the file has the number, alone or in a list: `(one-stop 7)`, `(one-stop 7, 8)`, `(one-stop 24–26)`. */
function bears(file: string, number: number): boolean {
  const path = join(root, file);
  if (!existsSync(path)) return false;
  return [...readFileSync(path, "utf8").matchAll(/\(one-stop ([\d, –-]+)\)/g)].some(([, list = ""]) =>
    list.split(",").some((part) => {
      const [from = 0, to = from] = part.split(/[–-]/).map(Number);
      return from <= number && number <= to;
    }),
  );
}
