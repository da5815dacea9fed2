import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./database.ts";

/** A transaction that can also take rows in by COPY. */
export type BulkTx = Tx & {
  /** Adds rows already written as COPY text (see `copyText`), as they come. */
  copy(table: string, columns: readonly string[], text: Buffer): Promise<void>;
};

/** One connection for large amounts of rows. Needs the owner's address. */
export type Bulk = {
  inTransaction<T>(work: (tx: BulkTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** So much goes to the server at once; between two pieces other work of the process has its turn. */
const PIECE_BYTES = 256 * 1024;

/** @throws when the server cannot be reached */
export async function openBulk(url: string): Promise<Bulk> {
  const client = new pg.Client({ connectionString: url, application_name: "motcua bulk" });
  await client.connect();
  const tx: BulkTx = {
    transaction: true,
    async query<Row extends object>(name: string, text: string, values: readonly unknown[] = []) {
      return (await client.query<Row>({ name, text, values: [...values] })).rows;
    },
    async copy(table, columns, text) {
      const into = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
      const over = once(into, "finish");
      for (let at = 0; at < text.length; at += PIECE_BYTES) {
        if (!into.write(text.subarray(at, at + PIECE_BYTES))) await Promise.race([once(into, "drain"), over]);
      }
      into.end();
      await over;
    },
  };
  return {
    async inTransaction(work) {
      await client.query("begin");
      try {
        const value = await work(tx);
        await client.query("commit");
        return value;
      } catch (error) {
        await client.query("rollback").catch(() => undefined);
        throw error;
      }
    },
    close: () => client.end(),
  };
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Rows in the text form of COPY: columns by tab, `\N` where there is nothing. */
export const copyText = (rows: readonly (readonly (string | number | boolean | null)[])[]): Buffer =>
  Buffer.from(rows.map((cells) => `${cells.map(copyCell).join("\t")}\n`).join(""));

function copyCell(cell: string | number | boolean | null): string {
  if (cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  return /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter) : cell;
}
