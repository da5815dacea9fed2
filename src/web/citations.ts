import { findSource, sourceName } from "../../law/index.ts";
import type { Citation } from "../engine/definition/index.ts";
import { type Language, type Text, text } from "../kernel/text.ts";

/** Articles with the texts they stand in; what was not compared with its text is marked. */
export const cited = (citations: readonly Citation[], lang: Language): string =>
  citations
    .map(({ source, article, evidence }) => {
      const known = findSource(source);
      const place = `${articleWords(article)[lang]} ${known ? sourceName(known) : source}`;
      return evidence === "recalled" ? `${place} (${TO_COMPARE[lang]})` : place;
    })
    .join("; ");
const TO_COMPARE = text("cần đối chiếu văn bản", "to be compared with the text");

/** `17(2)(a)` as a Vietnamese reader says it; what is written otherwise stays. */
function articleWords(article: string): Text {
  const [, number, clause, point] = /^(\d+)(?:\((\d+)\))?(?:\(([a-zđ])\))?$/.exec(article) ?? [];
  if (number === undefined) return text(article, article);
  const parts = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${number}`].filter(Boolean).join(" ");
  return text(parts, `art. ${article}`);
}
