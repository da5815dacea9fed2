// The command line: finds the command, reads the settings, and turns what an operator can mend into two sentences.
import { readSettings } from "../platform/settings.ts";
import { COMMANDS } from "./commands.ts";
import { explain } from "./explain.ts";

process.exitCode = await main(process.argv.slice(2));
// Whatever a command left open, its work is done.
await new Promise<void>((written) => process.stdout.write("", () => written()));
process.exit();

async function main([name = "help", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const asked = ["help", "--help", "-h"].includes(name);
    const { printHelp } = await import("./help.ts");
    printHelp(asked ? process.stdout : process.stderr, COMMANDS);
    return asked ? 0 : 1;
  }
  let about = { databaseUrl: process.env.DATABASE_URL ?? null, dataDir: process.env.DATA_DIR ?? "var" };
  try {
    const settings = readSettings(process.env);
    about = settings;
    return await command.run(args, settings);
  } catch (error) {
    const trouble = explain(error, about);
    if (trouble) process.stderr.write(`\nmotcua: ${trouble.said.vi}\n        ${trouble.said.en}\n`);
    else
      process.stderr.write(
        `\nmotcua: lỗi của chương trình / our own mistake:\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
    return 1;
  }
}
