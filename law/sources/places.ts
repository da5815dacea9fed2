import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Provinces, wards, communes and their codes. */
export const placeSources: readonly LegalSource[] = [
  entry("resolution", "202/2025/QH15", "Sắp xếp đơn vị hành chính cấp tỉnh", "2025-06-12", null, "reported", {
    issued: "2025-06-12",
    note: "Đơn vị hành chính mới hoạt động từ 01/07/2025.",
  }),
  entry(
    "decision",
    "19/2025/QĐ-TTg",
    "Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
    "2025-07-01",
    null,
    "reported",
    { issued: "2025-06-30" },
  ),
  entry(
    "resolution",
    "30/2026/QH16",
    "Thành lập thành phố Đồng Nai trực thuộc trung ương",
    "2026-04-30",
    null,
    "reported",
  ),
  entry(
    "resolution",
    "237/NQ-UBTVQH16",
    "Thành lập mười phường thuộc thành phố Đồng Nai",
    "2026-04-30",
    null,
    "reported",
  ),
  entry(
    "decision",
    "124/2004/QĐ-TTg",
    "Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
    null,
    "2025-06-30",
    "reported",
    {
      replacedBy: "19/2025/QĐ-TTg",
      note: "Ngày đầu có hiệu lực chưa tra được.",
    },
  ),
  entry("resolution", "175/2024/QH15", "Thành lập thành phố Huế trực thuộc trung ương", "2025-01-01", null, "reported"),
];
