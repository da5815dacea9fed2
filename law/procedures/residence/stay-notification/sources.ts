import { cite } from "../../cite.ts";

/** What each edition of the stay notification rests on. */

const residenceLaw = [
  cite("68/2020/QH14", "Điều 2.6", "reported", "lưu trú là ở lại dưới 30 ngày tại nơi không phải thường trú, tạm trú"),
  cite("68/2020/QH14", "Điều 30", "read"),
];
const foreignersLaw = cite("47/2014/QH13", "Điều 33", "reported", "được sửa đổi bởi Luật 23/2023/QH15 từ 15/8/2023");

export const basisUntilJune2026 = [
  ...residenceLaw,
  cite("55/2021/TT-BCA", "Điều 15", "read", "được sửa đổi bởi 66/2023/TT-BCA và 53/2025/TT-BCA"),
  foreignersLaw,
  cite("53/2016/TT-BCA", "toàn văn", "recalled"),
];

const residenceLawSinceJuly2026 = [
  cite("68/2020/QH14", "Điều 30", "read", "được thay bởi Điều 4.9 Luật 118/2025/QH15 từ 01/7/2026; đọc ở một bản chép"),
  cite("118/2025/QH15", "Điều 4.9", "read", "đọc ở một bản chép, có nguồn thứ hai về việc sửa đổi"),
  cite("116/2026/TT-BCA", "Điều 14", "read"),
  foreignersLaw,
];
export const basisJuly2026 = [...residenceLawSinceJuly2026, cite("53/2016/TT-BCA", "toàn văn", "recalled")];
export const basisSince24July2026 = [
  ...residenceLawSinceJuly2026,
  cite("87/2026/TT-BCA", "toàn văn", "reported", "khai báo điện tử cho người nước ngoài ngay khi khách đến"),
];

/** Until when a stay must be told: 23:00, or 08:00 of the next day. */
export const hoursUntilJune2026 = [cite("68/2020/QH14", "Điều 30.4", "read")];
export const hoursSinceJuly2026 = [
  cite("68/2020/QH14", "Điều 30.3", "read", "được thay bởi Điều 4.9 Luật 118/2025/QH15"),
];

export const communePolice = [
  cite("68/2020/QH14", "Điều 30", "read", "thông báo với cơ quan đăng ký cư trú (Công an cấp xã)"),
];
