import type { StandInAccount } from "../../gateways/identity/index.ts";
import { dateOf, type PartialDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Organisation, Person } from "../../modules/population/index.ts";
import { demoOfficers } from "./officers.ts";
import { anhDuong, bao, duyen, ha, hoa, lantern, linh, minh, minhTam, songHuong, tam, tung } from "./people.ts";

/** One password for all demonstration accounts, printed at the start. They exist at the stand-in for the sign-in only. */
export const demoPassword = "motcua-2026";

const wholeDate = (birth: PartialDate): PlainDate | null =>
  birth.month === undefined || birth.day === undefined ? null : dateOf(birth.year, birth.month, birth.day);

const citizen = (subject: string, person: Person, label: Text, assurance = 2): StandInAccount => ({
  subject,
  realm: "citizen",
  password: demoPassword,
  kind: "citizen",
  name: person.name,
  personNumber: person.number,
  birthDate: wholeDate(person.birth),
  assurance,
  label,
});

const organisation = (subject: string, body: Organisation, person: Person, label: Text): StandInAccount => ({
  ...citizen(subject, person, label),
  kind: "organisation",
  organisation: { code: body.code, name: body.name },
});

/** Whoever can sign in at the stand-in: citizens, organisations, officers. `subject` never changes. */
export const demoAccounts: readonly StandInAccount[] = [
  citizen("cong-dan-hoa", hoa, {
    vi: "71 tuổi, Hà Nội, nhà có khách ở lại",
    en: "71 years old, Hanoi, has guests staying",
  }),
  citizen("cong-dan-minh", minh, {
    vi: "34 tuổi, quê Nghệ An, thuê nhà ở phường Sài Gòn, cần đăng ký tạm trú",
    en: "34, from Nghe An, rents in Sai Gon Ward, needs temporary residence",
  }),
  citizen("cong-dan-ha", ha, {
    vi: "28 tuổi, quê Hải Phòng, có căn hộ ở phường Sài Gòn",
    en: "28, from Hai Phong, owns a flat in Sai Gon Ward",
  }),
  citizen("cong-dan-bao", bao, {
    vi: "56 tuổi, cho thuê nhà ở phường Sài Gòn",
    en: "56, lets rooms in Sai Gon Ward",
  }),
  organisation("to-chuc-song-huong", songHuong, duyen, {
    vi: "Khách sạn ở Huế: thông báo lưu trú cho nhiều khách",
    en: "A hotel in Hue: notifies the stay of many guests",
  }),
  organisation("to-chuc-lantern", lantern, linh, {
    vi: "Khách sạn ở Hội An, nhiều khách nước ngoài, dùng tiếng Anh",
    en: "A hotel in Hoi An with many foreign guests; try the English pages",
  }),
  organisation("to-chuc-minh-tam", minhTam, tam, {
    vi: "Văn phòng công chứng: được đăng ký mẫu con dấu",
    en: "A notary office: may register a seal",
  }),
  organisation("to-chuc-anh-duong", anhDuong, tung, {
    vi: "Công ty theo Luật Doanh nghiệp: tự quyết định con dấu, không đăng ký",
    en: "A company under the Law on Enterprises: registers no seal",
  }),
  ...demoOfficers.map(
    ({ subject, person, label }): StandInAccount => ({
      ...citizen(subject, person, label),
      realm: "officer",
      kind: "officer",
    }),
  ),
];
