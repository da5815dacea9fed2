import type { HtmlEscapedString } from "hono/utils/html";
import { showInstant } from "../kernel/plain-date.ts";
import { type Language, type Text, text } from "../kernel/text.ts";
import type { DossierView } from "../modules/dossiers/index.ts";
import { type TalkDossier, type TalkFailure, WORD_LONGEST, type Word } from "../modules/messages/index.ts";
import { Button, Form, Textarea, Timeline } from "./ui/index.ts";

/** The talk beside a dossier, as both sides see it. */

export const TALK_TITLE = text("Trao đổi", "Messages");

export const talkDossierOf = ({ row, state }: DossierView): TalkDossier => ({
  officeProvince: row.officeProvince,
  dossierId: row.id,
  code: row.code,
  procedureKey: row.procedureKey,
  ownerNumber: row.ownerNumber,
  state,
  closed: state.closedAt !== null,
});

export function TalkList(props: {
  readonly words: readonly Word[];
  readonly side: Word["side"];
  readonly lang: Language;
}): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { words, side, lang } = props;
  if (words.length === 0) return <p class="mc-empty">{{ vi: "Chưa có tin nào.", en: "No messages yet." }[lang]}</p>;
  return (
    <Timeline
      lang={lang}
      entries={words.map((word) => ({
        title: word.side === "citizen" ? text(`${word.byName} (người nộp)`, `${word.byName} (citizen)`) : word.byName,
        at: word.at,
        body: (
          <>
            <p class="govuk-body mc-typed">{word.body}</p>
            {word.side === side && (
              <p class="govuk-hint">
                {word.readAt === null
                  ? { vi: "Bên kia chưa đọc", en: "Not read yet" }[lang]
                  : { vi: `Đã đọc lúc ${showInstant(word.readAt)}`, en: `Read at ${showInstant(word.readAt)}` }[lang]}
              </p>
            )}
          </>
        ),
      }))}
    />
  );
}

export const TalkForm = (props: {
  readonly csrf: { readonly name: string; readonly value: string } | undefined;
  /** Where it goes; the page itself unless given. */
  readonly action?: string;
  readonly label: Text;
  readonly hint: Text;
  readonly value: string;
  readonly error: Text | undefined;
  readonly lang: Language;
}) => (
  <Form csrf={props.csrf} {...(props.action ? { action: props.action } : {})}>
    <Textarea
      name="body"
      label={props.label}
      hint={props.hint}
      lines={4}
      value={props.value}
      error={props.error}
      lang={props.lang}
    />
    <Button label={text("Gửi", "Send")} lang={props.lang} />
  </Form>
);

export const TALK_FAULTS: { readonly [F in TalkFailure]: Text } = {
  empty: text("Vui lòng viết nội dung.", "Write something."),
  "too-long": text(
    `Nội dung dài quá ${WORD_LONGEST.toLocaleString("de-DE")} ký tự. Vui lòng viết ngắn hơn.`,
    `That is longer than ${WORD_LONGEST} characters. Write less.`,
  ),
  "too-often": text(
    "Đã gửi nhiều tin trong một giờ. Vui lòng chờ rồi gửi tiếp; nội dung vừa viết vẫn còn bên dưới.",
    "Many messages were sent within an hour. Wait a while; what you wrote is kept below.",
  ),
  closed: text("Hồ sơ đã đóng nên không trao đổi được nữa.", "The dossier is closed, so nothing more can be sent."),
};
