import { Hono } from "hono";
import type { Field } from "../../engine/definition/index.ts";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { isPersonNumber } from "../../kernel/person-number.ts";
import { boundsOfPartialDate, dayOfInstant, parsePartialDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { tidy } from "../../kernel/vietnamese.ts";
import type { Envelope, Present } from "../../modules/reception/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { type Officer, postedByOfficer } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, ErrorSummary, FieldControl, Form, Input } from "../ui/index.ts";
import { atDesk, deskOfficerOf } from "./guard.ts";
import { deskPage, STALE } from "./page.tsx";
import { showPerson } from "./person.tsx";
import { envelopeIn } from "./scan-page.tsx";

/** Somebody the register does not know, as a foreigner, or whose card cannot be read: typed in from their document. */
export function enteredPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/nguoi-khac", async (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    return show(c, officer, await envelopeIn(deps, officer, c.req.query("bi") ?? ""), { nationality: "VNM" }, {});
  });

  app.post("/nguoi-khac", async (c) => {
    const signedIn = deskOfficerOf(c);
    if (signedIn instanceof Response) return signedIn;
    const posted = await postedByOfficer(deps, c, href(c, "/desk/nguoi-khac"));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const envelope = await envelopeIn(deps, officer, boxText(raw, "envelope"));
    if (stale) return show(c, officer, envelope, raw, { name: STALE });
    const read = readEntered(deps, raw);
    if ("errors" in read) return show(c, officer, envelope, raw, read.errors);
    const met = await deps.reception.meet(atDesk(officer), read.present);
    return showPerson(deps, c, officer, { ...met, scan: null, envelope });
  });

  const show = (
    c: Ctx,
    officer: Officer,
    envelope: Envelope | null,
    raw: Raw,
    errors: Readonly<Record<string, Text>>,
  ) => {
    const lang = c.get("lang");
    const failed = Object.keys(errors).length > 0;
    const box = (name: string) => ({
      name,
      lang,
      value: boxText(raw, name),
      ...(errors[name] ? { error: errors[name] } : {}),
    });
    const control = { raw, errors, lang, context: contextOf(deps) };
    return deskPage(
      deps,
      c,
      officer,
      { title: TITLE, hasErrors: failed, status: failed ? 422 : 200 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Dùng cho người nước ngoài, hoặc khi thẻ không quét được. Ghi đúng như trên giấy tờ người đó xuất trình.",
              en: "For foreigners, or where a card cannot be read. Write what the document shown says.",
            }[lang]
          }
        </p>
        <Form csrf={csrfBox(officer)} action={href(c, "/desk/nguoi-khac")}>
          {envelope && <input type="hidden" name="envelope" value={envelope.id} />}
          <Input
            {...box("name")}
            label={text("Họ, chữ đệm và tên", "Full name")}
            spellcheck={false}
            autocomplete="off"
          />
          <Input
            {...box("number")}
            label={text("Số định danh hoặc số hộ chiếu", "Personal or passport number")}
            width={20}
            autocomplete="off"
          />
          <Input
            {...box("birth")}
            label={text("Ngày sinh", "Date of birth")}
            hint={text("Ví dụ: 05/02/1990, hoặc chỉ năm 1956", "For example 05/02/1990, or only the year 1956")}
            width={10}
            autocomplete="off"
          />
          <FieldControl {...control} field={SEX_FIELD} />
          <FieldControl {...control} field={NATIONALITY_FIELD} />
          <Button label={text("Tiếp tục", "Continue")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}

const TITLE = text("Nhập người nộp hồ sơ", "Enter the person");
const SEX_FIELD: Field = {
  kind: "choice",
  key: "sex",
  label: text("Giới tính", "Sex"),
  options: [
    { value: "M", label: text("Nam", "Male") },
    { value: "F", label: text("Nữ", "Female") },
  ],
};
const NATIONALITY_FIELD: Field = { kind: "country", key: "nationality", label: text("Quốc tịch", "Nationality") };

const contextOf = (deps: WebDeps) => ({
  provinces: [],
  communesOf: () => [],
  countries: deps.countries().map(({ code, name }) => ({ code, name })),
});

const NAME = /^[\p{L}\p{M}][\p{L}\p{M} '’.-]{0,99}$/u;

function readEntered(
  deps: WebDeps,
  raw: Raw,
): { readonly present: Present } | { readonly errors: Readonly<Record<string, Text>> } {
  const errors: Record<string, Text> = {};
  const name = tidy(boxText(raw, "name"));
  const written = boxText(raw, "number").replace(/[\s.]/g, "").toUpperCase();
  const number = isPersonNumber(written) ? written : null;
  const birthDate = parsePartialDate(boxText(raw, "birth"));
  const sex = boxText(raw, "sex");
  const nationality = boxText(raw, "nationality").split(" - ")[0]?.trim().toUpperCase() ?? "";
  if (!NAME.test(name)) errors["name"] = text("Vui lòng ghi họ tên bằng chữ.", "Write the name in letters.");
  if (number === null && !/^[A-Z0-9]{5,20}$/.test(written))
    errors["number"] = text(
      "Số định danh gồm 12 chữ số; số hộ chiếu gồm 5 đến 20 chữ và số.",
      "A personal number has 12 digits; a passport number 5 to 20 letters and digits.",
    );
  if (!birthDate || boundsOfPartialDate(birthDate).earliest > dayOfInstant(deps.clock.now()))
    errors["birth"] = text(
      "Vui lòng ghi ngày sinh đã qua, dd/mm/yyyy hoặc năm.",
      "Write a past date dd/mm/yyyy, or the year.",
    );
  if (sex !== "M" && sex !== "F") errors["sex"] = text("Vui lòng chọn giới tính.", "Choose the sex.");
  if (!deps.countries().some(({ code }) => code === nationality))
    errors["nationality"] = text("Vui lòng chọn quốc tịch.", "Choose the nationality.");
  if (Object.keys(errors).length > 0 || !birthDate || (sex !== "M" && sex !== "F")) return { errors };
  return {
    present: { source: "entered", number, document: number ? null : written, name, birthDate, sex, nationality },
  };
}
