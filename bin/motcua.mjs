#!/usr/bin/env node
// `npx motcua …`. Standard output belongs to the command's answer, so progress goes to the other one.
import { becomeMotcua, ensureReady } from "../tools/ensure.mjs";

await ensureReady((line) => process.stderr.write(`${line}\n`));
becomeMotcua(process.argv.slice(2));
