import { expect, test } from "vitest";
import { gather } from "./gather.ts";

const later = (ms = 1): Promise<void> => new Promise((done) => setTimeout(done, ms));

test("what is asked in one turn is asked together, each gets its own answer", async () => {
  const asked: (readonly number[])[] = [];
  const double = gather(async (questions: readonly number[]) => {
    asked.push(questions);
    await later();
    return questions.map((n) => n * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

test("nothing is remembered: the same question is asked anew, and never answered from before it was put", async () => {
  let truth = 0;
  const ask = gather(async (questions: readonly string[]) => {
    const read = truth;
    await later(5);
    return questions.map(() => read);
  });
  const first = ask("q");
  await later(2);
  truth = 1;
  expect(await ask("q")).toBe(1);
  expect(await first).toBe(0);
});

test("a failure reaches all who asked together, and those after them are answered", async () => {
  let failing = true;
  const ask = gather(async (questions: readonly number[]) => {
    if (failing) throw new Error("gone");
    return questions;
  });
  const outcomes = await Promise.allSettled([ask(1), ask(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  failing = false;
  expect(await ask(3)).toBe(3);
});

test("many questions travel in several groups, two at a time, none is lost", async () => {
  let [underWay, most] = [0, 0];
  const ask = gather(async (questions: readonly number[]) => {
    underWay += 1;
    most = Math.max(most, underWay);
    expect(questions.length).toBeLessThanOrEqual(64);
    await later();
    underWay -= 1;
    return questions;
  });
  const numbers = Array.from({ length: 500 }, (_, n) => n);
  expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
  expect(most).toBe(2);
});
