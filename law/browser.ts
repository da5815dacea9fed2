/**
 * The law's door for programs that run in a browser without a server: what reads the values that tools/browser-law.ts
 * writes for each procedure and province. It holds no rows itself.
 */
export { type Fee, type FeeChannel, feeAmong, type NoFee } from "./parameters/fee-of-day.ts";
export type { ProvincePlaces } from "./places/places-of.ts";
export {
  type CommuneState,
  communeTitle,
  type ProvinceState,
  provinceTitle,
} from "./places/titles.ts";
export type { ProcedureLaw } from "./procedures/law-of.ts";
export { sourceName } from "./sources/name.ts";
