import type { Edition } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";
import { cite } from "../../cite.ts";

/** Why a registration may be refused (form CT06), each with its article. Article 23 is recalled, not read. */
type Grounds = Edition["refusalGrounds"];
const barred = (note: string) => [
  cite("68/2020/QH14", "Điều 23", "recalled", note),
  cite("68/2020/QH14", "Điều 27.3", "recalled"),
];

const common: Grounds = [
  {
    key: "forbidden-place",
    title: text(
      "Chỗ ở nằm trong khu vực cấm hoặc lấn chiếm hành lang bảo vệ công trình, di tích, khu vực có nguy cơ sạt lở, lũ quét",
      "The dwelling lies in a forbidden zone or in a protected corridor",
    ),
    basis: barred("khoản 1"),
  },
  {
    key: "encroached-land",
    title: text(
      "Chỗ ở nằm toàn bộ trên đất lấn, chiếm trái phép hoặc đất không đủ điều kiện xây dựng",
      "The dwelling stands wholly on encroached land",
    ),
    basis: barred("khoản 2"),
  },
  {
    key: "land-recovered",
    title: text(
      "Chỗ ở đã có quyết định thu hồi đất, bồi thường, hỗ trợ, tái định cư",
      "The land has been recovered by decision",
    ),
    basis: barred("khoản 3"),
  },
  {
    key: "disputed-dwelling",
    title: text(
      "Chỗ ở đang có tranh chấp, khiếu nại về quyền sở hữu, quyền sử dụng chưa được giải quyết",
      "Ownership or use of the dwelling is in dispute",
    ),
    basis: barred("khoản 3"),
  },
  {
    key: "confiscated-or-deregistered",
    title: text(
      "Chỗ ở bị tịch thu, hoặc phương tiện dùng để ở đã bị xóa đăng ký",
      "The dwelling was confiscated, or the vehicle struck off",
    ),
    basis: barred("khoản 4"),
  },
  {
    key: "condemned-dwelling",
    title: text(
      "Chỗ ở đã có quyết định phá dỡ của cơ quan có thẩm quyền",
      "The dwelling is to be demolished by decision",
    ),
    basis: barred("khoản 5"),
  },
  {
    key: "no-lawful-dwelling",
    title: text("Không chứng minh được chỗ ở hợp pháp", "The lawful dwelling is not proven"),
    basis: [cite("68/2020/QH14", "Điều 28.1", "recalled")],
  },
  {
    key: "no-parental-consent",
    title: text(
      "Người chưa thành niên chưa được cha, mẹ hoặc người giám hộ đồng ý",
      "No consent of a parent or guardian for a minor",
    ),
    basis: [cite("68/2020/QH14", "Điều 28.1", "recalled")],
  },
];
const sameCommune = text(
  "Nơi xin tạm trú nằm trong phạm vi xã, phường, đặc khu nơi đã đăng ký thường trú",
  "The place lies in the commune of permanent residence",
);

export const groundsUntilJune2026: Grounds = [
  ...common,
  { key: "same-commune", title: sameCommune, basis: [cite("68/2020/QH14", "Điều 27.1", "recalled")] },
];
export const groundsSinceJuly2026: Grounds = [
  ...common,
  {
    key: "same-commune",
    title: {
      vi: `${sameCommune.vi} (được ghi là nơi ở hiện tại)`,
      en: `${sameCommune.en} (recorded as current dwelling)`,
    },
    basis: [cite("68/2020/QH14", "Điều 27.1", "recalled"), cite("116/2026/TT-BCA", "Điều 6.3, 12.1", "read")],
  },
  {
    key: "false-statement",
    title: text(
      "Khai sai sự thật hoặc giấy tờ bị sửa chữa, làm giả; lệ phí không được hoàn lại",
      "False statement or altered paper; the fee is not returned",
    ),
    basis: [cite("116/2026/TT-BCA", "Điều 3", "read")],
  },
];
