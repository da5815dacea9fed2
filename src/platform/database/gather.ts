/** So many questions travel together at most; more would make the first of them wait for the last. */
const MOST = 64;
/** One is being answered while the next gathers. */
const AT_ONCE = 2;

type Waiting<Q, A> = { readonly question: Q; settle(answer: A): void; reject(cause: unknown): void };

/**
 * Asks together what is asked at the same time: questions of one turn of the event loop, and those that come while
 * earlier ones are being answered. Nothing is remembered: each answer is read after its question was put. Alone, a
 * question leaves at once; under load, the way to the database is paid once for many.
 * @param ask answers all questions, in their order.
 */
export function gather<Q, A>(ask: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let underWay = 0;
  let called = false;

  const leave = (): void => {
    called = false;
    while (underWay < AT_ONCE && waiting.length > 0) void answer(waiting.splice(0, MOST));
  };
  const answer = async (some: readonly Waiting<Q, A>[]): Promise<void> => {
    underWay += 1;
    try {
      const answers = await ask(some.map(({ question }) => question));
      if (answers.length !== some.length) throw new Error("as many answers as questions are needed");
      for (const [at, { settle }] of some.entries()) settle(answers[at] as A);
    } catch (cause) {
      for (const { reject } of some) reject(cause);
    } finally {
      underWay -= 1;
      leave();
    }
  };

  return (question) =>
    new Promise((settle, reject) => {
      waiting.push({ question, settle, reject });
      if (called || underWay >= AT_ONCE) return;
      called = true;
      setImmediate(leave);
    });
}
