import { X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { createRevocationServices, createTimestampAuthority } from "../gateways/certification/index.ts";
import { createRemoteSigning, type RemoteSigning } from "../gateways/remote-signing/index.ts";
import { createToken } from "../gateways/token/index.ts";
import { text } from "../kernel/text.ts";
import {
  type Authority,
  createSignatureChecks,
  demoAuthority,
  type FetchProof,
  fileSigner,
  keyedAuthority,
  type OpenSigner,
  type Preservation,
  remoteFailed,
  remoteSigner,
  type SignatureChecks,
  tokenFailed,
  tokenSigner,
} from "../modules/documents/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { demoSigningClient, remoteSigningAddress, SECRETS } from "./partners.ts";
import { type Place, placeOfSeal, readSigners } from "./signers.ts";

export type Signing = {
  readonly authority: Authority;
  readonly preservation: Preservation;
  readonly signatures: SignatureChecks;
};

type Parts = { readonly settings: Settings; readonly clock: Clock; readonly secrets: Pick<Secrets, "get"> };

/** Who signs papers, how long their signatures can be checked, and whose signatures on uploads are believed. */
export async function openSigning(parts: Parts): Promise<Signing> {
  const { settings, clock } = parts;
  const { signing } = settings;
  const authority = await authorityOf(parts);
  const fetchProof = fetchProofOf(clock);
  return {
    authority,
    preservation: {
      level: signing.level,
      timestamps: signing.timestamp ? timestampsOf(signing.timestamp) : null,
      fetchProof,
      now: () => clock.now(),
    },
    signatures: createSignatureChecks({
      anchors: [
        ...(signing.anchors ? await readAnchors(signing.anchors) : []),
        ...(settings.demo ? (await authority.trustedRoots()).map((one) => new X509Certificate(one)) : []),
      ],
      now: () => clock.now(),
      fetchProof: signing.revocation === "online" ? fetchProof : null,
    }),
  };
}

const timestampsOf = ({ url, user, password }: NonNullable<Settings["signing"]["timestamp"]>) =>
  createTimestampAuthority({ url, account: user === null ? null : { user, password: password ?? "" } });

function fetchProofOf(clock: Clock): FetchProof {
  const services = createRevocationServices({ now: () => clock.now() });
  return {
    async ocsp(url, certificate, issuer) {
      const asked = await services.ocsp(url, certificate, issuer);
      return asked.ok ? asked.value : null;
    },
    async crl(url) {
      const asked = await services.crl(url);
      return asked.ok ? asked.value : null;
    },
  };
}

/** The office's own certificates; in a trial without any an authority made here, whose every name says so. */
async function authorityOf(parts: Parts): Promise<Authority> {
  const { settings, clock } = parts;
  const { seal, people } = settings.signing;
  if (seal) {
    const ways = waysOf(parts);
    const own = people ? await readSigners(people) : new Map<string, Place>();
    const opened = new Map<string, OpenSigner>();
    for (const [name, place] of own) opened.set(name, await openerOf(ways, place));
    return keyedAuthority(await openerOf(ways, placeOfSeal(settings, seal)), opened, () => clock.now());
  }
  if (settings.demo) return demoAuthority({ folder: join(settings.dataDir, "demo-authority"), clock });
  throw new Trouble(
    text(
      "Chưa có chứng thư ký số của cơ quan. Hãy đặt SIGNING_KIND, hoặc SIGNING_P12 và SIGNING_P12_PASSWORD.",
      "The office has no signing certificate yet. Set SIGNING_KIND, or SIGNING_P12 and SIGNING_P12_PASSWORD.",
    ),
  );
}

/** The token and the service, each opened once, however many keys lie there. */
type Ways = { token(): ReturnType<typeof createToken>; remote(): RemoteSigning };

function waysOf({ settings, clock, secrets }: Parts): Ways {
  const { pkcs11, remote } = settings.signing;
  let token: ReturnType<typeof createToken> | null = null;
  let service: RemoteSigning | null = null;
  return {
    token() {
      if (!pkcs11) throw needed("PKCS11_MODULE");
      token ??= createToken({ module: pkcs11.module, program: besideThis("token-worker") });
      return token;
    },
    remote() {
      if (!remote && !settings.demo) throw needed("CSC_URL");
      service ??= createRemoteSigning({
        url: remote?.url ?? `${remoteSigningAddress(settings)}/csc/v2`,
        clientId: remote?.clientId ?? demoSigningClient,
        clientSecret: remote?.clientSecret ?? secrets.get(SECRETS.remoteSigning),
        now: () => clock.now(),
      });
      return service;
    },
  };
}

const besideThis = (name: string): string => join(import.meta.dirname, `${name}${extname(import.meta.filename)}`);
const needed = (name: string): Trouble =>
  new Trouble(text(`Ký số cần cấu hình ${name}.`, `Signing needs the setting ${name}.`));

/** Files are read now, so that a wrong password stops the start; a token or a service may be away for a while. */
async function openerOf(ways: Ways, place: Place): Promise<OpenSigner> {
  if ("path" in place) {
    const signer = await fileSigner(place);
    return async () => signer;
  }
  if ("label" in place) {
    const token = ways.token();
    return async () => {
      try {
        return tokenSigner(await token.open(place));
      } catch (cause) {
        throw tokenFailed(cause);
      }
    };
  }
  const service = ways.remote();
  return async () => {
    const opened = await service.open(place);
    if (!opened.ok) throw remoteFailed(opened.failure);
    return remoteSigner(opened.value);
  };
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Every certificate in the folder's `.pem`, `.crt` and `.cer` files. @throws Trouble */
async function readAnchors(folder: string): Promise<readonly X509Certificate[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.(pem|crt|cer)$/i.test(name)).sort();
    const found: X509Certificate[] = [];
    for (const name of names) {
      const bytes = await readFile(join(folder, name));
      const pems = bytes.toString("latin1").match(PEM);
      found.push(...(pems ?? [bytes]).map((one) => new X509Certificate(one)));
    }
    return found;
  } catch (cause) {
    throw new Trouble(
      text(
        `Không đọc được thư mục TRUST_ANCHORS: ${folder}. Mỗi tệp .pem, .crt, .cer phải là chứng thư.`,
        `Cannot read the TRUST_ANCHORS folder: ${folder}. Each .pem, .crt, .cer file must hold certificates.`,
      ),
      cause,
    );
  }
}
