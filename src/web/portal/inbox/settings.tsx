import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Session } from "../../../modules/access/index.ts";
import { type Channel, CONSENT, type ConfirmFailure, type ContactFailure } from "../../../modules/messages/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { Button, Checkboxes, ErrorSummary, Form, Input, Notice, Tag } from "../../ui/index.ts";
import { STALE } from "../draft/page.tsx";
import { postedBy, visitorOf } from "../guard.ts";
import { csrfBox, portalPage, recipientsOf } from "../page.tsx";
import { INBOX, INBOX_TITLE } from "./list.tsx";

const SETTINGS = `${INBOX}/cai-dat`;
const TITLE = text("Cách nhận tin", "How to be told");
type Errors = Readonly<Record<string, Text>>;
type Contact = Awaited<ReturnType<WebDeps["messages"]["contacts"]["of"]>>[number];

const CHANNELS: { readonly [C in Channel]: { readonly title: Text; readonly label: Text; readonly what: Text } } = {
  email: {
    title: text("Thư điện tử", "E-mail"),
    label: text("Địa chỉ thư điện tử", "E-mail address"),
    what: text(
      "Thư chỉ báo mã hồ sơ có tin mới và đường dẫn đến cổng.",
      "An e-mail says only which dossier has news, with a link to this portal.",
    ),
  },
  sms: {
    title: text("Tin nhắn", "Text messages"),
    label: text("Số điện thoại", "Telephone number"),
    what: text(
      "Tin nhắn chỉ gồm mã hồ sơ. Cán bộ có thể gọi số này khi hồ sơ cần ông/bà trả lời mà chưa liên hệ được.",
      "A text holds only the dossier's code. An officer may ring this number when your answer is needed and nothing else reached you.",
    ),
  },
  letter: {
    title: text("Thư giấy", "Letters"),
    label: text("Địa chỉ nhận thư", "Postal address"),
    what: text(
      "Chỉ gửi khi hồ sơ cần ông/bà trả lời mà các cách khác không đến được. Nếu không khai, cơ quan dùng nơi thường trú.",
      "Sent only when your answer is needed and nothing else reached you. Without one the office writes to your registered residence.",
    ),
  },
};
const isChannel = (value: string): value is Channel => Object.hasOwn(CHANNELS, value);

/** Ways to be told: given with consent, confirmed, taken back. Nothing is ticked beforehand. */
export function settingsPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { contacts } = deps.messages;

  app.get("/hop-thu/cai-dat", async (c) => {
    const session = visitorOf(c);
    return session instanceof Response ? session : show(c, session, {}, {}, 200);
  });

  app.post("/hop-thu/cai-dat/:channel", async (c) => {
    const posted = await postedBy(deps, c, href(c, SETTINGS));
    if (posted instanceof Response) return posted;
    const { session, raw, stale } = posted;
    const channel = c.req.param("channel");
    const [recipient] = recipientsOf(session);
    if (!isChannel(channel) || !recipient) throw notFound();
    if (stale) return show(c, session, raw, { [channel]: STALE }, 403);
    const by = { account: session.account, name: session.name };
    if (boxText(raw, "stop")) {
      await contacts.withdraw(recipient, channel, by);
      return c.redirect(href(c, `${SETTINGS}?xong=thoi`), 303);
    }
    if (boxText(raw, "code") || boxText(raw, "_code")) {
      const done = await contacts.confirm(recipient, "sms", boxText(raw, "code"), by);
      if (done.ok) return c.redirect(href(c, `${SETTINGS}?xong=xac-nhan`), 303);
      return show(c, session, raw, { code: CONFIRM_FAULTS[done.failure] }, 422);
    }
    const consents = [raw[`${channel}.consent`] ?? []].flat().includes("yes");
    const done = await contacts.give(recipient, channel, boxText(raw, channel), consents, by);
    if (done.ok) return c.redirect(href(c, `${SETTINGS}?xong=${done.value === "sent" ? channel : "xac-nhan"}`), 303);
    const box = done.failure === "no-consent" ? `${channel}.consent` : channel;
    return show(
      c,
      session,
      raw,
      { [box]: GIVE_FAULTS[done.failure](channel) },
      done.failure === "too-often" ? 429 : 422,
    );
  });

  // A link is opened by scanners of mail too: only the button confirms.
  app.get("/hop-thu/cai-dat/xac-nhan/:secret", (c) => {
    const session = visitorOf(c);
    return session instanceof Response ? session : confirmPage(c, session, null);
  });
  app.post("/hop-thu/cai-dat/xac-nhan/:secret", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const { session, stale } = posted;
    const [recipient] = recipientsOf(session);
    if (stale || !recipient) return confirmPage(c, session, STALE);
    const by = { account: session.account, name: session.name };
    const done = await contacts.confirm(recipient, "email", c.req.param("secret"), by);
    if (done.ok) return c.redirect(href(c, `${SETTINGS}?xong=xac-nhan`), 303);
    return confirmPage(c, session, LINK_FAULTS[done.failure]);
  });

  const confirmPage = (c: Ctx, session: Session, fault: Text | null) => {
    const lang = c.get("lang");
    const title = text("Xác nhận địa chỉ thư điện tử", "Confirm your e-mail address");
    return portalPage(
      deps,
      c,
      { title, hasErrors: fault !== null, status: fault ? 422 : 200, back: { href: href(c, SETTINGS) } },
      <>
        <ErrorSummary errors={{}} extra={fault ? [fault] : []} lang={lang} />
        <h1 class="govuk-heading-l">{title[lang]}</h1>
        {!fault && (
          <Form csrf={csrfBox(session)}>
            <Button label={text("Xác nhận", "Confirm")} lang={lang} />
          </Form>
        )}
      </>,
    );
  };

  const show = async (c: Ctx, session: Session, raw: Raw, errors: Errors, status: 200 | 403 | 422 | 429) => {
    const lang = c.get("lang");
    const [recipient] = recipientsOf(session);
    const given = recipient ? await contacts.of(recipient) : [];
    const done = c.req.method === "GET" ? DONE[c.req.query("xong") ?? ""] : undefined;
    return portalPage(
      deps,
      c,
      {
        title: TITLE,
        status,
        hasErrors: Object.keys(errors).length > 0,
        crumbs: [{ label: INBOX_TITLE, href: href(c, INBOX) }, { label: TITLE }],
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {done && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{done[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Mọi thông báo luôn có trong hộp thư trên cổng. Ông/bà có thể chọn thêm các cách sau.",
              en: "Every message is in your inbox on this portal. You may add the ways below.",
            }[lang]
          }
        </p>
        {(Object.keys(CHANNELS) as Channel[])
          .filter((channel) => contacts.offered[channel])
          .map((channel) => (
            <Way
              c={c}
              session={session}
              channel={channel}
              contact={given.find((one) => one.channel === channel) ?? null}
              raw={raw}
              errors={errors}
            />
          ))}
      </>,
    );
  };

  return app;
}

function Way(props: { c: Ctx; session: Session; channel: Channel; contact: Contact | null; raw: Raw; errors: Errors }) {
  const { c, session, channel, contact, raw, errors } = props;
  const lang = c.get("lang");
  const words = CHANNELS[channel];
  const action = href(c, `${SETTINGS}/${channel}`);
  const csrf = csrfBox(session);
  const waits = contact !== null && contact.confirmedAt === null;
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">{words.title[lang]}</h2>
      <p class="govuk-body">{words.what[lang]}</p>
      {contact && (
        <>
          <p class="govuk-body">
            <strong>{contact.address}</strong>{" "}
            <Tag
              label={waits ? text("Chờ xác nhận", "To be confirmed") : text("Đang dùng", "In use")}
              tone={waits ? "waiting" : "done"}
              lang={lang}
            />
            {contact.confirmedAt !== null && (
              <>
                <br />
                <span class="govuk-hint">
                  {{ vi: "Từ ", en: "Since " }[lang]}
                  {showInstant(contact.confirmedAt)}
                </span>
              </>
            )}
          </p>
          {waits && channel === "email" && <p class="govuk-body">{OPEN_LINK[lang]}</p>}
          {waits && channel === "sms" && (
            <Form csrf={csrf} action={action}>
              <input type="hidden" name="_code" value="1" />
              <Input
                name="code"
                label={text("Mã xác nhận trong tin nhắn", "Code in the text message")}
                hint={text("6 chữ số, dùng được trong 10 phút", "6 digits, good for 10 minutes")}
                inputmode="numeric"
                autocomplete="one-time-code"
                width={10}
                lang={lang}
                error={errors.code}
              />
              <Button label={text("Xác nhận số", "Confirm the number")} lang={lang} />
            </Form>
          )}
          <Form csrf={csrf} action={action}>
            <input type="hidden" name="stop" value="1" />
            <Button
              label={text("Thôi dùng cách này", "Stop this way")}
              about={words.title}
              kind="secondary"
              lang={lang}
            />
          </Form>
        </>
      )}
      {!contact && (
        <Form csrf={csrf} action={action}>
          <AddressBox channel={channel} raw={raw} errors={errors} lang={lang} />
          <Checkboxes
            name={`${channel}.consent`}
            label={text("Sự đồng ý của ông/bà", "Your consent")}
            options={[{ value: "yes", label: CONSENT[channel] }]}
            values={[raw[`${channel}.consent`] ?? []].flat()}
            small
            lang={lang}
            error={errors[`${channel}.consent`]}
          />
          <Button label={text("Lưu", "Save")} about={words.title} lang={lang} />
        </Form>
      )}
      {contact && errors[channel] && <p class="govuk-error-message">{errors[channel]?.[lang]}</p>}
    </section>
  );
}

function AddressBox(props: { channel: Channel; raw: Raw; errors: Errors; lang: "vi" | "en" }) {
  const { channel, raw, errors, lang } = props;
  const box = {
    name: channel,
    label: CHANNELS[channel].label,
    value: boxText(raw, channel),
    error: errors[channel],
    lang,
  };
  if (channel === "email") return <Input {...box} type="email" autocomplete="email" spellcheck={false} />;
  if (channel === "sms")
    return (
      <Input
        {...box}
        type="tel"
        autocomplete="tel"
        width={20}
        hint={text("Ví dụ: 0912 345 678", "For example: 0912 345 678")}
      />
    );
  return (
    <Input
      {...box}
      autocomplete="street-address"
      hint={text(
        "Số nhà, đường, phường hoặc xã, tỉnh hoặc thành phố",
        "Number, street, ward or commune, province or city",
      )}
    />
  );
}

const OPEN_LINK = text(
  "Chúng tôi đã gửi một thư đến địa chỉ này. Ông/bà mở liên kết trong thư trong vòng 24 giờ để xác nhận.",
  "We sent an e-mail to this address. Open its link within 24 hours to confirm.",
);
const DONE: Readonly<Record<string, Text | undefined>> = {
  email: OPEN_LINK,
  sms: text("Đã gửi mã xác nhận đến số điện thoại.", "A code was sent to the telephone."),
  "xac-nhan": text("Từ nay ông/bà được báo tin qua cách này.", "From now on you are told in this way."),
  thoi: text("Đã thôi dùng. Địa chỉ đã được xóa.", "Stopped. The address has been removed."),
};
const GIVE_FAULTS: { readonly [F in ContactFailure]: (channel: Channel) => Text } = {
  "no-address": (channel) =>
    ({
      email: text(
        "Vui lòng nhập địa chỉ thư điện tử, ví dụ ten@vidu.vn.",
        "Enter an e-mail address, such as name@example.vn.",
      ),
      sms: text("Vui lòng nhập số điện thoại, ví dụ 0912 345 678.", "Enter a telephone number, such as 0912 345 678."),
      letter: text("Vui lòng nhập địa chỉ đầy đủ.", "Enter the whole address."),
    })[channel],
  "no-consent": () => text("Vui lòng đánh dấu nếu ông/bà đồng ý.", "Tick the box if you agree."),
  "no-gateway": () => text("Cách này chưa dùng được.", "This way cannot be used yet."),
  "too-often": () =>
    text(
      "Vừa gửi xác nhận. Vui lòng chờ một phút; mỗi ngày gửi tối đa 5 lần.",
      "A confirmation has just been sent. Wait a minute; at most 5 are sent a day.",
    ),
  "not-sent": () =>
    text(
      "Chưa gửi được xác nhận đến địa chỉ này. Vui lòng kiểm tra lại, hoặc thử sau ít phút.",
      "The confirmation could not be sent there. Check the address, or try again in a few minutes.",
    ),
};
const CONFIRM_FAULTS: { readonly [F in ConfirmFailure]: Text } = {
  wrong: text("Mã chưa đúng. Vui lòng xem lại tin nhắn.", "That is not the code. Look at the text again."),
  "too-late": text(
    "Mã đã hết hạn hoặc nhập sai quá nhiều lần. Vui lòng bấm “Thôi dùng cách này” rồi khai lại số.",
    "The code is no longer good. Press “Stop this way” and enter the number again.",
  ),
  "nothing-asked": text("Chưa có mã nào được gửi.", "No code was sent."),
};
const LINK_FAULT = text(
  "Liên kết không còn dùng được, hoặc thuộc về người khác. Vui lòng khai lại địa chỉ để nhận liên kết mới.",
  "This link is no longer good, or belongs to somebody else. Enter the address again to get a new one.",
);
const LINK_FAULTS: { readonly [F in ConfirmFailure]: Text } = {
  wrong: LINK_FAULT,
  "too-late": LINK_FAULT,
  "nothing-asked": LINK_FAULT,
};
