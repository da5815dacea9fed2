import { sign, X509Certificate } from "node:crypto";
import { certificatesIn } from "../../src/modules/documents/check/chain.ts";
import type { CheckDeps } from "../../src/modules/documents/check/check.ts";
import { BASELINE_B, type Preservation, preserve, stamperOf } from "../../src/modules/documents/preservation.ts";
import { renderToSign } from "../../src/modules/documents/render.ts";
import { samples } from "../../src/modules/documents/samples.test-support.ts";
import { signPdf } from "../../src/modules/documents/sign.ts";
import type { Signer } from "../../src/modules/documents/signer.ts";
import { type TestCertificate, testCertificate } from "./test-certificates.ts";

/** Papers signed by certificates made for a test, as of now. */

export function signerOf(made: TestCertificate, issuers: readonly TestCertificate[]): Signer {
  const isRsa = made.privateKey.asymmetricKeyType === "rsa";
  return {
    label: /CN=([^\n]*)/.exec(new X509Certificate(made.certificate).subject)?.[1] ?? "",
    algorithm: isRsa ? "rsa-sha256" : "ecdsa-sha256",
    certificateChain: [made, ...issuers].map(({ certificate }) => certificate),
    sign: async (bytes) => sign("sha256", bytes, made.privateKey),
  };
}

/** A paper with a person's signature and a place for the seal, filled where `seal` is given. */
export async function signedPaper(
  person: Signer,
  seal: Signer | null,
  preservation: Preservation = BASELINE_B,
  at = Date.now(),
): Promise<Buffer> {
  const signatures = samples.refusal.signatures.map(({ at: _at, ...mark }, index) =>
    index === 0 || seal ? { ...mark, at } : mark,
  );
  const { pdf, boxes } = renderToSign("refusal", { ...samples.refusal, signatures });
  const places = [person, seal].flatMap((signer, index) => {
    const box = boxes[index];
    if (!box) throw new Error("no place for a signature");
    return [
      {
        box,
        description: `Chữ ký số của ${signer?.label ?? "cơ quan"}`,
        signature: signer ? { signer, at, reason: "thử" } : null,
      },
    ];
  });
  return Buffer.from(await preserve(await signPdf(pdf, places, stamperOf(preservation)), preservation));
}

/** A root, a person and a seal under it. */
export function family(addresses: { readonly ocsp?: string; readonly crl?: string } = {}, root?: TestCertificate) {
  const top = root ?? testCertificate({ name: "Gốc thử nghiệm", authority: true });
  const personal = testCertificate({ name: "Trần Văn Bình", issuer: top, ...addresses });
  const agency = testCertificate({ name: "Công an phường Buôn Ma Thuột", issuer: top, kind: "rsa", ...addresses });
  return { root: top, personal, agency, person: signerOf(personal, [top]), seal: signerOf(agency, [top]) };
}

export const trusting = (...roots: readonly TestCertificate[]): CheckDeps => ({
  anchors: certificatesIn(roots.map(({ certificate }) => certificate)),
  now: () => Date.now(),
  fetchProof: null,
});
