import { text as textOf } from "node:stream/consumers";
import { loadCalculations } from "../../law/index.ts";
import { type Text, text } from "../kernel/text.ts";
import { Trouble } from "../platform/trouble.ts";

/** `motcua calculate NAME < input.json`: prints the answer, or the refusal of the input with exit code 1. */
export async function calculateNow(args: readonly string[]): Promise<number> {
  const { calculateAny, calculations } = await loadCalculations();
  const [name] = args;
  if (name === undefined || args.length !== 1) throw new Trouble(usage([...calculations.keys()].join(", ")));
  const answer = await calculateAny(name, readJson(await textOf(process.stdin)));
  const printed = answer.ok ? answer.value : { error: answer.failure };
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return answer.ok ? 0 : 1;
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
