// `npm start`: installs what the lock file says, builds when sources changed, then serves.
import { becomeMotcua, ensureReady } from "./ensure.mjs";

await ensureReady((line) => process.stdout.write(`${line}\n`));
becomeMotcua(["serve", ...process.argv.slice(2)]);
