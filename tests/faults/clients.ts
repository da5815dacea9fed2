import { Agent, request } from "node:http";
import type { IdentityProvider, ProvenIdentity } from "../../src/gateways/identity/index.ts";
import { createAccess } from "../../src/modules/access/index.ts";
import { type Database, openDatabase } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/ids.ts";
import { testSealer } from "../support/file-keys.ts";

/** Programs of hotels that file through the API, with keys made behind the program's back. */

const nobody: IdentityProvider = {
  begin: async () => Promise.reject(new Error("nobody signs in here")),
  complete: async () => Promise.reject(new Error("nobody signs in here")),
  signOutUrl: async () => null,
  readLogout: async () => Promise.reject(new Error("nobody is signed out here")),
};
const openAccess = (db: Database) =>
  createAccess({ db, clock: { now: () => Date.now() }, identity: nobody, sealer: testSealer() });

/** Makes keys of so many hotels; each may ask ten times a second in each process. */
export async function makeKeys(appUrl: string, count: number): Promise<readonly string[]> {
  const db = openDatabase({ url: appUrl, most: 2 });
  try {
    const access = openAccess(db);
    const keys: string[] = [];
    for (let n = 0; n < count; n++) {
      const account = newId();
      const name = `Khách sạn Thử ${n}`;
      await db.query(
        "clients.account",
        `insert into accounts (id, issuer, subject, kind, display_name, organisation_code, organisation_name, assurance)
         values ($1, 'https://test', $2, 'organisation', $3, $4, $3, 2)`,
        [account, account, name, `99${String(n).padStart(8, "0")}`],
      );
      const made = await access.createApiToken({ account, label: "test", days: 1 });
      if (!made.ok) throw new Error(made.failure.tag);
      keys.push(made.value.token);
    }
    return keys;
  } finally {
    await db.close();
  }
}

/** A session of a signed-in citizen or hotel, as its cookie's value. */
export async function makeSession(appUrl: string, who: ProvenIdentity): Promise<string> {
  const db = openDatabase({ url: appUrl, most: 1 });
  try {
    const token = await openAccess(db).admit(who, null);
    if (!token) throw new Error("not admitted");
    return token;
  } finally {
    await db.close();
  }
}

export type Submission = { readonly key: string; readonly token: string; readonly body: string };

/** Communes in several provinces: the load falls on several offices, as it would. */
const COMMUNES = ["26740", "19789", "00070", "16681", "26743"];

/** One guest of one hotel, each number another guest: the same number is the same request, byte for byte. */
export function submission(n: number, tokens: readonly string[], today: string): Submission {
  const guest = {
    "full-name": "Nguyễn Thị Hòa",
    "birth-date": { year: 1990, month: 3, day: 27 },
    sex: "F",
    nationality: "VNM",
    "document-kind": "passport",
    "passport-number": `C${String(n).padStart(8, "0")}`,
    "arrived-at": `${today}T00:30`,
    "leaves-on": today,
    reason: "tourism",
  };
  const answers = {
    "lodging-kind": "hotel",
    "host-name": "Khách sạn Thử",
    place: { commune: COMMUNES[n % COMMUNES.length], line: "Số 11 đường Lê Lợi" },
    guests: [guest],
  };
  return {
    key: `k${n}`,
    token: tokens[n % tokens.length] ?? "",
    body: JSON.stringify({ procedure: "stay-notification", answers }),
  };
}

export type Answer =
  | { readonly status: number; readonly code: string | null; readonly replayed: boolean; readonly text: string }
  /** No answer came: whether it was filed, the sender cannot know. */
  | null;

/** Sends submissions over kept connections. */
export function createSender(url: string, connections: number) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: ({ key, token, body }: Submission): Promise<Answer> =>
      new Promise((done) => {
        const headers = {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "idempotency-key": key,
          authorization: `Bearer ${token}`,
        };
        const asked = request(
          { agent, hostname, port, method: "POST", path: "/api/v1/dossiers", headers },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on("data", (chunk: Buffer) => chunks.push(chunk));
            answer.on("error", () => done(null));
            answer.on("aborted", () => done(null));
            answer.on("end", () => {
              const text = Buffer.concat(chunks).toString();
              const replayed = answer.headers["idempotency-replayed"] === "true";
              done({ status: answer.statusCode ?? 0, code: codeIn(text), replayed, text });
            });
          },
        );
        asked.setTimeout(30_000, () => asked.destroy());
        asked.on("error", () => done(null));
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function codeIn(text: string): string | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === "string" ? code : null;
  } catch {
    return null;
  }
}
