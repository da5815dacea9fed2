import { join } from "node:path";
import { startBankStandIn } from "../gateways/bank/stand-in/index.ts";
import { startIdentityStandIn } from "../gateways/identity/index.ts";
import { startMailStandIn } from "../gateways/mail/stand-in/index.ts";
import { startPopulationStandIn } from "../gateways/population/stand-in/index.ts";
import { startSmsStandIn } from "../gateways/sms/stand-in/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { demoAccounts, demoPopulation } from "./demo/index.ts";
import {
  bankAddress,
  demoBeneficiary,
  demoMailUser,
  demoPopulationUser,
  identityAddress,
  mailPageAddress,
  populationAddress,
  SECRETS,
  smsAddress,
} from "./partners.ts";
import { keptSigningKey } from "./stand-in-key.ts";

/** What a stand-in for an outside system may know. */
export type StandInDeps = { readonly settings: Settings; readonly secrets: Pick<Secrets, "get"> };
export type StandIn = { readonly name: string; start(deps: StandInDeps): Promise<{ close(): Promise<void> }> };

/** The outside systems of a trial run; all of them live in one process of their own, started in demo mode only. */
export const STAND_INS: readonly StandIn[] = [
  {
    name: "identity",
    async start({ settings, secrets }) {
      const client = (clientId: string, realm: "citizen" | "officer", secret: string, after: string) => ({
        clientId,
        realm,
        redirectUris: [`${settings.publicUrl}/dang-nhap/ket-qua`],
        postLogoutRedirectUris: [`${settings.publicUrl}${after}`],
        backchannelLogoutUri: `${settings.publicUrl}/dang-xuat/tu-xa`,
        authentication: { method: "client_secret_basic" as const, secret: secrets.get(secret) },
      });
      return startIdentityStandIn({
        port: settings.standInsPort,
        publicUrl: identityAddress(settings),
        clients: [
          client("motcua-cong-dan", "citizen", SECRETS.citizenClient, "/"),
          client("motcua-can-bo", "officer", SECRETS.officerClient, "/office"),
        ],
        accounts: demoAccounts,
        signingKey: await keptSigningKey(settings.dataDir),
      });
    },
  },
  {
    name: "population",
    async start({ settings, secrets }) {
      // Only where the settings ask for the national service and name none.
      if (settings.population.kind !== "national" || settings.population.url) return { close: async () => undefined };
      const people = new Map(demoPopulation().map((person) => [person.number as string, person]));
      return startPopulationStandIn({
        demonstration: true,
        port: Number(new URL(populationAddress(settings)).port),
        users: { [demoPopulationUser.user]: secrets.get(SECRETS.population) },
        units: [demoPopulationUser.unit],
        find: (number) => people.get(number) ?? null,
        clock: systemClock,
      });
    },
  },
  {
    name: "mail",
    async start({ settings, secrets }) {
      if (settings.mail.url) return { close: async () => undefined };
      return startMailStandIn({
        demonstration: true,
        port: settings.standInsPort + 3,
        pagePort: Number(new URL(mailPageAddress(settings)).port),
        user: demoMailUser,
        password: secrets.get(SECRETS.mail),
        clock: systemClock,
      });
    },
  },
  {
    name: "sms",
    async start({ settings, secrets }) {
      if (settings.sms.url) return { close: async () => undefined };
      return startSmsStandIn({
        demonstration: true,
        port: Number(new URL(smsAddress(settings)).port),
        apiKey: settings.sms.apiKey ?? secrets.get(SECRETS.smsApi),
        reportUrl: `${settings.publicUrl}/api/v1/sms/reports`,
        secret: settings.sms.callbackSecret ?? secrets.get(SECRETS.smsReports),
        clock: systemClock,
      });
    },
  },
  {
    name: "remote signing",
    async start({ settings, secrets }) {
      // Only where the settings ask for remote signing and name no service.
      if (settings.signing.seal?.kind !== "remote" || settings.signing.remote) return { close: async () => undefined };
      const { startDemoRemoteSigning } = await import("./demo/remote-signing.ts");
      return startDemoRemoteSigning(settings, secrets.get(SECRETS.remoteSigning));
    },
  },
  {
    name: "bank",
    start: ({ settings, secrets }) =>
      startBankStandIn({
        demonstration: true,
        port: Number(new URL(bankAddress(settings)).port),
        callbackUrl: `${settings.publicUrl}/api/v1/bank/notices`,
        secret: settings.bank.callbackSecret ?? secrets.get(SECRETS.bankNotices),
        apiKey: settings.bank.apiKey ?? secrets.get(SECRETS.bankApi),
        publicReturnOrigin: new URL(settings.publicUrl).origin,
        beneficiary: demoBeneficiary,
        clock: systemClock,
        dataDir: join(settings.dataDir, "demo-bank"),
      }),
  },
];
