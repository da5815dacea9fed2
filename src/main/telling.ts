import { createMailClient, type Mail } from "../gateways/mail/index.ts";
import { createSmsClient, type SmsGateway } from "../gateways/sms/index.ts";
import { isPersonNumber } from "../kernel/person-number.ts";
import { readForHouse } from "../modules/access/index.ts";
import type { Catalogue } from "../modules/catalogue/index.ts";
import type { KnownContact, MessagesParts } from "../modules/messages/index.ts";
import { findOrganisation, findPerson } from "../modules/population/index.ts";
import type { Sql } from "../platform/database/database.ts";
import type { Metrics } from "../platform/metrics.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { mailAddress, SECRETS, smsAddress } from "./partners.ts";

type Handed = Pick<Secrets, "get">;

/** What the messages need from outside: a mail server, a provider of texts, what the register knows of a person. */
export function tellingOf(
  settings: Settings,
  secrets: Handed,
  catalogue: Catalogue,
  metrics: Pick<Metrics, "counter"> | undefined,
): Omit<MessagesParts, "db" | "clock"> {
  const steps = metrics?.counter("messages_steps", "What came of telling people, by way and outcome.", [
    "rung",
    "outcome",
  ]);
  return {
    mail: mailOf(settings, secrets),
    sms: smsOf(settings, secrets),
    known: knownContact(catalogue),
    count: (rung, outcome) => steps?.inc({ rung, outcome }),
    settings: {
      publicUrl: settings.publicUrl,
      smsMarks: settings.sms.marks,
      reportSecret: settings.sms.callbackSecret ?? (settings.demo ? secrets.get(SECRETS.smsReports) : null),
    },
  };
}

/** The mail server; a trial has one of its own. Null: nothing leaves as e-mail. */
function mailOf(settings: Settings, secrets: Handed): Mail | null {
  const from = settings.mail.from ?? "Một Cửa <khong-tra-loi@motcua.invalid>";
  if (settings.mail.url) return createMailClient({ url: settings.mail.url, from });
  return settings.demo ? createMailClient({ url: mailAddress(settings, secrets), from, plain: true }) : null;
}

/** The provider of texts; a trial has one of its own. Null: nothing leaves as a text. */
function smsOf(settings: Settings, secrets: Handed): SmsGateway | null {
  const baseUrl = settings.sms.url ?? (settings.demo ? smsAddress(settings) : null);
  return baseUrl ? createSmsClient({ baseUrl, apiKey: settings.sms.apiKey ?? secrets.get(SECRETS.smsApi) }) : null;
}

/** Telephone and address of a person or body as the register has them, for calls and letters. */
const knownContact =
  (catalogue: Catalogue) =>
  async (sql: Sql, number: string): Promise<KnownContact | null> => {
    if (!isPersonNumber(number)) {
      const body = await findOrganisation(sql, number);
      return body && { phone: body.phone, address: catalogue.showAddress(body.address, "vi") };
    }
    const person = await findPerson(readForHouse(sql, "tell"), number);
    return person && !person.deceased
      ? { phone: person.phone, address: catalogue.showAddress(person.permanent, "vi") }
      : null;
  };
