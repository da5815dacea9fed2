import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Tariffs of fees, registration tax, and the texts their procedures and limits rest on. */
export const feeSources: readonly LegalSource[] = [
  entry("circular", "59/2019/TT-BTC", "Mức thu lệ phí cấp căn cước công dân", "2019-10-16", "2024-12-05", "recalled", {
    replacedBy: "73/2024/TT-BTC",
  }),
  entry("circular", "73/2024/TT-BTC", "Mức thu lệ phí cấp thẻ căn cước", "2024-12-06", null, "reported", {
    issued: "2024-10-21",
    note: "Ngày hiệu lực theo trí nhớ.",
  }),
  ...(
    [
      ["112/2020/TT-BTC", "2021-01-01", "2021-06-30", "recalled"],
      ["47/2021/TT-BTC", "2021-07-01", "2021-12-31", "recalled"],
      ["120/2021/TT-BTC", "2022-01-01", "2022-06-30", "recalled"],
      ["44/2023/TT-BTC", "2023-07-01", "2023-12-31", "recalled"],
      ["43/2024/TT-BTC", "2024-07-01", "2024-12-31", "reported"],
      ["64/2025/TT-BTC", "2025-07-01", "2026-12-31", "reported"],
    ] as const
  ).map(([number, from, until, evidence]) =>
    entry("circular", number, "Giảm mức thu một số khoản phí, lệ phí trong một thời gian", from, until, evidence),
  ),
  entry(
    "circular",
    "63/2023/TT-BTC",
    "Sửa đổi mức thu phí, lệ phí để khuyến khích sử dụng dịch vụ công trực tuyến",
    "2023-12-01",
    null,
    "reported",
    { note: "Phần giảm khi nộp trực tuyến đến hết 31/12/2025." },
  ),
  entry("circular", "157/2015/TT-BTC", "Mức thu phí, lệ phí xuất nhập cảnh", null, "2021-05-21", "recalled", {
    replacedBy: "25/2021/TT-BTC",
    note: "Ngày hiệu lực chưa xác định.",
  }),
  entry("circular", "25/2021/TT-BTC", "Mức thu phí, lệ phí xuất nhập cảnh", "2021-05-22", "2026-03-31", "reported", {
    replacedBy: "28/2026/TT-BTC",
    amendedBy: ["62/2023/TT-BTC", "63/2023/TT-BTC"],
  }),
  entry("circular", "62/2023/TT-BTC", "Sửa đổi Thông tư 25/2021/TT-BTC", "2023-10-03", "2026-03-31", "reported"),
  entry("circular", "28/2026/TT-BTC", "Mức thu phí, lệ phí xuất nhập cảnh", "2026-04-01", null, "reported", {
    issued: "2026-03-27",
    amendedBy: ["81/2026/TT-BTC"],
    note: "Biểu mức thu chưa đọc; các nguồn nói giữ nguyên mức của Thông tư 25/2021/TT-BTC.",
  }),
  entry("circular", "81/2026/TT-BTC", "Sửa đổi Thông tư 28/2026/TT-BTC", "2026-07-01", null, "reported"),
  entry("circular", "37/2023/TT-BTC", "Mức thu phí sát hạch lái xe, lệ phí cấp bằng", "2023-08-01", null, "reported"),
  entry("circular", "229/2016/TT-BTC", "Mức thu lệ phí đăng ký, cấp biển xe", "2017-01-01", "2023-10-21", "reported", {
    replacedBy: "60/2023/TT-BTC",
  }),
  entry("circular", "60/2023/TT-BTC", "Mức thu lệ phí đăng ký, cấp biển xe", "2023-10-22", "2025-12-31", "reported", {
    replacedBy: "155/2025/TT-BTC",
  }),
  entry("circular", "155/2025/TT-BTC", "Mức thu lệ phí đăng ký, cấp biển xe", "2026-01-01", null, "reported", {
    note: "Nhiều mức chưa xác định: không suy ra.",
  }),
  entry("decree", "140/2016/NĐ-CP", "Lệ phí trước bạ", "2017-01-01", "2022-02-28", "recalled", {
    replacedBy: "10/2022/NĐ-CP",
    amendedBy: ["20/2019/NĐ-CP"],
  }),
  entry("decree", "20/2019/NĐ-CP", "Sửa đổi Nghị định 140/2016/NĐ-CP", "2019-04-10", "2022-02-28", "recalled"),
  entry("decree", "10/2022/NĐ-CP", "Lệ phí trước bạ", "2022-03-01", null, "reported", {
    amendedBy: ["51/2025/NĐ-CP", "175/2025/NĐ-CP", "202/2026/NĐ-CP"],
  }),
  entry("decree", "51/2025/NĐ-CP", "Sửa đổi Nghị định 10/2022/NĐ-CP", "2025-03-01", null, "reported"),
  entry("decree", "175/2025/NĐ-CP", "Sửa đổi Nghị định 10/2022/NĐ-CP", "2025-07-01", null, "reported"),
  entry("decree", "202/2026/NĐ-CP", "Sửa đổi Nghị định 10/2022/NĐ-CP", "2026-06-08", null, "reported", {
    issued: "2026-06-08",
    note: "Ngày hiệu lực chưa kiểm chứng.",
  }),
  ...(
    [
      ["70/2020/NĐ-CP", "2020-06-28", "2020-12-31"],
      ["103/2021/NĐ-CP", "2021-12-01", "2022-05-31"],
      ["41/2023/NĐ-CP", "2023-07-01", "2023-12-31"],
      ["109/2024/NĐ-CP", "2024-09-01", "2024-11-30"],
    ] as const
  ).map(([number, from, until]) =>
    entry("decree", number, "Lệ phí trước bạ của xe sản xuất, lắp ráp trong nước", from, until, "recalled"),
  ),
  entry("law", "49/2019/QH14", "Luật Xuất cảnh, nhập cảnh của công dân Việt Nam", "2020-07-01", null, "reported", {
    amendedBy: ["23/2023/QH15", "118/2025/QH15"],
  }),
  entry("circular", "12/2025/TT-BCA", "Sát hạch, cấp giấy phép lái xe", "2025-03-01", null, "reported"),
  entry("decision", "320/QĐ-BCA", "Công bố thủ tục hành chính lĩnh vực cư trú", "2024-01-16", null, "reported", {
    note: "Ngày áp dụng theo trí nhớ.",
  }),
  entry("decision", "5230/QĐ-BCA-C06", "Công bố thủ tục hành chính lĩnh vực căn cước", "2026-08-18", null, "reported", {
    issued: "2026-08-18",
    note: "Ngày áp dụng lấy theo ngày ban hành.",
  }),
];
