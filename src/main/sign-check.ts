import { X509Certificate } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { dayOfInstant, showDate } from "../kernel/plain-date.ts";
import { type Text, text } from "../kernel/text.ts";
import { type Signer, SigningTrouble, signProbe } from "../modules/documents/index.ts";
import { systemClock } from "../platform/clock.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { MEANINGS, revocationWords, signedBy } from "../web/signature-words.ts";
import { openSigning } from "./signing.ts";

const DAY_MS = 86_400_000;
/** A certificate this near its end is worth a warning: a new one takes weeks. */
const SOON_DAYS = 60;

/**
 * `motcua sign-check [NAME] [--keep FILE.pdf]`: signs a probe with the seal, or with the key of the signer of that name,
 * and says what our own checker finds. Code 0 only for a valid signature.
 */
export async function signCheckNow(args: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { keep: { type: "string" } },
    allowPositionals: true,
  });
  const name = positionals.join(" ").normalize("NFC");
  const signing = await openSigning({ settings, clock: systemClock, secrets: openSecrets(settings.dataDir) });
  try {
    const party = name
      ? { role: "person" as const, name, title: "", unit: "" }
      : { role: "seal" as const, unit: "Con dấu" };
    const signer = await signing.authority.findSigner(party);
    if (!signer) throw new Trouble(text(`Không có chứng thư của “${name}”.`, `There is no certificate of “${name}”.`));
    const started = performance.now();
    const bytes = await signProbe(signer, signing.preservation, systemClock.now());
    const ms = Math.round(performance.now() - started);
    if (values.keep) await writeFile(values.keep, bytes);
    for (const line of aboutSigner(signer, systemClock.now())) print(line);
    print(
      text(
        `Đã ký mức ${settings.signing.level} trong ${ms} ms.`,
        `Signed at level ${settings.signing.level} in ${ms} ms.`,
      ),
    );
    const report = await signing.signatures.check(bytes);
    const { label, sentence } = MEANINGS[report.verdict];
    print(text(`${label.vi}. ${sentence.vi}`, `${label.en}. ${sentence.en}`));
    for (const one of report.signatures)
      for (const line of [signedBy(one), revocationWords(one)]) if (line) print(line);
    return report.verdict === "valid" ? 0 : 1;
  } catch (cause) {
    if (cause instanceof SigningTrouble)
      throw new Trouble(text(`${cause.said.vi} (${cause.message})`, `${cause.said.en} (${cause.message})`), cause);
    throw cause;
  }
}

function aboutSigner(signer: Signer, now: number): readonly Text[] {
  const own = new X509Certificate(signer.certificateChain[0] ?? new Uint8Array());
  const until = Date.parse(own.validTo);
  const days = Math.floor((until - now) / DAY_MS);
  const last = showDate(dayOfInstant(until));
  const lines = [
    text(
      `Chứng thư: ${signer.label}, ${signer.algorithm}, đến ${last} (còn ${days} ngày).`,
      `Certificate: ${signer.label}, ${signer.algorithm}, until ${last} (${days} days left).`,
    ),
  ];
  if (days < SOON_DAYS) lines.push(text("Chứng thư sắp hết hạn, cần thay.", "The certificate ends soon: replace it."));
  return lines;
}

const print = ({ vi, en }: Text): void => void process.stdout.write(`${vi}\n    ${en}\n`);
