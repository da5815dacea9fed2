import { text } from "../kernel/text.ts";
import { commandAccounts } from "../modules/access/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { withDatabase } from "./upkeep.ts";

const ORDERS = { "--end-sessions": "end-sessions", "--disable": "disable", "--enable": "enable" } as const;

/** `motcua account SUBJECT [--end-sessions | --disable | --enable]`: what runs under an account ends at once. */
export async function accountNow(args: readonly string[], settings: Settings): Promise<number> {
  const [subject, flag, ...more] = args;
  const order = flag === undefined ? "show" : Object.hasOwn(ORDERS, flag) ? ORDERS[flag as keyof typeof ORDERS] : null;
  if (!subject || subject.startsWith("--") || order === null || more.length > 0) throw new Trouble(USAGE);
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({ url: appUrl, most: 1, name: "motcua account", ...(appRole ? { role: appRole } : {}) });
    try {
      const told = await commandAccounts(db, subject, order, Date.now());
      if (told.length === 0)
        throw new Trouble(text(`Chưa có ai đăng nhập bằng mã ${subject}.`, `Nobody has signed in as ${subject} yet.`));
      for (const { name, kind, disabled, ended } of told) {
        const state = disabled ? "ĐÃ KHÓA / DISABLED" : "được vào / let in";
        process.stdout.write(`${name} (${kind}): ${state}; ${ended} phiên đã kết thúc / sessions ended\n`);
      }
    } finally {
      await db.close();
    }
  });
  return 0;
}

const USAGE = text(
  "Cách dùng: motcua account MÃ_TÀI_KHOẢN [--end-sessions | --disable | --enable]",
  "Usage: motcua account SUBJECT [--end-sessions | --disable | --enable]",
);
