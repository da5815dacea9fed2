import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { text } from "../kernel/text.ts";
import {
  createSigner,
  keyOfSecret,
  readVerifierKey,
  type Signer,
  type VerifierKey,
} from "../modules/transparency/index.ts";
import { openSecrets, type Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";

/** Not among the secrets that serving processes are handed: only the process that runs jobs signs. */
const SECRET = "log_signing_key";

/** Who signs checkpoints here. @throws Trouble when LOG_SIGNING_KEY names no Ed25519 key */
export const logSigner = ({ log }: Settings, secrets: Pick<Secrets, "get">): Signer =>
  createSigner(log.origin, log.signingKey ? readKey(log.signingKey) : keyOfSecret(secrets.get(SECRET)));

/** The keys whose checkpoints count: today's, and the earlier ones the operator names. @throws Trouble */
export function trustedLogKeys(settings: Settings, secrets: Pick<Secrets, "get">): readonly VerifierKey[] {
  const earlier = settings.log.earlierKeys.map((written) => {
    const key = readVerifierKey(written);
    if (key) return key;
    throw new Trouble(text(`LOG_EARLIER_KEYS sai: ${written}`, `No verifier key in LOG_EARLIER_KEYS: ${written}`));
  });
  return [logSigner(settings, secrets).verifier, ...earlier];
}

/** `motcua log-key`: what others need to check checkpoints and receipts. */
export async function printLogKey(settings: Settings): Promise<number> {
  process.stdout.write(`${logSigner(settings, openSecrets(settings.dataDir)).verifier.text}\n`);
  return 0;
}

function readKey(path: string): KeyObject {
  const wrong = text(
    `LOG_SIGNING_KEY không phải tệp khóa Ed25519 (PEM, PKCS#8): ${path}`,
    `LOG_SIGNING_KEY is no Ed25519 key file (PEM, PKCS#8): ${path}`,
  );
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (cause) {
    throw new Trouble(wrong, cause);
  }
  throw new Trouble(wrong);
}
