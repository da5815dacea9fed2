import {
  type AnyCalculation,
  type Asked,
  awaitCalculation,
  type Calculated,
  type CalculationError,
  runCalculation,
} from "../../src/engine/definition/index.ts";
import type { Result } from "../../src/kernel/result.ts";
import { fees } from "./fees/index.ts";
import { licences } from "./licences/index.ts";
import { people } from "./people/index.ts";
import { terms } from "./terms/index.ts";
import { traffic } from "./traffic/index.ts";
import { utilities } from "./utilities/index.ts";

/** Every calculation there is, by its name. */
export const calculations: ReadonlyMap<string, AnyCalculation> = new Map(
  [...people, ...terms, ...fees, ...traffic, ...licences, ...utilities].map((calculation) => [
    calculation.name,
    calculation,
  ]),
);

/**
 * Answers the calculation of that name at once; what it refuses, or a name nobody knows, is a failure with both sentences.
 * @throws for one that checks signatures: ask `calculateAny`
 */
export const calculate = (name: string, input: unknown, asked?: Asked): Result<Calculated, CalculationError> =>
  runCalculation(calculations, name, input, asked);

/** Answers any calculation, also one that checks signatures. */
export const calculateAny = (
  name: string,
  input: unknown,
  asked?: Asked,
): Promise<Result<Calculated, CalculationError>> => awaitCalculation(calculations, name, input, asked);
