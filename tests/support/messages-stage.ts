import pg from "pg";
import type { Actor } from "../../src/engine/state/index.ts";
import { type MailStandIn, startMailStandIn } from "../../src/gateways/mail/stand-in/index.ts";
import { type SmsStandIn, startSmsStandIn } from "../../src/gateways/sms/stand-in/index.ts";
import type { Instant } from "../../src/kernel/plain-date.ts";
import { readForHouse } from "../../src/modules/access/index.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestHouse, testHouse } from "./house.ts";
import { fileResidence, MINH } from "./office-stage.ts";

/** A house with a mail server and a provider of texts that the test holds in its hands. */
export type MessagesStage = {
  readonly house: TestHouse;
  readonly owner: pg.Client;
  readonly mail: MailStandIn;
  readonly sms: SmsStandIn;
  /** The time of the house, and setting it. */
  at(): Instant;
  wait(ms: number): void;
  close(): Promise<void>;
};

export const MORNING = Date.parse("2026-11-23T09:00:00+07:00");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export async function messagesStage(): Promise<MessagesStage> {
  const house = await testHouse({ standIns: false });
  let now = MORNING;
  house.setClock(now);
  const clock = { now: () => now };
  const secret = (name: string): string => `${name}-secret-of-this-test`;
  const { standInsPort } = house.settings;
  const [mail, sms] = await Promise.all([
    startMailStandIn({
      demonstration: true,
      port: standInsPort + 3,
      pagePort: standInsPort + 4,
      user: "motcua",
      password: secret("mail_password"),
      clock,
    }),
    startSmsStandIn({
      demonstration: true,
      port: standInsPort + 5,
      apiKey: secret("sms_api_key"),
      reportUrl: `${house.url}/api/v1/sms/reports`,
      secret: secret("sms_reports"),
      clock,
    }),
  ]);
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  return {
    house,
    owner,
    mail,
    sms,
    at: () => now,
    wait(ms) {
      now += ms;
      house.setClock(now);
    },
    async close() {
      await owner.end();
      await Promise.all([mail.close(), sms.close()]);
      await house.close();
    },
  };
}

/** An officer of the ward of Sài Gòn in every role of the office. */
export const OFFICER: Actor = {
  account: newId(),
  name: "Đại úy Thử",
  as: "officer",
  unit: "ca-26740",
  roles: ["deskOfficer", "caseOfficer", "unitLead", "signer", "clerk"],
};
export const CITIZEN = { account: newId(), name: MINH.name, number: MINH.number };

export const viewOf = async ({ house }: MessagesStage, code: string): Promise<DossierView> => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
  if (!view) throw new Error(`no dossier ${code}`);
  return view;
};

/** Does one act of the office on a dossier. */
export async function actOn(stage: MessagesStage, code: string, wanted: ActWanted, actor = OFFICER) {
  const { row } = await viewOf(stage, code);
  return stage.house.deps.dossiers.act({ officeProvince: row.officeProvince, id: row.id, seen: null }, actor, wanted);
}

export const SUPPLEMENT: ActWanted = {
  act: "supplement-requested",
  items: [{ what: "Hợp đồng thuê nhà còn hạn", basis: "Điều 28 Luật Cư trú", how: "Chụp và gửi tại trang hồ sơ" }],
  reason: "Hợp đồng đã hết hạn",
};

/** A dossier that waits for a supplement; answers its code. */
export async function awaited(stage: MessagesStage): Promise<string> {
  const code = await fileResidence(stage.house, CITIZEN.account);
  const done = await actOn(stage, code, SUPPLEMENT);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return code;
}

/** Gives the citizen an e-mail address and a telephone that are confirmed and chosen, as the owner of the tables. */
export async function giveWays(
  { owner }: MessagesStage,
  ways: { readonly email?: string; readonly sms?: string },
): Promise<void> {
  await owner.query("delete from contacts where recipient = $1", [MINH.number]);
  for (const [channel, address] of Object.entries(ways))
    await owner.query("insert into contacts values ($1, $2, $3, now(), true)", [MINH.number, channel, address]);
}

/** What happened to the messages of a dossier of one kind: `rung event`, in order. */
export async function stepsOf({ owner }: MessagesStage, code: string, kind: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ step: string }>(
    `select s.rung || ' ' || s.event as step from message_steps s
     join messages m on m.recipient = s.recipient and m.id = s.message_id
     where m.dossier_code = $1 and m.kind = $2 order by s.n`,
    [code, kind],
  );
  return rows.map(({ step }) => step);
}
