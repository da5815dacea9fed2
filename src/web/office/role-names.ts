import { type Text, text } from "../../kernel/text.ts";

/** The work of a post, as officers name it; a role this edition does not know shows its code. */
export const ROLE_NAMES: Readonly<Record<string, Text>> = {
  deskOfficer: text("Tiếp nhận, trả kết quả", "Reception and return"),
  caseOfficer: text("Thụ lý hồ sơ", "Case work"),
  unitLead: text("Phân công, quyết định", "Assigning and deciding"),
  signer: text("Ký kết quả", "Signing"),
  clerk: text("Văn thư: vào số, đóng dấu, phát hành", "Registry: numbering, seal, issue"),
  deskHead: text("Đứng đầu Bộ phận Một cửa", "Head of the one-stop desk"),
  lawEditor: text("Soạn quy định", "Proposing figures of the law"),
  operator: text("Vận hành hệ thống", "Running the services"),
  lawApprover: text("Phê duyệt quy định", "Approving figures of the law"),
  overseer: text("Theo dõi số liệu đơn vị trực thuộc", "Overseeing the figures of subordinate units"),
  cashier: text("Thu ngân", "Cashier"),
  treasurer: text("Kế toán", "Treasurer"),
};
