import { fail, ok, type Result } from "../../kernel/result.ts";
import { SigningTrouble } from "./trouble.ts";

/** What became of one of many: its value, or what stopped its signature. */
export type Outcome<T> = Result<T, SigningTrouble>;

/** Enough to keep a signing service and the disk busy, few enough to leave connections for others. */
const AT_ONCE = 8;

/**
 * Does the same for many documents, some at a time, and answers for each in the order given. What stops one signature
 * stops that document only; a refusal that will not pass stops what has not begun, with the same answer: a wrong PIN
 * is not tried a hundred times.
 * @throws what is no failure of signing: our own mistake, after the works under way have ended
 */
export async function signMany<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly Outcome<R>[]> {
  const outcomes: Outcome<R>[] = [];
  let next = 0;
  let stopped: SigningTrouble | null = null;
  let mistake: { readonly cause: unknown } | null = null;
  const worker = async (): Promise<void> => {
    while (next < items.length && !mistake) {
      const at = next++;
      if (stopped) {
        outcomes[at] = fail(stopped);
        continue;
      }
      try {
        outcomes[at] = ok(await work(items[at] as T));
      } catch (cause) {
        if (!(cause instanceof SigningTrouble)) mistake = { cause };
        else outcomes[at] = fail(cause);
        if (cause instanceof SigningTrouble && lasts(cause)) stopped = cause;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  if (mistake) throw (mistake as { cause: unknown }).cause;
  return outcomes;
}

const lasts = ({ failure }: SigningTrouble): boolean => failure.kind === "signer" && !failure.passing;
