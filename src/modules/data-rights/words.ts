/** What people write here: a few sentences, as the database can keep them. */
const LONGEST = 2_000;

/** The words tidied; null where there are none, or too many. */
export function wordsOf(typed: string): string | null {
  const words = typed.replaceAll("\r\n", "\n").trim();
  return words === "" || words.length > LONGEST ? null : words;
}
