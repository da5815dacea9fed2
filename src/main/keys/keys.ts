import { type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { systemClock } from "../../platform/clock.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { openSecrets } from "../../platform/secrets.ts";
import type { Settings } from "../../platform/settings.ts";
import { withDatabase } from "../upkeep.ts";
import { type KeyLine, noteSecrets, ownKeys, partnerKeys } from "./report.ts";

/** `motcua keys`: every key and secret with its age and the day by which it is to be changed; 1 where one is overdue. */
export async function keysNow(settings: Settings): Promise<number> {
  const now = systemClock.now();
  const ledger = noteSecrets(settings, openSecrets(settings.dataDir), now);
  const own = await ownKeys(settings, ledger, now);
  let others: readonly KeyLine[] = [];
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({ url: appUrl, most: 1, name: "motcua keys", ...(appRole ? { role: appRole } : {}) });
    try {
      others = await partnerKeys(db, now);
    } finally {
      await db.close();
    }
  });
  const lines = [...own, ...others];
  process.stdout.write(keyTable(lines));
  return lines.some(({ state }) => state === "overdue") ? 1 : 0;
}

const STATES: Readonly<Record<KeyLine["state"], string>> = {
  ok: "còn hạn / in term",
  soon: "SẮP ĐẾN HẠN / DUE SOON",
  overdue: "QUÁ HẠN / OVERDUE",
  "no-term": "không đặt hạn / no term",
};
const ORDER: readonly KeyLine["state"][] = ["overdue", "soon", "ok", "no-term"];

/** What is due first stands first. */
export function keyTable(lines: readonly KeyLine[]): string {
  const sorted = lines.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.due ?? "9").localeCompare(b.due ?? "9"),
  );
  const rows = sorted.map(({ name, what, since, ends, due, state }) => {
    const dates = `từ/since ${shown(since)}   hết hạn/ends ${shown(ends)}   đổi trước/change by ${shown(due)}`;
    return `${STATES[state]}: ${name}\n    ${what.vi} / ${what.en}\n    ${dates}\n`;
  });
  return `${rows.join("")}\nCách đổi từng khóa / how each is changed: docs/operating/keys.md\n`;
}

const shown = (on: PlainDate | null): string => (on === null ? "—" : showDate(on));
