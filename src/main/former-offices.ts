import { text } from "../kernel/text.ts";
import { loadFormerUnits } from "../modules/catalogue/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { bringUpToDate } from "./boot.ts";
import { say, withDatabase } from "./upkeep.ts";

/**
 * `motcua former-offices`: the offices of the three levels until 2025, each with its successor. Dossiers that name one
 * are handed on by the job of the night (`dossiers-reroute`).
 */
export async function formerOfficesNow(settings: Settings): Promise<number> {
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    const owner = openDatabase({ url: database.ownerUrl, most: 1, name: "motcua former-offices" });
    try {
      const done = await loadFormerUnits(owner);
      say(
        done === "loaded"
          ? text("Đã nạp các cơ quan cũ. Hãy khởi động lại hệ thống.", "The former offices are in. Restart the system.")
          : text("Các cơ quan cũ đã có sẵn.", "The former offices were there already."),
      );
    } finally {
      await owner.close();
    }
  });
  return 0;
}
