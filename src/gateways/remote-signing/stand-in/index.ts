/** Import it only where a demonstration or a test is started. */
export type { HeldKey } from "./credentials.ts";
export {
  type RemoteSigningFault,
  type RemoteSigningStandIn,
  type RemoteSigningStandInOptions,
  startRemoteSigningStandIn,
} from "./start.ts";
