/** The only door of the catalogue: places, offices, and who is competent where. */
export { type Catalogue, openCatalogue } from "./catalogue.ts";
export { loadFormerUnits, loadReferenceData } from "./load.ts";
export { loadOnce } from "./load-once.ts";
export type { Commune, Province } from "./places.ts";
export type { Unit } from "./units.ts";
