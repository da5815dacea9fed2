import { text as textOf } from "node:stream/consumers";
import { loadCalculations } from "../../law/index.ts";
import { type Text, text } from "../kernel/text.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";

/**
 * `motcua calculate NAME [--published] < input.json`: prints the answer, or the refusal of the input with exit code 1. It
 * reckons by the law as delivered; with `--published` what the office has published is laid over it first.
 */
export async function calculateNow(args: readonly string[], settings: Settings): Promise<number> {
  const { calculateAny, calculations } = await loadCalculations();
  const published = args.includes("--published");
  const [name, ...more] = args.filter((arg) => arg !== "--published");
  if (name === undefined || more.length > 0) throw new Trouble(usage([...calculations.keys()].join(", ")));
  if (published) await withPublished(settings);
  const answer = await calculateAny(name, readJson(await textOf(process.stdin)));
  const printed = answer.ok ? answer.value : { error: answer.failure };
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return answer.ok ? 0 : 1;
}

async function withPublished(settings: Settings): Promise<void> {
  const { layPublished } = await import("../modules/regulations/index.ts");
  const { openDatabase } = await import("../platform/database/database.ts");
  const { withDatabase } = await import("./upkeep.ts");
  await withDatabase(settings, async ({ appUrl, appRole }) => {
    const db = openDatabase({ url: appUrl, most: 1, name: "motcua calculate", ...(appRole ? { role: appRole } : {}) });
    try {
      await layPublished(db);
    } finally {
      await db.close();
    }
  });
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new Trouble(NOT_JSON);
  }
}

const usage = (names: string): Text =>
  text(
    `Cần đúng một tên phép tính: ${names}. Dữ liệu vào là JSON qua đầu vào chuẩn.`,
    `Exactly one name of a calculation is needed: ${names}. The input is JSON on standard input.`,
  );
const NOT_JSON: Text = text("Đầu vào chuẩn không phải là JSON hợp lệ.", "Standard input is not valid JSON.");
