import { createHash, createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import { type Issuer, makeCertificate, type Subject } from "./certificates.ts";
import { type KeyAndChain, makePkcs12, openPkcs12, signerFrom } from "./pkcs12.ts";
import type { Signer } from "./signer.ts";
import { SigningTrouble } from "./trouble.ts";

/** Whose signature is wanted: a person in a post, or the seal of an agency. */
export type SigningParty =
  | { readonly role: "person"; readonly name: string; readonly title: string; readonly unit: string }
  | { readonly role: "seal"; readonly unit: string };

/** Knows who can sign. A party without a certificate of its own is null: then nobody signs in its name. */
export type Authority = {
  findSigner(party: SigningParty): Promise<Signer | null>;
  /** The certificates, DER, that whoever checks our papers has to trust; empty for a public authority. */
  trustedRoots(): Promise<readonly Uint8Array[]>;
};

/** Opens a signer, wherever its key lies. @throws SigningTrouble when it cannot be reached */
export type OpenSigner = () => Promise<Signer>;

/**
 * Signers by setting: the agency's seal, and persons by their full names, each from its own place. Opened at first use and
 * kept; one that could not be opened is tried again the next time. The seal never signs for a person.
 */
export function keyedAuthority(
  seal: OpenSigner,
  people: ReadonlyMap<string, OpenSigner>,
  now: () => Instant,
): Authority {
  const kept = new Map<OpenSigner, Promise<Signer>>();
  const signerOf = async (open: OpenSigner): Promise<Signer> => {
    const opening = kept.get(open) ?? open();
    kept.set(open, opening);
    opening.catch(() => kept.delete(open));
    const signer = await opening;
    // A signature by a certificate that has ended proves nothing: better none.
    const own = new X509Certificate(signer.certificateChain[0] ?? new Uint8Array());
    if (Date.parse(own.validTo) < now()) throw new SigningTrouble({ kind: "certificate-ended", name: signer.label });
    return signer;
  };
  return {
    findSigner: async (party) => {
      const open = party.role === "seal" ? seal : people.get(party.name);
      return open ? signerOf(open) : null;
    },
    trustedRoots: async () => [],
  };
}

/** Whose certificates a file holds and how long they count, its own first. @throws when the file does not open. */
export async function certificatesOf(
  setting: Pkcs12Setting,
): Promise<readonly { readonly label: string; readonly from: Instant; readonly until: Instant }[]> {
  const { chain } = await openPkcs12(await readFile(setting.path), setting.password);
  return chain.map((der) => {
    const { subject, validFrom, validTo } = new X509Certificate(der);
    return {
      label: /^CN=(.+)$/m.exec(subject)?.[1] ?? subject,
      from: Date.parse(validFrom),
      until: Date.parse(validTo),
    };
  });
}

/** A signer from a PKCS#12 file, read at once. @throws when the file does not open */
export async function fileSigner(setting: Pkcs12Setting): Promise<Signer> {
  return signerFrom(await openPkcs12(await readFile(setting.path), setting.password));
}
export type Pkcs12Setting = { readonly path: string; readonly password: string };

const ROOT_DAYS = 7300;
const ISSUING_DAYS = 3650;
const SIGNING_DAYS = 1095;
/** Signers kept open at a time; the least lately used goes first. */
const OPEN_SIGNERS_MOST = 500;
const MARK = "thử nghiệm, không có giá trị pháp lý";

/**
 * An authority for trying the system out: made at first use under `folder` (mode 0700, files 0600), with a root, an
 * issuing authority and, on demand, a certificate for each agency and signer. Every name says that it proves nothing.
 * Several processes may start at once: a finished folder is moved into place, whoever comes second uses the first's.
 */
export function demoAuthority(options: { folder: string; clock: Clock }): Authority {
  const { folder, clock } = options;
  const open = new Map<string, Promise<Signer>>();
  let issuing: Promise<Issuer> | null = null;

  async function issuer(): Promise<Issuer> {
    const root = asIssuer(
      await kept(join(folder, "root"), () =>
        makeCertificate({
          subject: demo("Gốc chứng thực"),
          purpose: { authoritiesBelow: 1 },
          now: clock.now(),
          days: ROOT_DAYS,
        }),
      ),
    );
    return asIssuer(
      await kept(join(folder, "issuing"), () =>
        makeCertificate({
          subject: demo("Cấp chứng thư"),
          purpose: { authoritiesBelow: 0 },
          now: clock.now(),
          days: ISSUING_DAYS,
          issuer: root,
        }),
      ),
    );
  }

  async function signerOf(party: SigningParty): Promise<Signer> {
    issuing ??= issuer();
    const by = await issuing;
    const name = createHash("sha256")
      .update(JSON.stringify(subjectOf(party)))
      .update(party.role)
      .digest("hex")
      .slice(0, 32);
    const place = join(folder, "signers", `${name}-${await yearsSince(by, clock)}`);
    const content = await kept(place, () =>
      makeCertificate({
        subject: subjectOf(party),
        purpose: "signing",
        now: clock.now(),
        days: SIGNING_DAYS,
        issuer: by,
      }),
    );
    return signerFrom(content);
  }

  return {
    async findSigner(party) {
      const key = JSON.stringify([party.role, subjectOf(party), new Date(clock.now()).getUTCFullYear()]);
      const signer = open.get(key) ?? signerOf(party);
      open.delete(key);
      open.set(key, signer);
      signer.catch(() => open.delete(key));
      for (const oldest of open.keys()) {
        if (open.size <= OPEN_SIGNERS_MOST) break;
        open.delete(oldest);
      }
      return signer;
    },
    async trustedRoots() {
      issuing ??= issuer();
      return (await issuing).content.chain.slice(-1);
    },
  };
}

/** A key with a certificate that proves nothing, for a stand-in that holds keys itself. RSA. */
export function demoKey(name: string, now: Instant): KeyAndChain {
  const root = makeCertificate({
    subject: demo("Gốc chứng thực"),
    purpose: { authoritiesBelow: 0 },
    now,
    days: ISSUING_DAYS,
  });
  const issuer = asIssuer(root);
  return makeCertificate({ subject: demo(name), purpose: "signing", now, days: SIGNING_DAYS, issuer, key: "rsa" });
}

const asIssuer = (content: KeyAndChain): Issuer => ({
  content,
  key: createPrivateKey({ key: Buffer.from(content.key), format: "der", type: "pkcs8" }),
});

const demo = (role: string): Subject => ({ commonName: `${role} (${MARK})` });
const subjectOf = (party: SigningParty): Subject =>
  party.role === "seal" ? { commonName: party.unit } : { commonName: party.name, title: party.title, unit: party.unit };

/** Signers get a new certificate each year of the authority's life, long before the old one ends. */
async function yearsSince(by: Issuer, clock: Clock): Promise<number> {
  const since = Date.parse(new X509Certificate(by.content.chain[0] ?? new Uint8Array()).validFrom);
  return Math.max(0, Math.floor((clock.now() - since) / (365 * 86_400_000)));
}

/** Reads what was made before, or makes it and keeps it: `signing.p12` and its random `password` in one folder. */
async function kept(place: string, make: () => KeyAndChain): Promise<KeyAndChain> {
  const found = await readKept(place);
  if (found) return found;
  const parent = join(place, "..");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const draft = await mkdtemp(join(parent, ".making-"));
  try {
    const password = randomBytes(32).toString("base64url");
    await writeFile(join(draft, "signing.p12"), await makePkcs12(make(), password), { mode: 0o600 });
    await writeFile(join(draft, "password"), password, { mode: 0o600 });
    await rename(draft, place);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    // Another process was first: its folder is not empty, so ours did not replace it.
    if (!isCode(cause, "ENOTEMPTY") && !isCode(cause, "EEXIST")) throw cause;
  }
  const made = await readKept(place);
  if (!made) throw new Error(`the authority lost ${place}`);
  return made;
}

async function readKept(place: string): Promise<KeyAndChain | null> {
  try {
    const [file, password] = await Promise.all([
      readFile(join(place, "signing.p12")),
      readFile(join(place, "password"), "utf8"),
    ]);
    return await openPkcs12(file, password);
  } catch (cause) {
    if (isCode(cause, "ENOENT")) return null;
    throw cause;
  }
}

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && "code" in cause && cause.code === code;
