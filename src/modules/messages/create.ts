import type { Mail } from "../../gateways/mail/index.ts";
import type { SmsGateway } from "../../gateways/sms/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import { createContacts } from "./contacts.ts";
import { createDelivery, type KnownContact } from "./deliver.ts";
import { RUNG_NAMES, type Rung } from "./ladder.ts";
import { createOfficeRungs } from "./office.ts";
import * as rows from "./rows.ts";
import { createTalk } from "./talk.ts";

export type MessagesParts = {
  readonly db: Database;
  readonly clock: Clock;
  /** Null where the house has no such way. */
  readonly mail: Mail | null;
  readonly sms: SmsGateway | null;
  known(sql: Sql, recipient: string): Promise<KnownContact | null>;
  count(rung: Rung, outcome: string): void;
  readonly settings: {
    readonly publicUrl: string;
    /** Texts keep their Vietnamese marks; they then take more of the network's units. */
    readonly smsMarks: boolean;
    /** Proves reports about texts; null where none are taken. */
    readonly reportSecret: string | null;
  };
};
type By = { readonly account: string; readonly name: string };

/** The inbox, the ways to a person, the delivery, and the talk beside a dossier. */
export function createMessages(parts: MessagesParts) {
  const { db, clock } = parts;
  return {
    contacts: createContacts(parts),
    delivery: createDelivery(parts),
    office: createOfficeRungs(parts),
    talk: createTalk(parts),

    inbox: rows.inboxOf,
    countUnread: (recipients: readonly string[]): Promise<number> => rows.countUnread(db, recipients),

    /** Opens a message of one of these recipients: from now on it counts as read. Null where there is none of theirs. */
    open: (leave: (sql: Sql) => Reading, recipients: readonly string[], id: string, by: By) =>
      db.inTransaction(async (tx) => {
        const message = await rows.findMessage(leave(tx), recipients, id);
        if (!message) return null;
        const at = clock.now();
        if (await rows.markRead(tx, message.recipient, id, at))
          await rows.insertStep(tx, message, { rung: "portal", event: "read", attempt: 0, by }, at);
        return message;
      }),

    /** How the messages of a dossier fare, with proofs, for its office. */
    progress: rows.progressOf,

    /**
     * What still stands between a request to the person and the conclusion that they do not answer; null once every way was
     * tried, or they read it. A request that left no message is not waited for: it is older than the ladder.
     */
    async openRung(
      sql: Sql,
      dossier: { readonly officeProvince: string; readonly id: string },
      requestId: string,
    ): Promise<Text | null> {
      const ladder = await rows.ladderOf(sql, dossier.officeProvince, dossier.id, requestId);
      if (!ladder || ladder.finishedAs !== null) return null;
      const rung = RUNG_NAMES[ladder.rung];
      const until =
        ladder.nextAt === null
          ? text("cần cán bộ thực hiện và ghi kết quả", "somebody of the office has to do it and record the outcome")
          : text(`chờ đến ${showInstant(ladder.nextAt)}`, `waiting until ${showInstant(ladder.nextAt)}`);
      return text(
        `Chưa thể dừng vì công dân không bổ sung: yêu cầu bổ sung chưa được đọc và chưa báo hết các cách. Đang ở bước “${rung.vi}”, ${until.vi}.`,
        `It cannot be stopped for want of a supplement yet: the request is unread and not every way was tried. Now at “${rung.en}”, ${until.en}.`,
      );
    },
  };
}
export type Messages = ReturnType<typeof createMessages>;
