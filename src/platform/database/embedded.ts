import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Text, text } from "../../kernel/text.ts";
import type { Secrets } from "../secrets.ts";
import { codeOf, pathTrouble } from "../trouble.ts";
import { findBinaries } from "./binaries.ts";
import { alreadyRunning, lockDataDir, readNote } from "./data-lock.ts";
import { checkVersion, initialise, isInitialised, resetSuperuser, writeSettings } from "./initialise.ts";
import { type Listening, type ServerProcess, startServer } from "./server-process.ts";
import { serverSettings } from "./server-settings.ts";
import { type ServerUser, serverUserFor } from "./server-user.ts";

export type EmbeddedServer = {
  /** Owns the tables: for migrations, jobs, backup. */
  readonly ownerUrl: string;
  /** May do the application's work and no more. */
  readonly appUrl: string;
  /** Stops the server and gives the data folder free. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that came with the installation on `<dataDir>/postgres`, making it the first time, and keeps
 * it running: when it dies while we work, it is started again, and pools find it at the same address.
 * `disposable` trades durability for speed and is for tests only.
 * @throws Trouble when another motcua holds the folder, the disk is full, or the server will not start.
 */
export async function startEmbedded(options: {
  dataDir: string;
  secrets: Secrets;
  disposable?: boolean;
  say?: (step: Text) => void;
}): Promise<EmbeddedServer> {
  const { say = () => undefined, disposable = false } = options;
  const lock = lockDataDir(options.dataDir);
  if (!lock) throw alreadyRunning(options.dataDir);
  try {
    const dataDir = realpathSync(options.dataDir);
    const pgData = join(dataDir, "postgres");
    const logFile = join(dataDir, "log", "postgres.log");
    mkdirSync(join(dataDir, "log"), { recursive: true, mode: 0o700 });
    const binaries = findBinaries();
    const user = serverUserFor(pgData, [binaries.postgres]);
    const passwords = passwordsFrom(options.secrets);

    if (isInitialised(pgData)) checkVersion(pgData, binaries.major);
    else {
      say(text("Đang tạo cơ sở dữ liệu (chỉ lần đầu) …", "Making the database (first time only) …"));
      await initialise(pgData, binaries, user, passwords.superuser);
    }
    writeSettings(pgData, serverSettings({ disposable }), user);

    const listening = await listeningFor(dataDir, user);
    const start = (): Promise<ServerProcess> => startServer({ pgData, binaries, user, listening, logFile, disposable });
    let server = await start();
    const url = (role: keyof typeof ROLES, database = "motcua"): string =>
      urlOf(listening, ROLES[role], passwords[role], database);
    try {
      await ensureRoles(url("superuser", "postgres"), passwords);
    } catch (error) {
      if (codeOf(error) !== "28P01") throw error;
      say(text("Đang đặt lại mật khẩu cơ sở dữ liệu …", "Setting the database password anew …"));
      await server.stop();
      await resetSuperuser(pgData, binaries, user, passwords.superuser);
      server = await start();
      await ensureRoles(url("superuser", "postgres"), passwords);
    }

    lock.note(listening);
    const keeper = keepRunning(server, start, say);
    return {
      ownerUrl: url("owner"),
      appUrl: url("app"),
      async stop() {
        await keeper.stop();
        if ("socketDir" in listening) rmSync(listening.socketDir, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw pathTrouble(options.dataDir, error);
  }
}

/** The addresses of the embedded server that another motcua runs on this folder now; null when it has none (yet). */
export function findRunning(dataDir: string, secrets: Secrets): { ownerUrl: string; appUrl: string } | null {
  const { socketDir, port } = readNote(dataDir);
  const listening = socketDir ? { socketDir } : port ? { port } : null;
  if (!listening) return null;
  const passwords = passwordsFrom(secrets);
  return {
    ownerUrl: urlOf(listening, ROLES.owner, passwords.owner, "motcua"),
    appUrl: urlOf(listening, ROLES.app, passwords.app, "motcua"),
  };
}

const ROLES = { superuser: "postgres", owner: "motcua_owner", app: "motcua_app" } as const;
type Passwords = Readonly<Record<keyof typeof ROLES, string>>;

const passwordsFrom = (secrets: Secrets): Passwords => ({
  superuser: secrets.get("postgres_superuser"),
  owner: secrets.get("postgres_owner"),
  app: secrets.get("postgres_app"),
});

const RETRY_MOST_MS = 10_000;

/** Starts the server again whenever it ends unasked, waiting a little longer after each failure in a row. */
function keepRunning(
  first: ServerProcess,
  start: () => Promise<ServerProcess>,
  say: (step: Text) => void,
): { stop(): Promise<void> } {
  let stopping = false;
  let current: ServerProcess | null = first;
  const watch = async (): Promise<void> => {
    for (let waitMs = 0; !stopping; ) {
      await current?.ended;
      if (stopping) return;
      current = null;
      say(
        text(
          "Cơ sở dữ liệu đã dừng đột ngột; đang khởi động lại …",
          "The database stopped unexpectedly; starting it again …",
        ),
      );
      await pause(waitMs);
      try {
        current = await start();
        waitMs = 0;
        say(text("Cơ sở dữ liệu đã hoạt động trở lại.", "The database is back."));
      } catch (error) {
        waitMs = Math.min(RETRY_MOST_MS, waitMs * 2 + 250);
        say(text(`Chưa khởi động lại được: ${String(error)}`, `Not back yet: ${String(error)}`));
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping = true;
      await current?.stop();
      await watching;
      await current?.stop();
    },
  };
}

/** A short private folder for the socket: a path longer than about 100 bytes cannot be one. TCP where there are none. */
async function listeningFor(dataDir: string, user: ServerUser): Promise<Listening> {
  if (process.platform === "win32") return { port: await freePort() };
  const uid = user.account?.uid ?? process.getuid?.();
  const name = `motcua-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12)}`;
  const parent = tmpdir().length > 60 ? "/tmp" : tmpdir();
  const wanted = join(parent, name);
  try {
    user.makeFolder(wanted);
    const made = lstatSync(wanted);
    if (made.isDirectory() && made.uid === uid && (made.mode & 0o077) === 0) return { socketDir: wanted };
  } catch (error) {
    if (!["EEXIST", "EPERM", "EACCES", "ENOTDIR"].includes(codeOf(error))) throw error;
  }
  // Somebody else sits on the name: take one nobody can have guessed.
  const other = mkdtempSync(join(parent, "motcua-"));
  if (user.account) chownSync(other, user.account.uid, user.account.gid);
  return { socketDir: other };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function urlOf(listening: Listening, role: string, password: string, database: string): string {
  const account = `${role}:${encodeURIComponent(password)}`;
  return "socketDir" in listening
    ? `postgres://${account}@localhost/${database}?host=${encodeURIComponent(listening.socketDir)}`
    : `postgres://${account}@127.0.0.1:${listening.port}/${database}`;
}

/**
 * The database and its two accounts. The owner is no superuser: what works here then also works on a server where
 * motcua is one guest among others. Passwords are set each time, so a lost secrets.json heals itself.
 */
async function ensureRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string[] }>(
      `select array(select rolname::text from pg_roles where rolname in ('motcua_owner', 'motcua_app')
              union all select datname::text from pg_database where datname = 'motcua') as found`,
    );
    const found = rows[0]?.found ?? [];
    const setRole = async (role: string, rights: string, password: string): Promise<void> => {
      const verb = found.includes(role) ? "alter" : "create";
      await client.query(`${verb} role ${role} ${rights} password ${client.escapeLiteral(password)}`);
    };
    await setRole(ROLES.owner, "login createrole createdb", passwords.owner);
    await setRole(ROLES.app, "login", passwords.app);
    await client.query(`grant ${ROLES.app} to ${ROLES.owner} with admin option`);
    if (!found.includes("motcua")) await client.query("create database motcua owner motcua_owner");
  } finally {
    await client.end();
  }
}
