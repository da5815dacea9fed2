import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { dayOfInstant, parseVietnameseDate, showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { EnvelopeFault } from "../../modules/reception/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { type Officer, postedByOfficer } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Table } from "../ui/index.ts";
import { atDesk, deskOfficerOf } from "./guard.ts";
import { deskPage, ENVELOPES, STALE } from "./page.tsx";

/** The post: an envelope is written down when it comes, and that day is the day its dossiers are filed. */
export function envelopePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/buu-chinh", async (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    return show(c, officer, { "received-on": showDate(dayOfInstant(deps.clock.now())) }, {});
  });

  app.post("/buu-chinh", async (c) => {
    const signedIn = deskOfficerOf(c);
    if (signedIn instanceof Response) return signedIn;
    const posted = await postedByOfficer(deps, c, href(c, ENVELOPES));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { "tracking-number": STALE });
    const made = await deps.reception.registerEnvelope(atDesk(officer), {
      trackingNumber: boxText(raw, "tracking-number"),
      sender: boxText(raw, "sender"),
      receivedOn: parseVietnameseDate(boxText(raw, "received-on")),
    });
    if (!made.ok) {
      const field = made.failure === "known" ? "tracking-number" : made.failure;
      return show(c, officer, raw, { [field]: FAULTS[made.failure] });
    }
    return c.redirect(`${href(c, "/desk")}?bi=${made.value.id}`, 303);
  });

  const show = async (c: Ctx, officer: Officer, raw: Raw, errors: Readonly<Record<string, Text>>) => {
    const lang = c.get("lang");
    const failed = Object.keys(errors).length > 0;
    const box = (name: string) => ({
      name,
      lang,
      value: boxText(raw, name),
      autocomplete: "off",
      ...(errors[name] ? { error: errors[name] } : {}),
    });
    const envelopes = await deps.reception.envelopes(atDesk(officer));
    return deskPage(
      deps,
      c,
      officer,
      { title: TITLE, hasErrors: failed, status: failed ? 422 : 200 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Form csrf={csrfBox(officer)} action={href(c, ENVELOPES)}>
          <Input
            {...box("tracking-number")}
            label={text("Số hiệu bưu gửi", "Tracking number")}
            width={20}
            spellcheck={false}
          />
          <Input {...box("sender")} label={text("Người gửi", "Sender")} />
          <Input
            {...box("received-on")}
            label={text("Ngày nhận", "Day received")}
            hint={text(
              "Ngày bưu chính giao tới đơn vị; đó là ngày nộp hồ sơ.",
              "The day the post brought it: the day of filing.",
            )}
            width={10}
          />
          <Button label={text("Ghi nhận và lập hồ sơ", "Register and take in")} lang={lang} />
        </Form>
        <Table
          caption={text("Bưu gửi gần đây", "Latest envelopes")}
          lang={lang}
          empty={text("Chưa có bưu gửi nào.", "No envelope yet.")}
          columns={[
            { key: "tracking", label: text("Số hiệu", "Tracking number") },
            { key: "sender", label: text("Người gửi", "Sender") },
            { key: "day", label: text("Ngày nhận", "Received") },
            { key: "codes", label: text("Hồ sơ", "Dossiers") },
          ]}
          rows={envelopes.map((envelope) => ({
            cells: {
              tracking: (
                <a class="govuk-link" href={`${href(c, "/desk")}?bi=${envelope.id}`}>
                  {envelope.trackingNumber}
                </a>
              ),
              sender: envelope.sender,
              day: showDate(envelope.receivedOn),
              codes:
                envelope.codes.length === 0
                  ? { vi: "Chưa lập", en: "None yet" }[lang]
                  : envelope.codes.map((code) => (
                      <a class="govuk-link" href={href(c, `/desk/xong/${code}`)}>
                        {code}{" "}
                      </a>
                    )),
            },
          }))}
        />
      </>,
    );
  };

  return app;
}

const TITLE = text("Hồ sơ nhận qua bưu chính", "Dossiers by post");
const FAULTS: { readonly [K in EnvelopeFault]: Text } = {
  "tracking-number": text(
    "Số hiệu gồm 4 đến 40 chữ cái, chữ số, ví dụ: EA123456789VN.",
    "4 to 40 letters and digits, such as EA123456789VN.",
  ),
  sender: text("Vui lòng ghi người gửi, nhiều nhất 200 chữ.", "Write the sender, at most 200 characters."),
  "received-on": text(
    "Ngày nhận viết dd/mm/yyyy, không sau hôm nay và không quá 30 ngày trước.",
    "Write the day dd/mm/yyyy; not after today, at most 30 days back.",
  ),
  known: text(
    "Bưu gửi mang số hiệu này đã được ghi nhận; chọn nó trong danh sách bên dưới.",
    "An envelope of this number is registered already; choose it in the list below.",
  ),
};
