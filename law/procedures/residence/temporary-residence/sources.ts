import type { Citation } from "../../../../src/engine/definition/index.ts";
import { cite } from "../../cite.ts";

/** What each edition of temporary residence rests on: the same law, other decrees, circulars and forms. */

const law = [cite("68/2020/QH14", "Điều 27", "recalled"), cite("68/2020/QH14", "Điều 28", "read")];
const dwellingUntil9January2025 = cite("62/2021/NĐ-CP", "Điều 5", "recalled", "giấy tờ chứng minh chỗ ở hợp pháp");
const dwellingSince10January2025 = cite(
  "154/2024/NĐ-CP",
  "Điều 5",
  "reported",
  "giấy tờ chứng minh chỗ ở hợp pháp; hiệu lực 10/01/2025 ghi theo trí nhớ",
);
const feeTariff = cite("75/2022/TT-BTC", "Điều 5", "read", "mức thu đã đọc, số điều ghi theo trí nhớ");
const dataInsteadOfPapers = cite(
  "66.7/2025/NQ-CP",
  "toàn văn",
  "reported",
  "dữ liệu thay giấy tờ, 01/01/2026 đến 28/02/2027",
);

export const basis2021 = [
  ...law,
  dwellingUntil9January2025,
  cite("55/2021/TT-BCA", "toàn văn", "recalled"),
  cite("56/2021/TT-BCA", "Mẫu CT01", "read"),
];
export const basisFebruary2023 = [...basis2021, feeTariff];
export const basis2024 = [...law, dwellingUntil9January2025, cite("66/2023/TT-BCA", "Mẫu CT01", "read"), feeTariff];
export const basisJanuary2025 = [
  ...law,
  dwellingSince10January2025,
  cite("66/2023/TT-BCA", "Mẫu CT01", "read"),
  feeTariff,
];
export const basisJuly2025 = [
  ...law,
  dwellingSince10January2025,
  cite("53/2025/TT-BCA", "Mẫu CT01", "reported"),
  feeTariff,
];
export const basis2026 = [...basisJuly2025, dataInsteadOfPapers];
export const basisJuly2026 = [
  ...law,
  dwellingSince10January2025,
  cite("116/2026/TT-BCA", "Mẫu CT01; Điều 3, 6, 12", "read"),
  feeTariff,
  dataInsteadOfPapers,
];
export const basisAugust2026 = [
  ...basisJuly2026,
  cite("309/2026/NĐ-CP", "Điều 1, 2, 8", "read", "ki-ốt thông minh; thời điểm bắt đầu tính thời hạn; đọc ở bản chép"),
];

export const threeDays: Citation[] = [cite("68/2020/QH14", "Điều 28.2", "read")];
export const communePolice: Citation[] = [
  cite("68/2020/QH14", "Điều 28", "read", "cơ quan đăng ký cư trú là Công an cấp xã nơi dự kiến tạm trú"),
];

export const dwellingPapers = {
  until9January2025: [cite("68/2020/QH14", "Điều 28.1", "recalled"), dwellingUntil9January2025],
  since10January2025: [cite("68/2020/QH14", "Điều 28.1", "recalled"), dwellingSince10January2025],
  sinceJuly2026: [
    cite("68/2020/QH14", "Điều 28.1", "recalled"),
    dwellingSince10January2025,
    cite("116/2026/TT-BCA", "Điều 3", "read", "không yêu cầu giấy tờ đã có trong cơ sở dữ liệu"),
  ],
};
