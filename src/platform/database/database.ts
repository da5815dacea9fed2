import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { codeOf } from "../trouble.ts";
import { SET_SCOPE, scopeNow, scopeSettings } from "./scope.ts";

/** Money comes back as a number: whole đồng stay far below 2^53. Days stay text, moments become milliseconds. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => Date.parse(value));

/** Something that answers SQL. `name` makes it a prepared statement: one name, one text, for the life of the process. */
export type Sql = {
  query<Row extends object>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** A transaction under way. Its type says that what was written with it is not yet promised to anybody. */
export type Tx = Sql & { readonly transaction: true };

export type Database = Sql & {
  /** Runs the work in one transaction: commits when it returns, rolls back when it throws. */
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** How many connections are open, idle, and waited for. */
  connections(): { open: number; idle: number; waiting: number };
  close(): Promise<void>;
};

/** While a server restarts, who asks waits this long before hearing that there is none. */
const RESTART_MS = 5_000;
const BETWEEN_TRIES_MS = 100;
/** No socket yet, nobody listening, starting up, shutting down: a server that is about to be back. */
const COMING_BACK = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03", "57P01"]);

/** Opens a pool. `role` is taken on every connection: the application never works as the owner of the tables. */
export function openDatabase(options: { url: string; role?: string; most?: number; name?: string }): Database {
  const pool = new pg.Pool({
    connectionString: options.role ? inRole(options.url, options.role) : options.url,
    max: options.most ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: options.name ?? "motcua",
  });
  // A connection that breaks, idle or at work, is replaced by the pool; without listeners it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  /** For whom each connection was last asked; it is told anew only when that changes. */
  const toldOf = new WeakMap<pg.PoolClient, string>();
  const connect = async (): Promise<pg.PoolClient> => {
    const settings = scopeSettings(scopeNow());
    const wanted = settings.join(" ");
    const client = await connectAnybody();
    if (toldOf.get(client) === wanted) return client;
    try {
      await client.query({ name: "scope", text: SET_SCOPE, values: [...settings] });
      toldOf.set(client, wanted);
      return client;
    } catch (cause) {
      client.release(true);
      throw cause;
    }
  };

  /** Nothing has been sent yet, so trying again can do nothing twice. */
  const connectAnybody = async (): Promise<pg.PoolClient> => {
    for (const until = Date.now() + RESTART_MS; ; ) {
      try {
        return await pool.connect();
      } catch (error) {
        if (!COMING_BACK.has(codeOf(error)) || Date.now() > until) throw error;
        await pause(BETWEEN_TRIES_MS);
      }
    }
  };

  const asker = (client: pg.PoolClient): Sql => ({
    async query<Row extends object>(name: string, text: string, values: readonly unknown[] = []) {
      const answer = await client.query<Row>({ name, text, values: [...values] });
      return answer.rows;
    },
  });

  return {
    async query<Row extends object>(name: string, text: string, values: readonly unknown[] = []) {
      const client = await connect();
      let broken: Error | undefined;
      try {
        return await asker(client).query<Row>(name, text, values);
      } catch (cause) {
        // An answer of the server leaves the connection usable; anything else does not.
        if (!(cause instanceof pg.DatabaseError)) broken = cause instanceof Error ? cause : new Error(String(cause));
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    async inTransaction(work) {
      const client = await connect();
      let broken: Error | undefined;
      try {
        await client.query("begin");
        const value = await work({ ...asker(client), transaction: true });
        await client.query("commit");
        return value;
      } catch (cause) {
        await client.query("rollback").catch((error: Error) => {
          broken = error;
        });
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

/** Adds the role to whatever options the address brings along; passed beside it, pg would let the address win. */
function inRole(url: string, role: string): string {
  const address = new URL(url);
  const brought = address.searchParams.get("options");
  address.searchParams.set("options", `${brought ? `${brought} ` : ""}-c role=${role}`);
  return address.href.replaceAll("+", "%20");
}
