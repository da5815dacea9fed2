import type { Instant } from "../../kernel/plain-date.ts";
import { type Preservation, preserve, stamperOf } from "./preservation.ts";
import { renderToSign } from "./render.ts";
import { signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";

/**
 * A paper that says of itself that it proves nothing, signed for real: to see whether key, time stamps and proofs work
 * as they are set.
 * @throws SigningTrouble
 */
export async function signProbe(signer: Signer, preservation: Preservation, at: Instant): Promise<Uint8Array> {
  const unit = signer.label;
  const { pdf, boxes } = renderToSign("result-notice", {
    office: { superior: "", name: unit, place: "" },
    dossier: { code: "000.000.00-000000-000000", procedureCode: "-", procedureTitle: "Ký thử" },
    applicant: { name: "-", identifier: "-", address: "-", phone: "", email: "" },
    issuedAt: at,
    title: "Bản ký thử, không có giá trị",
    number: "0",
    signatures: [{ role: "seal", name: unit, title: "", unit, at }],
    lookupUrl: "",
    helpPhone: "",
    about: "Về việc kiểm tra cấu hình ký số",
    outcome: "granted",
    facts: [],
    paragraphs: ["Bản này được tạo để kiểm tra chữ ký số và không có giá trị pháp lý."],
    basis: [],
    copiesTo: [],
  });
  const [box] = boxes;
  if (!box) throw new Error("the probe has no place for a signature");
  const place = { box, description: `Chữ ký số của ${unit}`, signature: { signer, at, reason: "Ký thử" } };
  return preserve(await signPdf(pdf, [place], stamperOf(preservation)), preservation);
}
