import type { LegalSource, SourceKind } from "./index.ts";

const kindWords: Readonly<Record<SourceKind, string>> = {
  law: "Luật",
  resolution: "Nghị quyết",
  decree: "Nghị định",
  decision: "Quyết định",
  circular: "Thông tư",
  notice: "Văn bản",
};
/** `Nghị định 118/2025/NĐ-CP`, as a paper cites it. */
export const sourceName = (source: LegalSource): string =>
  `${source.title.startsWith("Bộ luật") ? "Bộ luật" : kindWords[source.kind]} ${source.number}`;
