import { spawn } from "node:child_process";
import { appendFileSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "../../kernel/text.ts";
import { diskFull, Trouble } from "../trouble.ts";
import type { Binaries } from "./binaries.ts";
import { stopLeftovers } from "./leftovers.ts";
import type { ServerUser } from "./server-user.ts";

export const SETTINGS_FILE = "motcua.conf";

export const isInitialised = (pgData: string): boolean => existsSync(join(pgData, "PG_VERSION"));

/**
 * Makes the data folder of the embedded server. It is built beside and renamed when whole, so that a killed first
 * start leaves nothing that a second could mistake for a database.
 */
export async function initialise(
  pgData: string,
  binaries: Binaries,
  user: ServerUser,
  superuserPassword: string,
): Promise<void> {
  const beside = `${pgData}.new`;
  if (existsSync(beside)) await stopLeftovers(beside);
  rmSync(beside, { recursive: true, force: true });
  user.makeFolder(beside);
  const passwordFile = `${pgData}.password`;
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user.account) chownSync(passwordFile, user.account.uid, user.account.gid);
  try {
    await runTool(
      user,
      binaries.initdb,
      [
        `--pgdata=${beside}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Part of the server itself, so that it is there on every machine and sorts alike on all of them.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      pgData,
    );
    appendFileSync(join(beside, "postgresql.conf"), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
    renameSync(beside, pgData);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** @throws Trouble when the folder was made by another major version: PostgreSQL cannot read it. */
export function checkVersion(pgData: string, major: number): void {
  const found = readFileSync(join(pgData, "PG_VERSION"), "utf8").trim();
  if (found === String(major)) return;
  throw new Trouble(
    text(
      `Dữ liệu tại ${pgData} do PostgreSQL ${found} tạo, bản này dùng PostgreSQL ${major}. Hãy dùng bản motcua cũ để "motcua backup", rồi "motcua restore" vào DATA_DIR mới.`,
      `The data in ${pgData} was made by PostgreSQL ${found}; this version uses PostgreSQL ${major}. Run "motcua backup" with the former version, then "motcua restore" into a new DATA_DIR.`,
    ),
  );
}

/** Writes the settings of this start and hands the file to the server's account. */
export function writeSettings(pgData: string, settings: string, user: ServerUser): void {
  const path = join(pgData, SETTINGS_FILE);
  writeFileSync(path, settings, { mode: 0o600 });
  if (user.account) chownSync(path, user.account.uid, user.account.gid);
}

/** Gives the superuser its password again, when secrets.json was lost: single-user mode asks for none. */
export async function resetSuperuser(
  pgData: string,
  binaries: Binaries,
  user: ServerUser,
  password: string,
): Promise<void> {
  const statement = `alter role postgres password '${password.replaceAll("'", "''")}'\n`;
  await runTool(user, binaries.postgres, ["--single", "-D", pgData, "postgres"], pgData, statement);
}

async function runTool(
  user: ServerUser,
  program: string,
  args: readonly string[],
  pgData: string,
  input = "",
): Promise<void> {
  const { file, args: line, spawnAs } = user.command(program, args);
  const tool = spawn(file, line, {
    ...spawnAs,
    cwd: dirname(pgData),
    env: toolEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [tool.stdout, tool.stderr]) stream.on("data", (chunk) => (said += chunk));
  tool.stdin.end(input);
  const code = await new Promise<number | null>((done, failed) => tool.once("error", failed).once("close", done));
  if (code === 0) return;
  if (/No space left on device/.test(said)) throw diskFull(pgData);
  const last = said.trim().split("\n").slice(-3).join(" ");
  throw new Trouble(
    text(`Không tạo được cơ sở dữ liệu tại ${pgData}: ${last}`, `The database could not be made in ${pgData}: ${last}`),
  );
}

/** Nothing of our own environment is the server's business; a PGDATA or PGPORT set by somebody must not lead it astray. */
export const toolEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? "",
  LC_ALL: "C",
  TZ: "UTC",
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
});
