import { text } from "../kernel/text.ts";
import type { Sql } from "../platform/database/database.ts";
import { Trouble } from "../platform/trouble.ts";

/**
 * A trial with synthetic people and a real office never share a database: the first serve writes down which of the
 * two it is, and every later one must agree. So no stand-in can be let loose on real dossiers by a forgotten setting.
 * @throws Trouble when they disagree.
 */
export async function agreeOnKind(owner: Sql, demo: boolean): Promise<void> {
  const kind = demo ? "demo" : "real";
  const written = await findKind(owner);
  if (written === kind) return;
  if (written === null && !(demo && (await holdsDossiers(owner)))) return writeKind(owner, kind);
  throw new Trouble(
    demo
      ? text(
          "Cơ sở dữ liệu này chứa dữ liệu thật nên không chạy thử được. Hãy đặt OIDC_ISSUER và DEMO=off, hoặc dùng cơ sở dữ liệu khác để chạy thử.",
          "This database holds real data, so no trial can run on it. Set OIDC_ISSUER and DEMO=off, or use another database for the trial.",
        )
      : text(
          "Cơ sở dữ liệu này chứa dữ liệu chạy thử. Hãy dùng cơ sở dữ liệu mới cho vận hành thật, hoặc đặt DEMO=on để tiếp tục chạy thử.",
          "This database holds trial data. Use a new database for the real thing, or set DEMO=on to go on with the trial.",
        ),
  );
}

async function findKind(sql: Sql): Promise<"demo" | "real" | null> {
  const [row] = await sql.query<{ kind: "demo" | "real" }>("installation.find", "select kind from installation");
  return row?.kind ?? null;
}

async function holdsDossiers(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ any: boolean }>(
    "installation.dossiers",
    "select exists (select from dossiers) as any",
  );
  return row?.any ?? false;
}

async function writeKind(sql: Sql, kind: "demo" | "real"): Promise<void> {
  await sql.query("installation.write", "insert into installation (kind) values ($1) on conflict do nothing", [kind]);
}
