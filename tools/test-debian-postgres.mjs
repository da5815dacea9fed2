// Runs tests against a PostgreSQL of the system (Debian's 15, or another from 15 to 18) instead of the embedded one, as
// an owner who is no superuser. Its data lives in a temporary folder and its processes in an account without rights.
// Arguments are test paths; the last line is `N passed, N failed`. Exit code 3: no such PostgreSQL on this machine.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findNode, root } from "./ensure.mjs";

const SUBSET = ["tests/support", "src/platform", "src/modules"];
const paths = process.argv.slice(2);
const bin = findServer();
if (!bin) {
  process.stdout.write(
    "No PostgreSQL 15 to 18 under /usr/lib/postgresql. / Không có PostgreSQL 15 đến 18 trên máy này.\n",
  );
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), "motcua-debian-"));
const account = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
if (account.uid) chownSync(folder, account.uid, account.gid);
chmodSync(folder, 0o711);
const data = join(folder, "data");
const secret = randomBytes(16).toString("hex");

let status = 1;
try {
  writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o644 });
  run("initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${join(folder, "secret")}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  run("pg_ctl", [
    "-D",
    data,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-k ${folder} -c listen_addresses= -c fsync=off`,
    "start",
  ]);
  const sql = `create role motcua_owner login createrole createdb password '${secret}'; grant all on schema public to motcua_owner;`;
  run("psql", ["-h", folder, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qc", sql], {
    PGPASSWORD: secret,
  });
  run("psql", ["-h", folder, "-U", "postgres", "-d", "postgres", "-qc", "create database motcua owner motcua_owner"], {
    PGPASSWORD: secret,
  });
  const url = `postgres://motcua_owner:${secret}@localhost/motcua?host=${encodeURIComponent(folder)}`;
  process.stdout.write(`PostgreSQL at ${bin}\n`);
  const done = spawnSync(findNode(), [join(root, "tools/test.mjs"), ...(paths.length > 0 ? paths : SUBSET)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TEST_DATABASE_URL: url },
  });
  status = done.status ?? 1;
} finally {
  spawnSync(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "-w", "stop"], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  });
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);

function findServer() {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter((version) => version >= 15 && version <= 18)
    : [];
  const [oldest] = versions.sort((a, b) => a - b);
  return oldest ? join(home, String(oldest), "bin") : null;
}

function run(program, args, env = {}) {
  const done = spawnSync(join(bin, program), args, {
    ...account,
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", ...env },
    stdio: ["ignore", program === "pg_ctl" ? "ignore" : "pipe", program === "pg_ctl" ? "ignore" : "pipe"],
  });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr ?? ""}${done.stdout ?? ""}${done.error ?? ""}`);
}
