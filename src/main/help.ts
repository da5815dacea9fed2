import type { Text } from "../kernel/text.ts";
import { SETTINGS } from "../platform/settings.ts";

type Listed = Readonly<Record<string, { readonly usage: string; readonly does: Text }>>;

export function printHelp(to: NodeJS.WriteStream, commands: Listed): void {
  const rows = Object.values(commands).map(({ usage, does }) => `  ${usage}\n      ${does.vi}\n      ${does.en}`);
  to.write(`Một Cửa (motcua)\n\n${rows.join("\n")}\n`);
}

/** The documented list of settings, as `motcua settings` shows it. */
export function printSettings(): number {
  for (const [name, { doc }] of Object.entries(SETTINGS))
    process.stdout.write(`${name}\n    ${doc.vi}\n    ${doc.en}\n`);
  return 0;
}
