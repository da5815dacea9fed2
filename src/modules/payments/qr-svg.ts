import { create } from "qrcode";

const MARGIN = 4;

/**
 * Any text as a QR, drawn as one path of inline SVG: no script, no file, no inline style, so the page's policy stays
 * strict. Black on white whatever the page's colours, with the four free modules around it that readers need.
 * @param title what the picture is for, read aloud by screen readers
 */
export function qrSvg(text: string, title: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const side = size + MARGIN * 2;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue;
      const from = column;
      while (column + 1 < size && data[row * size + column + 1]) column++;
      path += `M${from + MARGIN} ${row + MARGIN}h${column - from + 1}v1H${from + MARGIN}z`;
    }
  }
  const named = escaped(title);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${named}" shape-rendering="crispEdges">` +
    `<title>${named}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
