import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../kernel/plain-date.ts";
import { codeOf, pathTrouble } from "./trouble.ts";

/** Since when each secret is as it is. */
export type KeyLedger = ReadonlyMap<string, Instant>;

type Line = { readonly salt: string; readonly mark: string; readonly since: Instant };
type Ledger = { readonly [name: string]: Line };

/**
 * Notes in `<dataDir>/keys-seen.json` since when each value is known, and answers the ledger: a value that changed counts
 * from now. The age of a secret is thus known without anybody writing it down; at the first time it is "at least so old".
 * What is kept of a value are 16 bits of a salted hash: enough to see a change, too little to confirm a guess.
 * @throws Trouble when the folder cannot be written.
 */
export function noteKeys(dataDir: string, values: Readonly<Record<string, string>>, now: Instant): KeyLedger {
  const known = read(dataDir);
  const next: Record<string, Line> = {};
  for (const [name, value] of Object.entries(values)) {
    const line = known[name];
    const salt = line?.salt ?? randomBytes(8).toString("hex");
    const mark = createHash("sha256").update(`${salt}\n${value}`).digest("hex").slice(0, 4);
    next[name] = line?.mark === mark ? line : { salt, mark, since: now };
  }
  if (JSON.stringify(next) !== JSON.stringify(known)) write(dataDir, next);
  return new Map(Object.entries(next).map(([name, { since }]) => [name, since]));
}

/** What was noted last, without looking at any value. */
export const readKeyLedger = (dataDir: string): KeyLedger =>
  new Map(Object.entries(read(dataDir)).map(([name, { since }]) => [name, since]));

const placeOf = (dataDir: string): string => join(dataDir, "keys-seen.json");

/** A ledger that is not there or cannot be read begins anew: ages are then counted from now. */
function read(dataDir: string): Ledger {
  try {
    return JSON.parse(readFileSync(placeOf(dataDir), "utf8")) as Ledger;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === "ENOENT") return {};
    throw pathTrouble(placeOf(dataDir), error);
  }
}

function write(dataDir: string, ledger: Ledger): void {
  const beside = `${placeOf(dataDir)}.${process.pid}.new`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(beside, `${JSON.stringify(ledger, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, placeOf(dataDir));
  } catch (error) {
    throw pathTrouble(placeOf(dataDir), error);
  }
}
