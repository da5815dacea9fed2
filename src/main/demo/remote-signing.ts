import { startRemoteSigningStandIn } from "../../gateways/remote-signing/stand-in/index.ts";
import { demoKey } from "../../modules/documents/index.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Settings } from "../../platform/settings.ts";
import { demoCredential, demoCredentialPin, demoSigningClient, remoteSigningAddress } from "../partners.ts";

/** The remote signing service of a trial. It makes its key when it starts: papers of before keep their certificates. */
export const startDemoRemoteSigning = (settings: Settings, clientSecret: string) =>
  startRemoteSigningStandIn({
    demonstration: true,
    port: Number(new URL(remoteSigningAddress(settings)).port),
    clients: { [demoSigningClient]: clientSecret },
    credentials: {
      [demoCredential]: { ...demoKey("Con dấu ký số từ xa", systemClock.now()), pin: demoCredentialPin },
    },
    clock: systemClock,
  });
