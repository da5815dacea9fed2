import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Security businesses, weapons and fire safety, and the closed rule sets of the epidemic years. */
export const licenceSources: readonly LegalSource[] = [
  entry(
    "decree",
    "96/2016/NĐ-CP",
    "Điều kiện về an ninh, trật tự đối với một số ngành, nghề đầu tư kinh doanh có điều kiện",
    "2016-07-01",
    null,
    "read",
    { amendedBy: ["56/2023/NĐ-CP", "58/2026/NĐ-CP"] },
  ),
  entry("law", "61/2020/QH14", "Luật Đầu tư", "2021-01-01", null, "recalled", {
    note: "Điều 6.1.h: cấm kinh doanh dịch vụ đòi nợ.",
  }),
  entry(
    "law",
    "42/2024/QH15",
    "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "2025-01-01",
    null,
    "read",
    {
      amendedBy: ["118/2025/QH15"],
      note: "Điều 17, 32 và khoản 1 Điều 49 có hiệu lực từ 01/7/2025.",
    },
  ),
  entry("decree", "149/2024/NĐ-CP", "Quy định chi tiết Luật 42/2024/QH15", "2025-01-01", null, "read"),
  entry("circular", "75/2024/TT-BCA", "Quy định chi tiết Luật 42/2024/QH15", "2025-01-01", null, "read", {
    note: "Thông tư 02/2026/TT-BCA sửa đổi từ 11/01/2026, chưa đọc.",
  }),
  entry("decree", "137/2020/NĐ-CP", "Quản lý, sử dụng pháo", "2021-01-11", null, "read", {
    amendedBy: ["56/2023/NĐ-CP", "58/2026/NĐ-CP"],
  }),
  entry(
    "resolution",
    "66.18/2026/NQ-CP",
    "Cắt giảm, đơn giản hóa thủ tục hành chính, điều kiện kinh doanh",
    "2026-07-01",
    "2027-02-28",
    "read",
    { note: "Văn bản ban hành sau về cùng nội dung chấm dứt sớm (khoản 4 Điều 7)." },
  ),
  entry(
    "decree",
    "105/2025/NĐ-CP",
    "Quy định chi tiết Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "2025-07-01",
    null,
    "read",
    {
      amendedBy: ["347/2026/NĐ-CP"],
    },
  ),
  entry(
    "circular",
    "218/2016/TT-BTC",
    "Phí thẩm định điều kiện về an ninh; phí sát hạch nghiệp vụ bảo vệ; lệ phí quản lý pháo, vũ khí, vật liệu nổ, công cụ hỗ trợ",
    "2017-01-01",
    null,
    "read",
    { amendedBy: ["23/2019/TT-BTC"] },
  ),
  entry("circular", "23/2019/TT-BTC", "Sửa đổi Thông tư 218/2016/TT-BTC", "2019-06-04", null, "recalled", {
    note: "Mức thu lấy theo bảng dự thảo 11/2018; ngày hiệu lực theo trí nhớ.",
  }),
  entry(
    "resolution",
    "68/NQ-CP",
    "Chính sách hỗ trợ người lao động và người sử dụng lao động gặp khó khăn do đại dịch COVID-19",
    "2021-07-01",
    null,
    "read",
    {
      issued: "2021-07-01",
      amendedBy: ["126/NQ-CP"],
    },
  ),
  entry("resolution", "126/NQ-CP", "Sửa đổi, bổ sung Nghị quyết 68/NQ-CP", "2021-10-08", null, "recalled", {
    issued: "2021-10-08",
  }),
  entry("decision", "23/2021/QĐ-TTg", "Thực hiện các chính sách của Nghị quyết 68/NQ-CP", "2021-07-07", null, "read", {
    issued: "2021-07-07",
    amendedBy: ["33/2021/QĐ-TTg"],
  }),
  entry("decision", "33/2021/QĐ-TTg", "Sửa đổi, bổ sung Quyết định 23/2021/QĐ-TTg", "2021-11-06", null, "recalled", {
    issued: "2021-11-06",
  }),
  entry(
    "decision",
    "5772/QĐ-BYT",
    "Quy trình cấp chứng nhận tiêm chủng vắc xin phòng COVID-19",
    "2021-12-20",
    null,
    "read",
    {
      issued: "2021-12-20",
    },
  ),
  entry(
    "notice",
    "C06/2021-10",
    "Công bố tiện ích tích hợp trên thẻ căn cước công dân gắn chíp",
    "2021-10-02",
    null,
    "read",
    {
      note: "Thông báo của Cục C06 ngày 02 và 03/10/2021; không có số văn bản.",
    },
  ),
  entry(
    "notice",
    "SYT-HCM/2021-09-08",
    "Dự thảo về thẻ xanh, thẻ vàng COVID của Sở Y tế Thành phố Hồ Chí Minh",
    "2021-09-08",
    null,
    "reported",
    {
      note: "Dự thảo, biết qua báo chí.",
    },
  ),
  entry(
    "notice",
    "HCM/2021-09-20",
    "Điều kiện thẻ xanh COVID tại Thành phố Hồ Chí Minh",
    "2021-09-20",
    null,
    "reported",
    {
      note: "Biết qua báo chí.",
    },
  ),
  entry("notice", "5753/BYT-MT", "Xét nghiệm SARS-CoV-2 đối với lái xe, phụ xe", "2021-07-19", null, "recalled", {
    issued: "2021-07-19",
  }),
  entry("notice", "RFC 9285", "The Base45 Data Encoding", "2022-08-01", null, "read", {
    note: "Tiêu chuẩn kỹ thuật của IETF, ban hành tháng 8/2022; không phải văn bản pháp luật.",
  }),
  entry("notice", "eHN HCERT 1.0", "Electronic Health Certificate Specification", "2021-04-01", null, "recalled", {
    note: "Đặc tả kỹ thuật của mạng eHealth châu Âu; ngày theo trí nhớ; không phải văn bản pháp luật.",
  }),
];
