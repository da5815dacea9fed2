import type { Child } from "hono/jsx";
import qrcode from "qrcode";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** Light modules around the code that readers need (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/** The dark modules of a QR code as one path, a unit a module, and the side in modules with its quiet zone. */
export function qrPath(value: string, correction: "L" | "M" | "Q" | "H" = "M"): { path: string; side: number } {
  const { modules } = qrcode.create(value, { errorCorrectionLevel: correction });
  let path = "";
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      let run = 1;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      path += `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h${run}v1h-${run}z`;
      x += run - 1;
    }
  }
  return { path, side: modules.size + QUIET_MODULES * 2 };
}

/** A code for a phone's camera, with words that say the same for those without one. */
export function QrFigure(props: {
  value: string;
  alt: Words;
  caption?: Child;
  lang: Language;
  correction?: "L" | "M" | "Q" | "H" | undefined;
}) {
  const { path, side } = qrPath(props.value, props.correction);
  return (
    <figure class="mc-qr">
      <svg
        class="mc-qr__code"
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={say(props.alt, props.lang)}
        shape-rendering="crispEdges"
      >
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      {props.caption && <figcaption class="mc-qr__caption">{props.caption}</figcaption>}
    </figure>
  );
}
