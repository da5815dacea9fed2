import { describe, expect, test } from "vitest";
import type { FieldKind } from "../../engine/definition/index.ts";
import { FieldControl } from "./field-control.tsx";
import { FIELDS } from "./gallery-fields.tsx";
import { COMMUNES, COUNTRIES, PROVINCES } from "./gallery-forms.tsx";

const context = {
  provinces: PROVINCES,
  communesOf: (province: string) => (province === "01" ? COMMUNES : []),
  countries: COUNTRIES,
};
const field = (key: string) => {
  const found = FIELDS.find((f) => f.key === key);
  if (!found) throw new Error(key);
  return found;
};
const html = (key: string, raw = {}, errors = {}) =>
  String(<FieldControl field={field(key)} prefix="guests.0." raw={raw} errors={errors} lang="vi" context={context} />);
const names = (page: string) => [...page.matchAll(/ name="([^"]+)"/g)].map((found) => found[1]);

/** The names a server reads back, by kind; a new kind fails the build here until it is said. */
const PARTS: Readonly<Record<Exclude<FieldKind, "group">, readonly string[]>> = {
  text: [""],
  "person-name": [""],
  "person-number": [""],
  "passport-number": [""],
  date: [".day", ".month", ".year"],
  "partial-date": [".day", ".month", ".year"],
  "date-time": [".day", ".month", ".year", ".time"],
  choice: [""],
  choices: [""],
  country: [""],
  number: [""],
  money: [""],
  phone: [""],
  email: [""],
  address: [".province", ".commune", ".line"],
  person: [".number", ".name", ".birth", ".sex"],
  declaration: [""],
};

describe("FieldControl", () => {
  for (const [kind, parts] of Object.entries(PARTS)) {
    test(`asks a ${kind} under the agreed names`, () => {
      const asked = new Set(names(html(kind)).filter((name) => name !== "_province"));
      expect(asked).toEqual(new Set(parts.map((part) => `guests.0.${kind}${part}`)));
    });
  }

  test("gives back what was typed, right or wrong", () => {
    expect(html("date", { "guests.0.date.day": "31", "guests.0.date.month": "2x" })).toContain('value="2x"');
    expect(html("choices", { "guests.0.choices": ["no"] })).toMatch(/value="no" checked/);
    expect(html("declaration", { "guests.0.declaration": "true" })).toContain("checked");
  });

  test("says what is wrong beside the control and to screen readers", () => {
    const page = html("person-name", {}, { "guests.0.person-name": { vi: "Nhập họ tên", en: "Enter the name" } });
    expect(page).toContain("Nhập họ tên");
    expect(page).toContain('aria-describedby="guests-0-person-name-error"');
    expect(page).toContain('aria-invalid="true"');
  });

  test("marks only the wrong part of a date", () => {
    const page = html("date", {}, { "guests.0.date.month": { vi: "Sai tháng", en: "Wrong month" } });
    expect(page.match(/aria-invalid/g)).toHaveLength(1);
    expect(page).toContain("Sai tháng");
  });

  test("offers the communes of the chosen province and forgets one of another", () => {
    const page = html("address", { "guests.0.address.province": "01", "guests.0.address.commune": "99999" });
    expect(page).toContain("Phường Ba Đình");
    expect(page).not.toContain("99999");
    expect(html("address")).not.toContain("Phường Ba Đình");
  });

  test("escapes what people type", () => {
    expect(html("person-name", { "guests.0.person-name": '"><script>' })).toContain("&quot;&gt;&lt;script&gt;");
  });

  test("shows a prefilled person without asking for it", () => {
    const page = String(
      <FieldControl
        field={field("person")}
        raw={{ "person.name": "Lê Văn Tám", "person.sex": "M" }}
        errors={{}}
        lang="vi"
        context={context}
        prefilled={{ wrongHref: "/wrong" }}
      />,
    );
    expect(page).toContain("Cơ sở dữ liệu quốc gia về dân cư");
    expect(page).toContain("<dd>Nam</dd>");
    expect(page).not.toContain('type="text"');
  });
});
