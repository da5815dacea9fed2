/** Import it only where a demonstration or a test is started. */

export type { Registered } from "./register.ts";
export {
  type PopulationFault,
  type PopulationStandIn,
  type PopulationStandInOptions,
  startPopulationStandIn,
} from "./start.ts";
