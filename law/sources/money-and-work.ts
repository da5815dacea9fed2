import type { LegalSource } from "./index.ts";
import { entry } from "./text.ts";

/** Fees, periods of time, holidays. */
export const moneyAndWorkSources: readonly LegalSource[] = [
  entry("circular", "75/2022/TT-BTC", "Mức thu, chế độ thu, nộp lệ phí đăng ký cư trú", "2023-02-05", null, "reported"),
  entry("law", "97/2015/QH13", "Luật Phí và lệ phí", "2017-01-01", null, "recalled"),
  entry("law", "91/2015/QH13", "Bộ luật Dân sự", "2017-01-01", null, "read"),
  entry("law", "45/2019/QH14", "Bộ luật Lao động", "2021-01-01", null, "read", { note: "Điều 111.3 theo trí nhớ." }),
  entry(
    "resolution",
    "28/2026/QH16",
    "Ngày Văn hóa Việt Nam 24/11 là ngày nghỉ hưởng nguyên lương",
    "2026-07-01",
    null,
    "reported",
  ),
  entry(
    "notice",
    "12729/VPCP-KGVX",
    "Thông báo hoán đổi ngày làm việc dịp Tết Dương lịch 2026",
    "2025-12-25",
    null,
    "reported",
    { issued: "2025-12-25" },
  ),
];
