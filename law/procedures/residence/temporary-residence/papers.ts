import type { Citation, Paper } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";
import { cite } from "../../cite.ts";
import { forMinor } from "./pages.ts";

/** Papers of a dossier. Since 2026 one that a database answers for is not asked. */

const dwelling = (basis: Citation[]): Paper => ({
  key: "lawful-dwelling",
  title: text("Giấy tờ chứng minh chỗ ở hợp pháp (một loại)", "One paper proving the lawful dwelling"),
  hint: text(
    "Ví dụ: giấy chứng nhận quyền sử dụng đất, sở hữu nhà; hợp đồng thuê, mượn, ở nhờ. Ảnh chụp rõ là được.",
    "For example a land or house title; a lease or an agreement to lend or stay. A clear photo will do.",
  ),
  required: true,
  most: 5,
  basis,
});
const knownDwelling = (basis: Citation[]): Paper => ({
  ...dwelling(basis),
  notNeededBecause: text(
    "Cơ sở dữ liệu đất đai, nhà ở đã có thông tin về chỗ ở này, ông/bà không phải nộp giấy tờ.",
    "The land and dwelling databases know this dwelling; you need not send a paper.",
  ),
  replacedBy: "dwelling-register",
});

const form = [cite("116/2026/TT-BCA", "Mẫu CT01, chú thích", "read", "ba cách đồng ý; các mẫu trước ghi tương tự")];
const letters: Paper[] = [
  {
    key: "owner-letter",
    title: text("Giấy đồng ý của chủ sở hữu chỗ ở", "Letter of consent of the owner"),
    hint: text("Không cần công chứng, chứng thực.", "No notary needed."),
    when: { field: "owner-consent", is: "letter" },
    required: true,
    most: 2,
    basis: form,
  },
  {
    key: "head-letter",
    title: text("Giấy đồng ý của chủ hộ", "Letter of consent of the head of household"),
    hint: text("Không cần công chứng, chứng thực.", "No notary needed."),
    when: { field: "head-consent", is: "letter" },
    required: true,
    most: 2,
    basis: form,
  },
];
const guardianship: Paper = {
  key: "guardianship",
  title: text("Giấy tờ chứng minh việc giám hộ", "Proof of guardianship"),
  when: { all: [forMinor, { field: "guardian-role", is: "guardian" }] },
  required: true,
  most: 2,
  basis: [cite("68/2020/QH14", "Điều 28.1", "recalled")],
};
const knownGuardianship: Paper = {
  ...guardianship,
  notNeededBecause: text(
    "Cơ sở dữ liệu dân cư hoặc hộ tịch đã ghi nhận việc giám hộ.",
    "The population or civil-status database knows the guardianship.",
  ),
  replacedBy: "population-register",
};
const mooring: Paper = {
  key: "mooring",
  title: text(
    "Tờ khai xác nhận nơi thường xuyên đậu, đỗ phương tiện",
    "Confirmation of the place where the vehicle is usually moored or parked",
  ),
  when: { field: "dwelling-ground", is: "vehicle" },
  required: true,
  most: 2,
  basis: [cite("154/2024/NĐ-CP", "Mẫu số 01", "reported", "trước 10/01/2025: 62/2021/NĐ-CP")],
};
const exemption: Paper = {
  key: "fee-exemption",
  title: text("Giấy tờ chứng minh diện miễn lệ phí", "Proof of the exemption from the fee"),
  hint: text("Chỉ cần khi cơ sở dữ liệu chưa có thông tin.", "Needed only where no database shows it."),
  when: { field: "fee-exemption", answered: true },
  required: false,
  most: 2,
  basis: [cite("75/2022/TT-BTC", "Điều 4", "recalled")],
};

export const papersUntil2025 = (basis: Citation[]): Paper[] => [
  dwelling(basis),
  ...letters,
  guardianship,
  mooring,
  exemption,
];
export const papersSince2026 = (basis: Citation[]): Paper[] => [
  knownDwelling(basis),
  ...letters,
  knownGuardianship,
  mooring,
  exemption,
];
