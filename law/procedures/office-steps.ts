import type { Step } from "../../src/engine/definition/index.ts";
import { text } from "../../src/kernel/text.ts";

/**
 * The way of an examined dossier through the office. Deciding, signing, numbering and issuing are four records
 * (Decree 30/2020/NĐ-CP on clerical work; one-stop-shop.md 4).
 */
export const officeSteps: readonly Step[] = [
  { key: "accept", role: "deskOfficer", title: text("Kiểm tra và tiếp nhận hồ sơ", "Check and accept the dossier") },
  { key: "assign", role: "unitLead", title: text("Phân công cán bộ thụ lý", "Assign a case officer") },
  { key: "propose", role: "caseOfficer", title: text("Thẩm tra và đề xuất", "Examine and propose") },
  { key: "decide", role: "signer", title: text("Phê duyệt", "Decide") },
  { key: "sign", role: "signer", title: text("Ký số", "Sign") },
  { key: "number", role: "clerk", title: text("Cấp số văn bản", "Number the document") },
  { key: "issue", role: "clerk", title: text("Phát hành", "Issue") },
  { key: "return", role: "deskOfficer", title: text("Trả kết quả", "Return the result") },
];
