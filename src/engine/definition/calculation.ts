import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type GivenInput, type InputFields, type InputOf, inputReader } from "./calculation-input.ts";
import { type CalculationError, RefusedInput } from "./refused-input.ts";

/**
 * A named calculation of the law: a pure function over dated figures that answers with its reasons. The same value
 * feeds the command line, HTTP, pages and papers.
 */
export type Calculation = {
  readonly name: string;
  readonly title: Text;
  readonly fields: InputFields;
  reckon(input: unknown, asked?: Asked): Calculated;
};
/** A calculation whose checks take time (signatures): it answers later, and is as pure as the others. */
export type LaterCalculation = Omit<Calculation, "reckon"> & {
  reckonLater(input: unknown, asked?: Asked): Promise<Calculated>;
};
export type AnyCalculation = Calculation | LaterCalculation;
/** Without reasons the value is the same, `steps` and `citations` are empty: for sums over many inputs that nobody reads one by one. */
export type Asked = { readonly reasons: boolean };

/** One step on the way to the answer. `rule` is a stable id in kebab-case. */
export type CalculationStep = { readonly rule: string; readonly text: Text; readonly result: unknown };
/** A row that decided. `document` is the number of the text; dates are those of the row, null is open. */
export type CalculationCitation = {
  readonly document: string;
  readonly article: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly confidence: string;
};
/** The way to an answer. It is told only when somebody asks: putting its sentences together takes longer than the reckoning. */
export type Reasons = {
  readonly steps: () => readonly CalculationStep[];
  readonly citations: () => readonly CalculationCitation[];
};
/** What a rule answers: the value, and how to tell its reasons. The reasons refuse nothing that the value did not. */
export type Reasoned = Reasons & { readonly value: Calculated["value"] };
export type Calculated = {
  readonly value: { readonly [key: string]: unknown };
  readonly steps: readonly CalculationStep[];
  readonly citations: readonly CalculationCitation[];
};

type Given<Fs extends InputFields> = {
  readonly name: string;
  readonly title: Text;
  /** In the order of the contract: the first field that is wrong is the one reported. */
  readonly fields: Fs;
  /** The path of a field that the others make needed and that is absent; asked once the shape is right, before all values. */
  lacks?(given: GivenInput): string | null;
};

/** Makes a calculation; `reckon` gets an input that passed every check of `fields`, and throws `RefusedInput` for the rest. */
export function defineCalculation<const Fs extends InputFields>(
  given: Given<Fs> & { reckon(input: InputOf<Fs>): Reasoned },
): Calculation {
  const { name, title, fields } = given;
  const read = inputReader(fields, given.lacks);
  return { name, title, fields, reckon: (input, asked) => told(given.reckon(read(input)), asked) };
}

/** The same for a calculation that answers later. */
export function defineLaterCalculation<const Fs extends InputFields>(
  given: Given<Fs> & { reckonLater(input: InputOf<Fs>): Promise<Reasoned> },
): LaterCalculation {
  const { name, title, fields } = given;
  const read = inputReader(fields, given.lacks);
  return {
    name,
    title,
    fields,
    reckonLater: async (input, asked) => told(await given.reckonLater(read(input)), asked),
  };
}

const WITH_REASONS: Asked = { reasons: true };
const UNTOLD = [] as const;

const told = ({ value, steps, citations }: Reasoned, asked = WITH_REASONS): Calculated =>
  asked.reasons ? { value, steps: steps(), citations: citations() } : { value, steps: UNTOLD, citations: UNTOLD };

/**
 * Runs a calculation of a list by name. A refusal of input, or an unknown name, is a failure with both sentences.
 * @throws for one that answers later: ask `awaitCalculation`
 */
export function runCalculation(
  calculations: ReadonlyMap<string, AnyCalculation>,
  name: string,
  input: unknown,
  asked?: Asked,
): Result<Calculated, CalculationError> {
  try {
    const calculation = calculations.get(name);
    if (!calculation) throw new RefusedInput("unknown-calculation", "");
    if (!("reckon" in calculation)) throw new Error(`${name} answers later: await it`);
    return ok(calculation.reckon(input, asked));
  } catch (cause) {
    return fail(refusalOf(cause));
  }
}

/** Runs any calculation of a list by name, and waits for those that answer later. */
export async function awaitCalculation(
  calculations: ReadonlyMap<string, AnyCalculation>,
  name: string,
  input: unknown,
  asked?: Asked,
): Promise<Result<Calculated, CalculationError>> {
  const calculation = calculations.get(name);
  if (!calculation || "reckon" in calculation) return runCalculation(calculations, name, input, asked);
  try {
    return ok(await calculation.reckonLater(input, asked));
  } catch (cause) {
    return fail(refusalOf(cause));
  }
}

/** @throws whatever is not the refusal of an input */
function refusalOf(cause: unknown): CalculationError {
  if (cause instanceof RefusedInput) return cause.error;
  throw cause;
}
