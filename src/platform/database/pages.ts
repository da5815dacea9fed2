import type { Tx } from "./database.ts";

/** So many rows are in memory at once. */
const PAGE_ROWS = 1_000;

/**
 * The rows of one question, a page at a time, as they stood when it was asked. One at a time in a transaction: the
 * cursor ends with it or when the reading stops.
 */
export async function* pagesOf<Row extends object>(
  tx: Tx,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): AsyncGenerator<readonly Row[], undefined> {
  await tx.query(`${name}-open`, `declare page_reader no scroll cursor for ${text}`, values);
  try {
    for (;;) {
      const page = await tx.query<Row>(`${name}-fetch`, `fetch ${PAGE_ROWS} from page_reader`);
      if (page.length > 0) yield page;
      if (page.length < PAGE_ROWS) return undefined;
    }
  } finally {
    // Where the transaction has failed already there is nothing to close.
    await tx.query(`${name}-close`, "close page_reader").catch(() => undefined);
  }
}
