import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Seals, and the laws that say who needs none. */
export const sealSources: readonly LegalSource[] = [
  entry("decree", "99/2016/NĐ-CP", "Quản lý và sử dụng con dấu", "2016-07-01", null, "read", {
    amendedBy: ["56/2023/NĐ-CP", "58/2026/NĐ-CP"],
  }),
  entry(
    "decree",
    "56/2023/NĐ-CP",
    "Sửa đổi, bổ sung các Nghị định 96/2016, 99/2016 và 137/2020/NĐ-CP",
    "2023-08-15",
    null,
    "read",
  ),
  entry("law", "59/2020/QH14", "Luật Doanh nghiệp", "2021-01-01", null, "recalled", {
    note: "Điều 43: doanh nghiệp tự quyết định con dấu của mình.",
  }),
  entry(
    "decision",
    "5625/QĐ-BCA-C06",
    "Công bố thủ tục hành chính lĩnh vực con dấu và ngành, nghề kinh doanh có điều kiện",
    "2023-08-15",
    "2026-03-25",
    "reported",
    { issued: "2023-08-15", replacedBy: "1523/QĐ-BCA-C06", note: "Ngày hết áp dụng suy ra từ quyết định sau." },
  ),
  entry(
    "decision",
    "1523/QĐ-BCA-C06",
    "Công bố thủ tục hành chính lĩnh vực con dấu và ngành, nghề kinh doanh có điều kiện",
    "2026-03-26",
    null,
    "reported",
    { issued: "2026-03-26", note: "Ngày áp dụng lấy theo ngày ban hành." },
  ),
  entry("circular", "62/2026/TT-BCA", "Thông tư về con dấu", null, null, "reported", {
    issued: "2026-05-18",
    note: "Chưa đọc; ngày hiệu lực chưa xác định. Có thể giao thủ tục 1.115231 và 1.115232 cho Công an cấp xã.",
  }),
  entry(
    "notice",
    "4379/C06-P2",
    "Hướng dẫn đăng ký mẫu con dấu của tổ chức kinh tế thành lập theo luật chuyên ngành",
    null,
    null,
    "reported",
    { note: "Năm 2025: công chứng, luật sư, giám định tư pháp, bảo hiểm, chứng khoán. Ngày ban hành chưa xác định." },
  ),
];
