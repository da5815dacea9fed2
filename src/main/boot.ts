import { type Text, text } from "../kernel/text.ts";
import { loadReferenceData } from "../modules/catalogue/index.ts";
import { rebuildIndexes } from "../modules/population/index.ts";
import type { Clock } from "../platform/clock.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { migrate } from "../platform/database/migrate.ts";
import { installJobs } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import type { Settings } from "../platform/settings.ts";
import { seedDemo } from "./demo/index.ts";
import { agreeOnKind } from "./installation.ts";
import type { DatabaseAddress } from "./open-database.ts";
import { SECRETS } from "./partners.ts";
import { MIGRATIONS } from "./root.ts";

/** What each step of the start may use. `owner` works as the owner of the tables. */
export type Booting = {
  readonly settings: Settings;
  readonly database: DatabaseAddress;
  readonly owner: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (step: Text) => void;
};

/** One step between "the server answers" and "pages are served". Each must be quick and change nothing when done before. */
export type Step = { readonly name: Text; run(booting: Booting): Promise<void> };

/** In this order, in the primary process, before any page is served. */
export const STEPS: readonly Step[] = [
  { name: text("cập nhật lược đồ", "migrate"), run: (booting) => bringUpToDate(booting) },
  {
    name: text("đối chiếu loại cài đặt", "compare the kind of installation"),
    run: ({ owner, settings }) => agreeOnKind(owner, settings.demo),
  },
  {
    name: text("dựng lại chỉ mục bị gián đoạn", "rebuild indexes of a filling that was broken off"),
    run: ({ owner }) => rebuildIndexes(owner),
  },
  {
    name: text("nạp địa bàn và đơn vị", "load places and offices"),
    run: async ({ owner }) => void (await loadReferenceData(owner)),
  },
  {
    name: text("tạo dữ liệu chạy thử", "make the trial's people"),
    run: async ({ owner, settings }) => {
      if (settings.demo) await seedDemo(owner);
    },
  },
];

/** Names of the secrets that other processes are handed; made once, by the primary. */
export const SECRET_NAMES: readonly string[] = Object.values(SECRETS);

export async function boot(booting: Omit<Booting, "owner">): Promise<void> {
  const owner = openDatabase({ url: booting.database.ownerUrl, most: 4, name: "motcua boot" });
  try {
    for (const step of STEPS) {
      const started = performance.now();
      await step.run({ ...booting, owner });
      booting.log.info({ step: step.name.en, ms: Math.round(performance.now() - started) }, "boot step");
    }
  } finally {
    await owner.close();
  }
}

/** Also what `motcua migrate` does. */
export async function bringUpToDate({ database, say }: Pick<Booting, "database" | "say">): Promise<void> {
  const applied = await migrate(database.ownerUrl, MIGRATIONS);
  if (applied.length > 0)
    say(text(`Đã áp dụng ${applied.length} bước cập nhật lược đồ.`, `Applied ${applied.length} migrations.`));
  await installJobs(database.ownerUrl);
}
