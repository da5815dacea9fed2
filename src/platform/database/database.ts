import pg from "pg";

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
  close(): Promise<void>;
};

/** Opens a pool. `role` is taken on every connection: the application never works as the owner of the tables. */
export function openDatabase(options: { url: string; role?: string; most?: number; name?: string }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.most ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: options.name ?? "motcua",
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);

  const asker = (client: pg.Pool | pg.PoolClient): Sql => ({
    async query<Row extends object>(name: string, text: string, values: readonly unknown[] = []) {
      const answer = await client.query<Row>({ name, text, values: [...values] });
      return answer.rows;
    },
  });

  return {
    ...asker(pool),
    async inTransaction(work) {
      const client = await pool.connect();
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
    close: () => pool.end(),
  };
}
