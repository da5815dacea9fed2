import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "../../kernel/text.ts";
import { pathTrouble, Trouble } from "../trouble.ts";

export type DataLock = {
  /** Notes for a person and for `motcua backup` who holds the folder and where its database listens. */
  note(listening: object): void;
  release(): void;
};

/**
 * One motcua a data folder. The lock is the operating system's own lock on `<dataDir>/motcua.lock`, taken through
 * SQLite because Node has no flock: it ends with the process however that dies, so there is no stale lock to judge.
 * @returns null when another motcua works on the folder.
 * @throws Trouble when the folder cannot be written.
 */
export function lockDataDir(dataDir: string): DataLock | null {
  let lock: DatabaseSync;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, "motcua.lock"), "", { flag: "a", mode: 0o600 });
    lock = new DatabaseSync(join(dataDir, "motcua.lock"), { timeout: 0 });
  } catch (error) {
    throw pathTrouble(dataDir, error);
  }
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw pathTrouble(dataDir, error);
  }
  const note = (listening: object): void =>
    writeFileSync(join(dataDir, NOTE), `${JSON.stringify({ pid: process.pid, ...listening })}\n`, { mode: 0o600 });
  note({});
  return {
    note,
    release() {
      rmSync(join(dataDir, NOTE), { force: true });
      lock.close();
    },
  };
}

/** Whether another motcua works on the folder now. */
export function isLocked(dataDir: string): boolean {
  if (!existsSync(join(dataDir, "motcua.lock"))) return false;
  const lock = lockDataDir(dataDir);
  lock?.release();
  return lock === null;
}

const NOTE = "running.json";

/** Who holds the folder and where its database listens, as far as it has said so. */
export function readNote(dataDir: string): { pid?: number; socketDir?: string; port?: number } {
  try {
    return JSON.parse(readFileSync(join(dataDir, NOTE), "utf8"));
  } catch {
    return {};
  }
}

export function alreadyRunning(dataDir: string): Trouble {
  const { pid } = readNote(dataDir);
  return new Trouble(
    text(
      `Một motcua khác đang chạy với thư mục ${dataDir}${pid ? ` (tiến trình ${pid})` : ""}. Hãy dừng nó trước, hoặc đặt DATA_DIR khác.`,
      `Another motcua is running on ${dataDir}${pid ? ` (process ${pid})` : ""}. Stop it first, or set another DATA_DIR.`,
    ),
  );
}

const isBusy = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "errcode" in error && Number(error.errcode) % 256 === 5;
