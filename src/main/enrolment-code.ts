import { text } from "../kernel/text.ts";
import { makeOperatorCode } from "../modules/access/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { withDatabase } from "./upkeep.ts";

/** `motcua enrolment-code OFFICER`: prints the one-time code with which an officer without a passkey adds the first one. */
export async function enrolmentCodeNow(args: readonly string[], settings: Settings): Promise<number> {
  const [subject] = args;
  if (!subject || args.length > 1) {
    throw new Trouble(
      text(
        "Cách dùng: motcua enrolment-code MÃ_TÀI_KHOẢN",
        "Usage: motcua enrolment-code OFFICER (subject of the sign-in)",
      ),
    );
  }
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({
      url: appUrl,
      most: 1,
      name: "motcua enrolment-code",
      ...(appRole ? { role: appRole } : {}),
    });
    try {
      const made = await makeOperatorCode(db, subject, Date.now());
      if (!made) {
        throw new Trouble(
          text(
            `Chưa có cán bộ nào đăng nhập bằng mã ${subject}. Cán bộ đăng nhập một lần rồi chạy lại lệnh này.`,
            `No officer has signed in as ${subject} yet. Let them sign in once, then run this again.`,
          ),
        );
      }
      process.stdout.write(`${made.name}: ${made.code}\n`);
    } finally {
      await db.close();
    }
  });
  return 0;
}
