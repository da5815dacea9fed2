import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { deeplyNested, MEGABYTE, wrongRefusal } from "../../tests/support/nasty-input.ts";

const CLI = join(import.meta.dirname, "cli.ts");

/** Runs `motcua calculate` as a process of its own, as a script would. */
async function calculate(args: readonly string[], input: string) {
  const run = spawn(process.execPath, [CLI, "calculate", ...args], { stdio: "pipe" });
  run.stdin.end(input);
  const [out, err, [code]] = await Promise.all([textOf(run.stdout), textOf(run.stderr), once(run, "exit")]);
  return { out, err, code };
}

describe("motcua calculate", () => {
  it("prints value, steps and citations of a sound input", async () => {
    const { out, code } = await calculate(["deadline"], `{"from":"2026-11-23","count":1,"unit":"working-day"}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ value: { due: "2026-11-25", provisional: false }, citations: [{}] });
  });

  // A process for each takes its second; the other bad input is asked without one, in law/rules/fuzz.test.ts.
  it.each([
    ["an unknown name", "__proto__", "{}", "unknown-calculation", ""],
    ["a megabyte of text", "person-number", JSON.stringify({ number: MEGABYTE }), "invalid-length", "number"],
    ["a list a hundred thousand deep", "deadline", `{"from":${deeplyNested(100_000)}}`, "wrong-type", "from"],
    ["a key of the prototype", "base45", `{"text":"","__proto__":{"bytes":"00"}}`, "unknown-field", "__proto__"],
  ])("refuses %s with exit code 1 and the error alone", async (_what, name, input, code, field) => {
    const refused = await calculate([name], input);
    expect(refused.code).toBe(1);
    const { error, ...more } = JSON.parse(refused.out);
    expect(more).toEqual({});
    expect(error).toMatchObject({ code, field });
    if (code !== "unknown-calculation") expect(wrongRefusal(error)).toBeNull();
  });

  it("says what is no JSON, and prints no answer", async () => {
    const input = '{"a":NaN}';
    const { out, err, code } = await calculate(["deadline"], input);
    expect([out, code]).toEqual(["", 1]);
    expect(err).toMatch(/JSON/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
