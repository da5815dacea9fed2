import { createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { claimFields } from "../kernel/person-claim.ts";
import { dayOfInstant, type PlainDate, parseIsoDate } from "../kernel/plain-date.ts";
import { text } from "../kernel/text.ts";
import { type Agency, addAgencyKey, connectAgency, endAgencyKeys } from "../modules/verifications/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { bringUpToDate } from "./boot.ts";
import { say, withDatabase } from "./upkeep.ts";

const OPTIONS = {
  name: { type: "string" },
  province: { type: "string" },
  organisation: { type: "string" },
  fields: { type: "string" },
  until: { type: "string" },
  key: { type: "string" },
  "end-keys": { type: "boolean" },
} as const;

/**
 * `motcua agency CODE --name … --province 01 [--organisation CODE] [--fields name,birthDate,sex] [--until DAY]
 * [--key FILE.pem] [--end-keys]`: lets an agency verify people, registers its public key, or ends its keys.
 */
export async function agencyNow(args: readonly string[], settings: Settings): Promise<number> {
  const wanted = read(args);
  const key = wanted.key ? await readKey(wanted.key) : null;
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    const owner = openDatabase({ url: database.ownerUrl, most: 1, name: "motcua agency" });
    try {
      const now = Date.now();
      await owner.inTransaction(async (tx) => {
        const { agency } = wanted;
        if (wanted.endKeys) {
          const ended = await endAgencyKeys(tx, agency.code, null, now);
          say(text(`Đã chấm dứt ${ended} khóa.`, `${ended} keys ended.`));
        }
        if (wanted.connects) await connectAgency(tx, agency, dayOfInstant(now), wanted.until);
        if (key) process.stdout.write(`keyid=${(await addAgencyKey(tx, agency.code, key, now)) ?? refuseKey()}\n`);
      });
      say(text(`Xong: ${wanted.agency.code}.`, `Done: ${wanted.agency.code}.`));
    } finally {
      await owner.close();
    }
  });
  return 0;
}

type Wanted = {
  readonly agency: Agency;
  readonly until: PlainDate | null;
  readonly key: string | null;
  readonly connects: boolean;
  readonly endKeys: boolean;
};

function read(args: readonly string[]): Wanted {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [code = ""] = positionals;
    const fields = (values.fields ?? claimFields.join()).split(",");
    const until = values.until === undefined ? null : parseIsoDate(values.until);
    const connects = values.name !== undefined;
    const fits =
      positionals.length === 1 &&
      /^[\w.-]{1,35}$/.test(code) &&
      (!connects || /^\d{2}$/.test(values.province ?? "")) &&
      fields.every((field) => claimFields.some((known) => known === field)) &&
      (values.until === undefined || until !== null) &&
      (connects || values.key !== undefined || values["end-keys"] === true);
    if (fits)
      return {
        agency: {
          code,
          name: values.name ?? "",
          provinceCode: values.province ?? "",
          organisationCode: values.organisation ?? null,
          fields: claimFields.filter((field) => fields.includes(field)),
        },
        until,
        key: values.key ?? null,
        connects,
        endKeys: values["end-keys"] === true,
      };
  } catch {
    // An option we do not know: the same answer as a missing one.
  }
  throw new Trouble(
    text(
      "Cần: motcua agency MÃ --name TÊN --province MÃ_TỈNH [--organisation MÃ_SỐ] [--fields name,birthDate,sex] [--until NGÀY] [--key TỆP.pem] [--end-keys]",
      "Needed: motcua agency CODE --name NAME --province CODE [--organisation CODE] [--fields name,birthDate,sex] [--until DAY] [--key FILE.pem] [--end-keys]",
    ),
  );
}

async function readKey(path: string): Promise<KeyObject> {
  try {
    return createPublicKey(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Trouble(text(`Không đọc được khóa công khai ${path}`, `Cannot read the public key ${path}`), cause);
  }
}

function refuseKey(): never {
  throw new Trouble(
    text(
      "Chỉ nhận khóa Ed25519, ECDSA P-256/P-384 hoặc RSA.",
      "Only Ed25519, ECDSA P-256/P-384 or RSA keys are taken.",
    ),
  );
}
