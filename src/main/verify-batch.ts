import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { SYSTEM } from "../engine/state/index.ts";
import { text } from "../kernel/text.ts";
import {
  type Agency,
  BATCH_HEADING,
  type BatchLine,
  batchLineCsv,
  createAgencies,
  createAsking,
  verifyBatch,
} from "../modules/verifications/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { pathTrouble, Trouble } from "../platform/trouble.ts";
import { SECRETS } from "./partners.ts";
import { openPopulationRegister } from "./population-register.ts";
import { say, withDatabase } from "./upkeep.ts";

const TELL_EVERY = 1_000;

/**
 * `motcua verify-batch FILE.csv --agency CODE --purpose … [--ground …] [--procedure …]`: asks line by line in the
 * agency's name and writes FILE.csv.results.csv beside. Run again over the same file it asks only what was not answered.
 */
export async function verifyBatchNow(args: readonly string[], settings: Settings): Promise<number> {
  const { file, ...wanted } = read(args);
  const key = `batch:${await hashOf(file)}`;
  let left = 0;
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({
      url: appUrl,
      most: 10,
      name: "motcua verify-batch",
      ...(appRole ? { role: appRole } : {}),
    });
    try {
      const clock = { now: () => Date.now() };
      const secrets = openSecrets(settings.dataDir);
      const agency = (await createAgencies({ db, clock }).find(wanted.agency)) ?? unknownAgency(wanted.agency);
      const register = await openPopulationRegister({ settings, db, clock, secrets });
      const asking = createAsking({ db, clock, register, secret: secrets.get(SECRETS.verifications) });
      const batch = { ...wanted, agency, actor: { ...SYSTEM, name: agency.name }, key };
      left = await writeResults(`${file}.results.csv`, verifyBatch(asking, createReadStream(file), batch));
    } finally {
      await db.close();
    }
  });
  return left === 0 ? 0 : 2;
}

/** Writes line by line as they are answered; answers how many have no answer. */
async function writeResults(path: string, lines: AsyncIterable<BatchLine>): Promise<number> {
  let [done, left] = [0, 0];
  const tell = (): void =>
    say(text(`${done} dòng, ${left} chưa có trả lời.`, `${done} lines, ${left} without answer.`));
  async function* results() {
    yield BATCH_HEADING;
    for await (const line of lines) {
      done += 1;
      if ("error" in line || line.answer.answer === "UNAVAILABLE") left += 1;
      if (done % TELL_EVERY === 0) tell();
      yield batchLineCsv(line);
    }
  }
  await pipeline(results, createWriteStream(path, { mode: 0o600 }));
  tell();
  process.stdout.write(`${path}\n`);
  return left;
}

type Wanted = {
  readonly file: string;
  readonly agency: string;
  readonly purpose: string;
  readonly ground: string | null;
  readonly procedure: string | null;
};

function read(args: readonly string[]): Wanted {
  try {
    const options = {
      agency: { type: "string" },
      purpose: { type: "string" },
      ground: { type: "string" },
      procedure: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (file && positionals.length === 1 && values.agency && values.purpose) {
      const { agency, purpose, ground = null, procedure = null } = values;
      return { file, agency, purpose, ground, procedure };
    }
  } catch {
    // An option we do not know: the same answer as a missing one.
  }
  throw new Trouble(
    text(
      "Cần: motcua verify-batch TỆP.csv --agency MÃ --purpose MỤC_ĐÍCH [--ground CĂN_CỨ] [--procedure MÃ]",
      "Needed: motcua verify-batch FILE.csv --agency CODE --purpose WHY [--ground LAW] [--procedure CODE]",
    ),
  );
}

/** The same file is the same batch: its lines keep their calls. */
async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    throw pathTrouble(file, cause);
  }
  return hash.digest("hex").slice(0, 32);
}

function unknownAgency(code: string): Agency {
  throw new Trouble(
    text(
      `Chưa có cơ quan kết nối ${code}. Đăng ký bằng: motcua agency ${code} …`,
      `No agency ${code} is connected. Register it with: motcua agency ${code} …`,
    ),
  );
}
