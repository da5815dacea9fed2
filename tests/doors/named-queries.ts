import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Every statement the product sends, as its sources name it, with the tables it reads. */

const ROOT = join(import.meta.dirname, "../..");

export type NamedQuery = { readonly name: string; readonly file: string; readonly sql: string };

/** `query("name", "statement"`, with or without a type; names and statements in quotes or backticks, remarks between. */
const CALL = /\bquery(?:<[^()]*?>)?\(\s*(["`])((?:(?!\1)[\s\S])+?)\1,\s*(?:\/\/[^\n]*\n\s*)*(["`])([\s\S]*?)\3\s*[,)]/g;
/** Any call at all, but for the query part of a request's address. */
const ANY_CALL = /(?<!req)\.query(?:<[^()]*?>)?\(/g;

/** All named statements of src, and the files with calls whose statement does not stand in the call. Platform and gateways know no tables. */
export function namedQueries(): { readonly queries: readonly NamedQuery[]; readonly unread: readonly string[] } {
  const queries: NamedQuery[] = [];
  const unread: string[] = [];
  for (const entry of readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })) {
    if (!/^(modules|web|main)/.test(relative(join(ROOT, "src"), entry.parentPath))) continue;
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test(-support)?\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(ROOT, path);
    const source = readFileSync(path, "utf8");
    const found = [...source.matchAll(CALL)].map(([, , name = "", , sql = ""]) => ({
      name: name.replace(/\$\{.*$/, "*"),
      file,
      sql: inlined(sql, source),
    }));
    queries.push(...found);
    for (let at = found.length; at < [...source.matchAll(ANY_CALL)].length; at += 1) unread.push(file);
  }
  return { queries, unread };
}

/** The statement with the constants of its file in their places; whatever is not a constant is left out. */
function inlined(sql: string, source: string): string {
  const once = (text: string): string =>
    text.replace(/\$\{([A-Za-z_]+)\}/g, (_whole, name: string) => {
      const constant = new RegExp(`const ${name}\\s*=\\s*(["\`])([\\s\\S]*?)\\1;`).exec(source);
      return constant?.[2] ?? "";
    });
  return once(once(sql)).replace(/\s+/g, " ");
}

/** The tables a statement reads: named after `from` or `join`, or changed and given back. */
export function tablesRead(sql: string, tables: readonly string[]): readonly string[] {
  const lower = sql.toLowerCase();
  return tables.filter((table) => {
    if (new RegExp(`(?<!delete )\\b(from|join) ${table}\\b`).test(lower)) return true;
    return new RegExp(`\\b(insert into|update|delete from) ${table}\\b`).test(lower) && /\breturning\b/.test(lower);
  });
}

/** The tables of the reviewed schema. */
export const tablesOfSchema = (): readonly string[] =>
  [...readFileSync(join(ROOT, "db/schema.sql"), "utf8").matchAll(/^create table public\.(\w+)/gm)].map(
    ([, name = ""]) => name,
  );
