import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import type { Procedure } from "../../src/engine/definition/index.ts";
import { buildHouse } from "../../src/main/house.ts";
import { loadReferenceData } from "../../src/modules/catalogue/index.ts";
import { openDatabase } from "../../src/platform/database/database.ts";
import { FILE_KEYS } from "../../src/platform/file-keys.ts";
import { newId } from "../../src/platform/ids.ts";
import { openLog } from "../../src/platform/log.ts";
import { readSettings } from "../../src/platform/settings.ts";
import { type ApiOptions, apiDoor } from "../../src/web/api/index.ts";
import type { Vars, WebDeps } from "../../src/web/context.ts";
import { testDatabase } from "./database.ts";
import { TEST_FILE_KEY } from "./file-keys.ts";
import { UNLIMITED } from "./unlimited.ts";

/** A whole house on a database of its own, with the door for programs and the keys of a hotel, a citizen and a weak account. */
export type Stage = {
  readonly deps: WebDeps;
  readonly ownerUrl: string;
  /** What the clock says; tests move it. */
  readonly clock: { at: number };
  readonly keys: { readonly hotel: string; readonly citizen: string; readonly weak: string };
  readonly noticeSecret: string;
  open(options?: ApiOptions): Hono<{ Variables: Vars }>;
  close(): Promise<void>;
};

/** 23/11/2026, 09:15 in Vietnam. */
const NOW = Date.parse("2026-11-23T09:15:00+07:00");
const SECRET = "0123456789abcdef0123456789abcdef";

export async function stage(
  procedures?: readonly Procedure[],
  env: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const t = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-api-"));
  const owner = openDatabase({ url: t.ownerUrl, most: 1 });
  await loadReferenceData(owner);
  await owner.close();
  const clock = { at: NOW };
  const deps = await buildHouse({
    settings: readSettings({ DATA_DIR: dataDir, DEMO: "on", LOG_LEVEL: "silent", ...UNLIMITED, ...env }),
    db: t.db,
    clock: { now: () => clock.at },
    log: openLog({ level: "silent", dataDir: null }),
    secrets: { get: (name) => (name === FILE_KEYS ? TEST_FILE_KEY : SECRET) },
    ...(procedures ? { procedures } : {}),
  });
  const keyOf = async (
    name: string,
    organisation: string | null,
    number: string | null,
    assurance: number,
  ): Promise<string> => {
    const account = newId();
    await t.db.query(
      `test-account-${name}`,
      `insert into accounts (id, issuer, subject, kind, display_name, person_number, organisation_code, organisation_name, assurance)
       values ($1, 'https://test', $2, $3, $4, $5, $6, $7, $8)`,
      [
        account,
        account,
        organisation ? "organisation" : "citizen",
        name,
        number,
        organisation,
        organisation ? name : null,
        assurance,
      ],
    );
    const made = await deps.access.createApiToken({ account, label: "test", days: 30 });
    if (!made.ok) throw new Error("no key");
    return made.value.token;
  };
  const keys = {
    hotel: await keyOf("Khách sạn Sông Hương", "9900000016", "040185000123", 2),
    citizen: await keyOf("Trần Văn Minh", null, "040092034092", 2),
    weak: await keyOf("Lê Thị Hoa", null, "001155000321", 1),
  };
  return {
    deps,
    ownerUrl: t.ownerUrl,
    clock,
    keys,
    noticeSecret: SECRET,
    open(options) {
      const app = new Hono<{ Variables: Vars }>();
      app.use("*", async (c, next) => {
        c.set("requestId", "00000000-0000-4000-8000-000000000000");
        await next();
      });
      return app.route("/api/v1", apiDoor(deps, options));
    },
    async close() {
      await t.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The least that is told as a PDF by its content. */
export const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n").toString("base64");

export const guest = (n: number, changes: object = {}): object => ({
  "full-name": "Nguyễn Thị Hòa",
  "birth-date": { year: 1990, month: 3, day: 27 },
  sex: "F",
  nationality: "VNM",
  "document-kind": "identity-card",
  "personal-number": `0011900${String(n).padStart(5, "0")}`,
  "arrived-at": "2026-11-23T08:30",
  "leaves-on": "2026-11-25",
  reason: "tourism",
  ...changes,
});

/** Ở khách sạn tại Huế. */
export const stay = (guests: readonly object[], changes: object = {}): object => ({
  procedure: "stay-notification",
  answers: {
    "lodging-kind": "hotel",
    "host-name": "Khách sạn Sông Hương",
    place: { commune: "19789", line: "Số 11 đường Lê Lợi" },
    guests,
    ...changes,
  },
});

/** One fully answered registration of a tenant in the ward of Sài Gòn. */
export const residence = (changes: object = {}): object => ({
  procedure: "1.004194",
  answers: {
    registrant: "self",
    person: { number: "040092034092", name: "Trần Văn Minh", birthDate: { year: 1992, month: 5, day: 20 }, sex: "M" },
    phone: "0950000034",
    "target-address": { commune: "26740", line: "12 Lê Lợi" },
    "dwelling-ground": "rent",
    "owner-consent": "contract",
    household: "own-head",
    "stay-until": "2027-11-01",
    "request-text": "Đăng ký tạm trú",
    declaration: true,
    ...changes,
  },
  papers: [{ paper: "lawful-dwelling", name: "hop-dong.pdf", content: PDF }],
});
