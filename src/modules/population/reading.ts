import type { Reading } from "../access/index.ts";
import * as rows from "./rows.ts";
import * as store from "./store.ts";

/** Records of persons leave the register only for whoever has leave to read them. */

/** The person of a number, or null. */
export const findPerson: (reading: Reading, number: string) => ReturnType<typeof rows.findPerson> = rows.findPerson;

/** The household of a number; null where the number or its household is unknown. */
export const findHousehold: (reading: Reading, number: string) => ReturnType<typeof store.findHousehold> =
  store.findHousehold;
