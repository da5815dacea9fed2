// After an install: makes `npx motcua` find bin/motcua.mjs (npm links the commands of dependencies, not our own), and
// notes which lock file was installed, so that `npm start` need not install again.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedMark, lockHash, root } from "./ensure.mjs";

const folder = join(root, "node_modules", ".bin");
mkdirSync(folder, { recursive: true });
if (process.platform === "win32") {
  writeFileSync(join(folder, "motcua.cmd"), '@node "%~dp0\\..\\..\\bin\\motcua.mjs" %*\r\n');
} else {
  const link = join(folder, "motcua");
  rmSync(link, { force: true });
  symlinkSync(join("..", "..", "bin", "motcua.mjs"), link);
  chmodSync(join(root, "bin", "motcua.mjs"), 0o755);
}
if (existsSync(join(root, "package-lock.json"))) writeFileSync(installedMark, `${lockHash()}\n`);
