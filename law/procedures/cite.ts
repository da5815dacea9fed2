import type { Citation, Evidence } from "../../src/engine/definition/index.ts";

/** A place in a legal text by the official number of the text, e.g. `cite("68/2020/QH14", "Điều 30", "read")`. */
export const cite = (source: string, article: string, evidence: Evidence, note?: string): Citation =>
  note === undefined ? { source, article, evidence } : { source, article, evidence, note };
