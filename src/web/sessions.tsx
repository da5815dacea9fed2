import { showInstant } from "../kernel/plain-date.ts";
import { type Language, type Text, text } from "../kernel/text.ts";
import type { OwnSession, Place } from "../modules/access/index.ts";
import { Button, Form, InsetText, Notice, Table, Tag } from "./ui/index.ts";

/** On which devices somebody is signed in, and ending what they do not know: the same for citizens and officers. */

export const SESSIONS_TITLE = text("Phiên đăng nhập", "Signed-in devices");

const PLACES: Readonly<Record<Place, Text>> = {
  own: text("Thiết bị riêng", "Own device"),
  kiosk: text("Máy dùng chung", "Kiosk"),
  assisted: text("Máy của người hỗ trợ", "Helper's device"),
};

export function SessionList(props: {
  readonly lang: Language;
  readonly sessions: readonly OwnSession[];
  /** Whether they proved themselves lately: only then may anything be ended. */
  readonly proven: boolean;
  readonly csrf: { readonly name: string; readonly value: string } | undefined;
  readonly proveAction: string;
  /** How many were ended a moment ago. */
  readonly ended: number | null;
}) {
  const { lang, sessions, proven, csrf } = props;
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      {props.ended !== null && (
        <Notice lang={lang} tone="success">
          <p class="govuk-body">
            {{ vi: `Đã kết thúc ${props.ended} phiên.`, en: `${props.ended} sessions were ended.` }[lang]}
          </p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{SESSIONS_TITLE[lang]}</h1>
      <p class="govuk-body">
        {
          {
            vi: "Tài khoản đang đăng nhập ở những nơi sau. Nếu có phiên không phải của mình, hãy kết thúc phiên đó và báo nơi cấp tài khoản.",
            en: "The account is signed in at these places. End a session that is not yours, and tell whoever issued the account.",
          }[lang]
        }
      </p>
      <Form csrf={csrf}>
        <Table
          caption={text("Các phiên đang mở", "Open sessions")}
          lang={lang}
          empty={text("Không có phiên nào.", "None.")}
          columns={[
            { key: "device", label: text("Thiết bị", "Device") },
            { key: "since", label: text("Đăng nhập lúc", "Signed in") },
            { key: "until", label: text("Hết hạn nếu không dùng", "Ends unused") },
            { key: "act", label: text("Thao tác", "Actions") },
          ]}
          rows={sessions.map((session) => ({
            cells: {
              device: `${session.device ?? { vi: "Không rõ", en: "Unknown" }[lang]} (${PLACES[session.place][lang]})`,
              since: showInstant(session.signedInAt),
              until: showInstant(session.endsAt),
              act: session.current ? (
                <Tag label={text("Phiên này", "This one")} lang={lang} />
              ) : proven ? (
                <Button
                  name="phien"
                  value={session.id}
                  label={text("Kết thúc", "End")}
                  about={`${session.device ?? ""} ${showInstant(session.signedInAt)}`}
                  lang={lang}
                  kind="secondary"
                  small
                />
              ) : (
                "—"
              ),
            },
          }))}
        />
        {proven && others.length > 1 && (
          <Button
            name="phien"
            value="others"
            label={text("Kết thúc tất cả phiên khác", "End all others")}
            lang={lang}
            kind="warning"
          />
        )}
      </Form>
      {!proven && others.length > 0 && (
        <>
          <InsetText>
            {
              {
                vi: "Để kết thúc phiên khác, cần xác nhận lại danh tính: người cầm máy này chưa chắc là chủ tài khoản.",
                en: "To end other sessions, prove yourself anew: whoever holds this device may not be the account's owner.",
              }[lang]
            }
          </InsetText>
          <Form csrf={csrf} action={props.proveAction}>
            <Button label={text("Xác nhận danh tính", "Prove who you are")} lang={lang} kind="secondary" />
          </Form>
        </>
      )}
    </>
  );
}
