import { text } from "../../kernel/text.ts";
import type { Ward } from "../../modules/access/index.ts";

/** On what ground one person acts for another, as people say it. */
export const GROUND_NAMES = {
  parent: text("con chưa thành niên", "minor child"),
  guardian: text("người được giám hộ", "ward"),
  "legal-representative": text("người được đại diện theo pháp luật", "represented by law"),
  authorised: text("người uỷ quyền", "who gave authority"),
} as const satisfies Record<Ward["ground"], { vi: string; en: string }>;
