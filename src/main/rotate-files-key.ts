import { text } from "../kernel/text.ts";
import { beginRotation, endRotation, keysHere, openFileKeys } from "../platform/file-keys.ts";
import { countKeys, reencrypt } from "../platform/file-rotation.ts";
import { openFiles } from "../platform/files.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { say } from "./upkeep.ts";

const TELL_EVERY_MS = 2_000;

/**
 * `motcua rotate-files-key`: a new key, then every file anew under it, while the office goes on working. Broken off, it
 * goes on where it was. Answers 2 when a file could not be read: its key must stay.
 */
export async function rotateFilesKeyNow(settings: Settings): Promise<number> {
  const goal = beginRotation(settings);
  const keys = openFileKeys(settings, openSecrets(settings.dataDir));
  await openFiles(settings.filesDir, Date.now(), keys);
  say(text(`Khóa tệp hiện tại: ${goal.id}.`, `The file key is now ${goal.id}.`));
  let toldAt = Date.now();
  const { rewritten, left } = await reencrypt(settings.filesDir, keys, ({ looked, rewritten }) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    say(
      text(`Đã xem ${looked} tệp, mã hóa lại ${rewritten}.`, `${looked} files looked at, ${rewritten} encrypted anew.`),
    );
  });
  say(text(`Đã mã hóa lại ${rewritten} tệp.`, `${rewritten} files were encrypted anew.`));
  for (const trouble of left.values()) say(trouble.said);
  if (left.size > 0) {
    say(
      text(
        `Còn ${left.size} tệp không đọc được. Hãy khôi phục chúng rồi chạy lại lệnh này; chưa bỏ khóa nào.`,
        `${left.size} files could not be read. Restore them and run this again; remove no key yet.`,
      ),
    );
    return 2;
  }
  endRotation(settings);
  await tellRemovable(settings, goal.id);
  return 0;
}

async function tellRemovable(settings: Settings, goal: string): Promise<void> {
  const used = await countKeys(settings.filesDir);
  const free = keysHere(settings).filter(({ id }) => id !== goal && !used.has(id));
  if (free.length === 0) return say(text("Không có khóa cũ nào để bỏ.", "There is no earlier key to remove."));
  const ids = free.map(({ id }) => id).join(", ");
  say(
    text(
      `Không còn tệp nào dùng khóa ${ids}. Chỉ bỏ khóa này khỏi secrets.json (file_keys) hoặc FILES_KEYS_FILE khi không còn cần bản sao lưu cũ nào.`,
      `No file is under the key ${ids} any more. Remove it from secrets.json (file_keys) or FILES_KEYS_FILE only once no earlier backup is needed.`,
    ),
  );
}
