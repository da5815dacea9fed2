import type { Edition } from "../../engine/definition/index.ts";
import { type Answers, answerAt, type ItemAnswers } from "../../engine/form/index.ts";

/**
 * The answer that fills a column of the register: of the paths the edition names, the first that is answered. Paths
 * into a group (`guests.full-name`) are read from the entry.
 */
export function columnValue(edition: Edition, column: string, answers: Answers, entry?: ItemAnswers): unknown {
  const named = edition.register?.values[column];
  for (const path of typeof named === "string" ? [named] : (named ?? [])) {
    const value = entry && path.includes(".") ? entry[path.slice(path.indexOf(".") + 1)] : answerAt(answers, path);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}

export const columnText = (edition: Edition, column: string, answers: Answers, entry?: ItemAnswers): string | null => {
  const value = columnValue(edition, column, answers, entry);
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
};
