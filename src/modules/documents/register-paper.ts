import { z } from "zod";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { putWhole } from "../../platform/files.ts";
import { compile } from "./compiler.ts";
import type { IssueDeps } from "./issue.ts";
import { officialDate, type SignatureMark, signatureShape } from "./papers.ts";
import { openPdf } from "./pdf-file.ts";
import { BASELINE_B, preserve, stamperOf } from "./preservation.ts";
import { printable } from "./printable.ts";
import { alsoUniversallyAccessible, type Rendered } from "./render.ts";
import { recordFile } from "./rows.ts";
import { signPdf } from "./sign.ts";

/** The register of dossiers on paper: a table over many sheets, sealed by the agency at its end. */

const Line = z.string().max(20_000).transform(printable);
/** So many dossiers one print holds, half a second of a core; a longer period is printed in parts. */
export const REGISTER_ROWS_MOST = 500;

export const registerShape = z.strictObject({
  office: z.strictObject({ superior: Line.optional(), name: Line }),
  form: z.strictObject({ number: Line, circular: Line }).optional(),
  title: Line,
  /** `Từ ngày … đến ngày …`. */
  period: Line,
  columns: z.array(Line).length(13),
  rows: z.array(z.array(Line).length(13)).max(REGISTER_ROWS_MOST),
  officer: z.strictObject({ name: Line }),
  issuedAt: z.number().int(),
  signatures: z.array(signatureShape).max(1),
});
export type RegisterPaper = Omit<z.input<typeof registerShape>, "signatures" | "issuedAt">;

/** Renders it with the place of the seal. @throws when the data do not fit: they come from our own modules */
export function renderRegister(data: z.input<typeof registerShape>, standard: "a-2a" | "ua-1" = "a-2a"): Rendered {
  const paper = registerShape.parse(data);
  const printed = {
    ...paper,
    issuedOn: officialDate(dayOfInstant(paper.issuedAt)),
    file: { title: `${paper.title}, ${paper.period}`.slice(0, 300), author: paper.office.name.slice(0, 300) },
  };
  const { pdf, boxes } = compile("register", printed, Math.floor(paper.issuedAt / 1000), standard);
  return { pdf: standard === "a-2a" ? alsoUniversallyAccessible(openPdf(pdf)) : openPdf(pdf), boxes };
}

/**
 * Renders, seals and keeps a print of the register. Each call is a print of its own moment; what was kept is what is
 * given out again.
 * @throws SigningTrouble when the seal cannot be had; Error when the agency has none
 */
export async function sealRegister(
  deps: IssueDeps,
  tx: Tx,
  data: RegisterPaper,
): Promise<{ readonly sha256: string; readonly signedBy: string }> {
  const at = deps.clock.now();
  const unit = data.office.name;
  const signer = await deps.authority.findSigner({ role: "seal", unit });
  if (!signer) throw new Error("nobody can sign: no certificate is set up");
  const mark: SignatureMark = { role: "seal", name: unit, title: "", unit, at };
  const { pdf, boxes } = renderRegister({ ...data, issuedAt: at, signatures: [mark] });
  const places = boxes.map((box) => ({
    box,
    description: `Chữ ký số của ${unit}`,
    signature: { signer, at, reason: data.title },
  }));
  const preservation = deps.preservation ?? BASELINE_B;
  const bytes = await preserve(await signPdf(pdf, places, stamperOf(preservation)), preservation);
  const file = await putWhole(deps.files, bytes);
  await recordFile(tx, { ...file, mediaType: "application/pdf" });
  return { sha256: file.sha256, signedBy: signer.label };
}
