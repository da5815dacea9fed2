import type { Field } from "../../engine/definition/index.ts";
import type { Language } from "../../kernel/text.ts";
import { FieldControl } from "./field-control.tsx";
import { Example } from "./gallery-example.tsx";
import { COMMUNES, COUNTRIES, PROVINCES } from "./gallery-forms.tsx";

const label = (vi: string, en: string) => ({ vi, en });
const OPTIONS = [
  { value: "yes", label: label("Có", "Yes") },
  { value: "no", label: label("Không", "No") },
];

/** One field of every kind a definition can have. */
export const FIELDS: readonly Field[] = [
  { kind: "text", key: "text", label: label("Nội dung đề nghị", "Request"), lines: 3 },
  { kind: "person-name", key: "person-name", label: label("Họ, chữ đệm và tên chủ hộ", "Head of household") },
  {
    kind: "person-number",
    key: "person-number",
    label: label("Số định danh cá nhân", "Personal identification number"),
  },
  { kind: "passport-number", key: "passport-number", label: label("Số hộ chiếu", "Passport number"), required: false },
  { kind: "date", key: "date", label: label("Từ ngày", "From") },
  { kind: "partial-date", key: "partial-date", label: label("Ngày, tháng, năm sinh", "Date of birth") },
  { kind: "date-time", key: "date-time", label: label("Thời gian đi (dự kiến)", "Expected departure") },
  {
    kind: "choice",
    key: "choice",
    label: label("Có mang theo con nhỏ?", "Travelling with small children?"),
    options: OPTIONS,
  },
  {
    kind: "choice",
    key: "choice-select",
    label: label("Quan hệ với chủ hộ", "Relation to the head of household"),
    options: OPTIONS,
    show: "select",
  },
  { kind: "choices", key: "choices", label: label("Loại con dấu", "Kinds of seal"), options: OPTIONS },
  { kind: "country", key: "country", label: label("Quốc tịch", "Nationality") },
  { kind: "number", key: "number", label: label("Số người", "Number of people") },
  { kind: "money", key: "money", label: label("Số tiền", "Amount") },
  { kind: "phone", key: "phone", label: label("Số điện thoại", "Phone number"), prefill: "account.phone" },
  { kind: "email", key: "email", label: label("Thư điện tử", "E-mail"), prefill: "account.email" },
  { kind: "address", key: "address", label: label("Nơi thường trú", "Permanent residence") },
  { kind: "person", key: "person", label: label("Người được bảo lãnh", "Sponsored person") },
  {
    kind: "declaration",
    key: "declaration",
    label: label("Tôi cam đoan nội dung trên là đúng", "I declare that the above is true"),
  },
  {
    kind: "group",
    key: "group",
    label: label("Thành viên cùng thay đổi", "Members moving together"),
    item: label("thành viên", "member"),
    fields: [{ kind: "person-name", key: "name", label: label("Họ và tên", "Full name") }],
    least: 0,
    most: 10,
    titleOf: ["name"],
  },
];

/** FieldControl for every kind of field, with names under the prefix `fields.`. */
export const GalleryFields = ({ lang }: { lang: Language }) => (
  <Example name="FieldControl">
    <form action="/gallery" method="post" novalidate>
      {FIELDS.map((field) => (
        <FieldControl
          field={field}
          prefix="fields."
          raw={{
            "fields.date.day": "23",
            "fields.date.month": "11",
            "fields.date.year": "2026",
            "fields.address.province": "01",
            "fields.address.commune": "00070",
            "fields.choice": "yes",
            "fields.choices": ["no"],
            "fields.passport-number": "B1234567",
          }}
          errors={{}}
          lang={lang}
          context={{
            provinces: PROVINCES,
            communesOf: () => COMMUNES,
            countries: COUNTRIES,
            group: () => ({ items: [], addHref: "/gallery?add-member" }),
          }}
        />
      ))}
    </form>
  </Example>
);
