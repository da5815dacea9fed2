import qrcode from "qrcode";

/**
 * The square code of a paper as an SVG drawing, error correction M (ISO/IEC 18004; Circular 01/2023/TT-VPCP: top left,
 * at least the dossier's code, the procedure's code, the applicant's identifier and the paper's name).
 * Fields stand in that order between bars; a field longer than its room is cut, the code must stay scannable.
 */
export const qrDrawing = (paper: QrContent): string => codeDrawing(qrText(paper), "M");

/** A square code of any text as an SVG drawing. */
export function codeDrawing(text: string, correction: "L" | "M"): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: correction });
  const size = modules.size;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!modules.get(y, x)) continue;
      let run = 1;
      while (x + run < size && modules.get(y, x + run)) run++;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run - 1;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

export type QrContent = { dossierCode: string; procedureCode: string; identifier: string; paperName: string };

/** What the square code says: `dossier code|procedure code|identifier|paper name`. */
export const qrText = (paper: QrContent): string =>
  [cut(paper.dossierCode, 40), cut(paper.procedureCode, 20), cut(paper.identifier, 40), cut(paper.paperName, 120)].join(
    "|",
  );

const cut = (value: string, most: number): string => [...value.replaceAll("|", "/")].slice(0, most).join("");
