import type { Result } from "../../../kernel/result.ts";
import type { Text } from "../../../kernel/text.ts";
import { templateOf } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { persons } from "./persons.ts";
import { type ImportDone, type ImportRun, importFile } from "./run.ts";

/** The kinds of files the register takes in; loaded only when somebody imports. */
const KINDS = {
  population: {
    run: (run: ImportRun): Promise<Result<ImportDone, Text>> => importFile(run, persons),
    template: (): string => templateOf(persons.columns),
  },
  organisations: {
    run: (run: ImportRun): Promise<Result<ImportDone, Text>> => importFile(run, organisations),
    template: (): string => templateOf(organisations.columns),
  },
};
export type RegisterKind = keyof typeof KINDS;
export const registerImports: Readonly<Record<RegisterKind, (typeof KINDS)[RegisterKind]>> = KINDS;
