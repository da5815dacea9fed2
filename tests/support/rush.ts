import pg from "pg";
import type { Browser, Page } from "./browserless.ts";
import { answerAll, begin, sendFiles } from "./portal.ts";
import { smallPng } from "./samples.ts";

/** What tests of a rush have in common: somebody about to send, and filings that are held back. */

/** A registration of temporary residence, filled in up to its last page. */
export async function readyToSend(citizen: Browser): Promise<Page> {
  const end = new Date(Date.now() + 200 * 86_400_000);
  const papers = await answerAll(await begin(citizen, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
    contact: {},
    address: {
      "target-address.province": "79",
      "target-address.commune": "26740",
      "target-address.line": "Số 45/3 đường Nguyễn Huệ",
    },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: {
      "stay-until.day": String(end.getUTCDate()),
      "stay-until.month": String(end.getUTCMonth() + 1),
      "stay-until.year": String(end.getUTCFullYear()),
    },
    request: {},
    fee: {},
    declaration: { declaration: "true" },
  });
  const lease = { field: "lawful-dwelling", name: "hop-dong.png", bytes: smallPng(180) };
  return sendFiles(
    citizen,
    papers,
    papers.forms.findIndex(({ action }) => action === ""),
    [lease],
  );
}

/** Holds back every filing until the function it answers with is called. */
export async function jam(ownerUrl: string): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: ownerUrl });
  await holder.connect();
  await holder.query("begin");
  await holder.query("lock table idempotency_keys in access exclusive mode");
  return async () => {
    await holder.query("commit");
    await holder.end();
  };
}

/** Comes back once a filing waits for the held table. */
export async function untilJammed(owner: pg.Client): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await owner.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'");
    if (rows.length > 0) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("nothing waits");
}
