import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { text } from "../../kernel/text.ts";
import { Trouble } from "../trouble.ts";

/** How the server's programs are started: as which account, and with which command in front. */
export type ServerUser = {
  /** Null: as ourselves. */
  readonly account: { readonly uid: number; readonly gid: number } | null;
  /**
   * The command line that runs `program`; `spawnAs` goes into the options of `spawn`. `whenOrphaned` is the signal it
   * gets when we die without a word, on systems that can promise that.
   */
  command(program: string, args: readonly string[], whenOrphaned?: NodeJS.Signals): CommandLine;
  /** Makes a folder that only this account (and root) can enter. */
  makeFolder(path: string): void;
};
export type CommandLine = { file: string; args: string[]; spawnAs: { uid?: number; gid?: number } };

/** `nobody` and `nogroup` by number: the names differ between systems, the number does not. */
const NOBODY = 65_534;

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of an existing data folder, else as nobody.
 * When the folders above are closed to that account (a project under /root, a mktemp folder), `setpriv` lets it pass
 * them without giving it anything else; where all folders are open, it gets no capability at all.
 * @throws Trouble where only setpriv could help and there is none.
 */
export function serverUserFor(pgData: string, mustReach: readonly string[]): ServerUser {
  const setpriv = findSetpriv();
  const withSetpriv = (identity: readonly string[], account: { uid: number; gid: number } | null) =>
    function command(program: string, args: readonly string[], whenOrphaned?: NodeJS.Signals): CommandLine {
      if (!setpriv) return { file: program, args: [...args], spawnAs: account ?? {} };
      const orphaned = whenOrphaned ? [`--pdeathsig=${whenOrphaned.replace("SIG", "")}`] : [];
      if (identity.length + orphaned.length === 0) return { file: program, args: [...args], spawnAs: {} };
      return { file: setpriv, args: [...identity, ...orphaned, program, ...args], spawnAs: {} };
    };
  if (process.getuid?.() !== 0) {
    return {
      account: null,
      command: withSetpriv([], null),
      makeFolder: (path) => mkdirSync(path, { recursive: true, mode: 0o700 }),
    };
  }
  const account = ownerOf(pgData) ?? { uid: NOBODY, gid: NOBODY };
  const closed = [pgData, ...mustReach].map((path) => findClosed(account, dirname(path))).find((path) => path !== null);
  if (closed && !setpriv) throw outOfReach(closed);
  // Without no_setuid_fixup, access(2) forgets the capabilities, and PostgreSQL asks it about its own programs.
  const capabilities = closed
    ? [
        "--securebits=+no_setuid_fixup",
        "--inh-caps=+dac_override,+dac_read_search",
        "--ambient-caps=+dac_override,+dac_read_search",
      ]
    : [];
  return {
    account,
    command: withSetpriv(
      [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", ...capabilities],
      account,
    ),
    makeFolder(path) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      chownSync(path, account.uid, account.gid);
    },
  };
}

/** util-linux's setpriv; smaller ones of the same name cannot change the account. */
function findSetpriv(): string | null {
  if (process.platform !== "linux") return null;
  const path = ["/usr/bin/setpriv", "/bin/setpriv"].find((candidate) => existsSync(candidate));
  const help = path ? spawnSync(path, ["--help"], { encoding: "utf8" }).stdout : "";
  return path && /--reuid/.test(help) && /--pdeathsig/.test(help) ? path : null;
}

const outOfReach = (path: string): Trouble =>
  new Trouble(
    text(
      `Khi chạy bằng root, PostgreSQL chạy dưới tài khoản nobody và không vào được ${path}. Hãy cài gói util-linux (setpriv), hoặc chạy motcua bằng tài khoản thường, hoặc đặt DATA_DIR ở thư mục mà mọi tài khoản vào được.`,
      `Started by root, PostgreSQL runs as nobody and cannot enter ${path}. Install util-linux (setpriv), run motcua as an ordinary account, or set DATA_DIR to a folder open to all accounts.`,
    ),
  );

function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(path);
    return uid === 0 ? null : { uid, gid };
  } catch {
    return null;
  }
}

/** The first folder on the way to `path` that the account may not enter; null when it may enter all. */
function findClosed(account: { uid: number; gid: number }, path: string): string | null {
  for (let at = resolve(path); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return at;
    if (at === dirname(at)) return null;
  }
}
