// docs/security-asvs.md against OWASP ASVS 5.0.0: every line it must hold stands there once, under its level, and names
// files that exist. Says what is wrong; `--count` says how many lines are in which state.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const DOCUMENT = "docs/security-asvs.md";

/**
 * The levels of the requirements of each section, in their order (OWASP ASVS 5.0.0, of 30/05/2025): "112" is three
 * requirements, the last of level 2.
 */
const LEVELS: Readonly<Record<string, string>> = {
  "1.1": "22",
  "1.2": "1111122223",
  "1.3": "112222222223",
  "1.4": "222",
  "1.5": "123",
  "2.1": "122",
  "2.2": "112",
  "2.3": "12223",
  "2.4": "23",
  "3.1": "3",
  "3.2": "113",
  "3.3": "12223",
  "3.4": "11222233",
  "3.5": "11122333",
  "3.6": "3",
  "3.7": "22333",
  "4.1": "12233",
  "4.2": "23333",
  "4.3": "22",
  "4.4": "1222",
  "5.1": "2",
  "5.2": "112333",
  "5.3": "113",
  "5.4": "222",
  "6.1": "122",
  "6.2": "111111112222",
  "6.3": "11223333",
  "6.4": "112233",
  "6.5": "22222333",
  "6.6": "2223",
  "6.7": "33",
  "6.8": "2222",
  "7.1": "222",
  "7.2": "1111",
  "7.3": "22",
  "7.4": "11222",
  "7.5": "223",
  "7.6": "22",
  "8.1": "1233",
  "8.2": "1123",
  "8.3": "133",
  "8.4": "23",
  "9.1": "111",
  "9.2": "1222",
  "10.1": "22",
  "10.2": "223",
  "10.3": "22223",
  "10.4": "1111122222233333",
  "10.5": "22222",
  "10.6": "22",
  "10.7": "222",
  "11.1": "2233",
  "11.2": "22233",
  "11.3": "11233",
  "11.4": "1222",
  "11.5": "23",
  "11.6": "23",
  "11.7": "33",
  "12.1": "12233",
  "12.2": "11",
  "12.3": "22223",
  "13.1": "2333",
  "13.2": "222223",
  "13.3": "2233",
  "13.4": "1222233",
  "14.1": "22",
  "14.2": "12223333",
  "14.3": "122",
  "15.1": "12233",
  "15.2": "12233",
  "15.3": "1222222",
  "15.4": "3333",
  "16.1": "2",
  "16.2": "22222",
  "16.3": "2222",
  "16.4": "222",
  "16.5": "2223",
  "17.1": "23",
  "17.2": "22223333",
  "17.3": "22",
};
/** Chapters whose lines of level 3 are judged too: sign-in, sessions, permission, tokens, cryptography, data. */
const WHOLE = new Set(["6", "7", "8", "9", "10", "11", "14"]);
const STATES = ["met", "partly", "not", "not applicable"];
/** What must exist: a path in backticks that begins with a folder of ours, or a file at the top. */
const PATH = /`((?:src|tests|tools|docs|db|law|bench|bin)\/[^`\s]+|(?:package|package-lock|tsconfig|biome)\.json)`/g;

type Row = { readonly id: string; readonly level: string; readonly state: string; readonly line: string };

const levels = new Map(
  Object.entries(LEVELS).flatMap(([section, each]) =>
    [...each].map((level, at): [string, string] => [`V${section}.${at + 1}`, level]),
  ),
);
const rows = readFileSync(join(root, DOCUMENT), "utf8")
  .split("\n")
  .flatMap((line): Row[] => {
    const [, id = "", level = "", , state = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return /^V\d/.test(id) ? [{ id, level, state, line }] : [];
  });

const count = (state: string): number => rows.filter((row) => row.state === state).length;
const summary = `${rows.length} lines: ${STATES.map((state) => `${count(state)} ${state}`).join(", ")}`;
const wrong = [...missing(), ...rows.flatMap(wrongIn), ...summaryWrong()];

if (process.argv.includes("--count")) process.stdout.write(`${summary}\n`);
if (wrong.length > 0) {
  process.stdout.write(`${DOCUMENT}:\n${wrong.map((one) => `  ${one}`).join("\n")}\n`);
  process.exitCode = 1;
}

function missing(): string[] {
  const there = new Set(rows.map(({ id }) => id));
  return [...levels]
    .filter(([id, level]) => level !== "3" || WHOLE.has(id.slice(1).split(".")[0] ?? ""))
    .filter(([id]) => !there.has(id))
    .map(([id]) => `${id} is missing`);
}

function wrongIn(row: Row): string[] {
  const paths = [...row.line.matchAll(PATH)].map((found) => found[1] ?? "");
  const said: string[] = [];
  if (!levels.has(row.id)) said.push("no such requirement");
  else if (levels.get(row.id) !== row.level) said.push(`its level is ${levels.get(row.id)}`);
  if (rows.filter(({ id }) => id === row.id).length > 1) said.push("stands there more than once");
  if (!STATES.includes(row.state)) said.push(`"${row.state}" is no state`);
  if ((row.state === "met" || row.state === "partly") && paths.length === 0) said.push("names no file");
  said.push(...paths.filter((path) => !existsSync(join(root, path))).map((path) => `there is no ${path}`));
  return said.map((what) => `${row.id}: ${what}`);
}

/** The page's own count at its head is what a reader remembers: it must be the count of its lines. */
function summaryWrong(): string[] {
  return readFileSync(join(root, DOCUMENT), "utf8").includes(summary) ? [] : [`its head does not say "${summary}"`];
}
