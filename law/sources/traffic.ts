import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Vehicles, road traffic, and the sanctioning of administrative violations. */
export const trafficSources: readonly LegalSource[] = [
  entry("law", "36/2024/QH15", "Luật Trật tự, an toàn giao thông đường bộ", "2025-01-01", null, "read", {
    amendedBy: ["118/2025/QH15"],
  }),
  entry("law", "23/2008/QH12", "Luật Giao thông đường bộ", "2009-07-01", "2024-12-31", "recalled", {
    replacedBy: "36/2024/QH15",
  }),
  entry("law", "15/2012/QH13", "Luật Xử lý vi phạm hành chính", "2013-07-01", null, "read", {
    amendedBy: ["67/2020/QH14", "88/2025/QH15"],
  }),
  entry("law", "67/2020/QH14", "Luật sửa đổi Luật Xử lý vi phạm hành chính", "2022-01-01", null, "read"),
  entry("law", "88/2025/QH15", "Luật sửa đổi Luật Xử lý vi phạm hành chính", "2025-07-01", null, "read"),
  entry(
    "decree",
    "168/2024/NĐ-CP",
    "Xử phạt vi phạm hành chính về trật tự, an toàn giao thông đường bộ; trừ điểm, phục hồi điểm giấy phép lái xe",
    "2025-01-01",
    null,
    "read",
    { amendedBy: ["238/2026/NĐ-CP"], note: "Đọc bản toàn văn, chưa đối chiếu bản Công báo." },
  ),
  entry("decree", "238/2026/NĐ-CP", "Sửa đổi Nghị định 168/2024/NĐ-CP", "2026-08-15", null, "reported", {
    note: "Đọc bản chép lại; số tiền, số điểm đã đối chiếu lần hai.",
  }),
  entry(
    "decree",
    "100/2019/NĐ-CP",
    "Xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ và đường sắt",
    "2020-01-01",
    null,
    "reported",
    {
      amendedBy: ["123/2021/NĐ-CP"],
      note: "Phần trật tự giao thông đường bộ áp dụng cho hành vi kết thúc trước 01/01/2025.",
    },
  ),
  entry("decree", "123/2021/NĐ-CP", "Sửa đổi các nghị định xử phạt về giao thông", "2022-01-01", null, "reported"),
  entry("decree", "118/2021/NĐ-CP", "Chi tiết thi hành Luật Xử lý vi phạm hành chính", "2022-01-01", null, "reported", {
    amendedBy: ["68/2025/NĐ-CP", "190/2025/NĐ-CP"],
  }),
  entry("decree", "68/2025/NĐ-CP", "Sửa đổi Nghị định 118/2021/NĐ-CP", "2025-05-02", null, "recalled"),
  entry("decree", "190/2025/NĐ-CP", "Sửa đổi Nghị định 118/2021/NĐ-CP", "2025-07-01", null, "recalled"),
  entry("decree", "189/2025/NĐ-CP", "Thẩm quyền xử phạt vi phạm hành chính", "2025-07-01", null, "read"),
  entry(
    "circular",
    "73/2024/TT-BCA",
    "Tuần tra, kiểm soát, xử lý vi phạm của Cảnh sát giao thông",
    "2025-01-01",
    null,
    "read",
  ),
  entry("circular", "58/2020/TT-BCA", "Cấp, thu hồi đăng ký, biển số xe", "2020-08-01", "2023-08-14", "recalled", {
    replacedBy: "24/2023/TT-BCA",
  }),
  entry("circular", "24/2023/TT-BCA", "Cấp, thu hồi đăng ký, biển số xe", "2023-08-15", "2024-12-31", "reported", {
    replacedBy: "79/2024/TT-BCA",
  }),
  entry("circular", "79/2024/TT-BCA", "Cấp, thu hồi đăng ký xe, biển số xe", "2025-01-01", null, "read", {
    amendedBy: ["13/2025/TT-BCA", "51/2025/TT-BCA", "37/2026/TT-BCA"],
  }),
  entry("circular", "13/2025/TT-BCA", "Sửa đổi Thông tư 79/2024/TT-BCA", "2025-03-01", null, "reported"),
  entry("circular", "51/2025/TT-BCA", "Sửa đổi Thông tư 79/2024/TT-BCA", "2025-07-01", null, "read"),
  entry("circular", "37/2026/TT-BCA", "Sửa đổi Thông tư 79/2024/TT-BCA", "2026-06-08", null, "read"),
];
