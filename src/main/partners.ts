import type { Settings } from "../platform/settings.ts";

/** The outside systems of a trial: where their stand-ins answer, and what we share with them. */

/** Names of the secrets in DATA_DIR/secrets.json; made once by the primary and handed to the other processes. */
export const SECRETS = {
  citizenClient: "identity_citizen_client",
  officerClient: "identity_officer_client",
  bankNotices: "bank_notices",
  bankApi: "bank_api_key",
  /** Our account at the stand-in of the national population service. */
  population: "population_user",
  /** Keys the hashes by which a repeated verification is known. */
  verifications: "verifications",
  /** Our client at the stand-in of the remote signing service. */
  remoteSigning: "remote_signing_client",
  /** Signs our messages to other agencies. */
  messages: "http_messages",
} as const;

export const identityAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort}`;
export const bankAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort + 1}`;

/** Written as the stand-in itself knows its address: the hashed header is taken over it. */
export const populationAddress = (settings: Settings): string => `http://127.0.0.1:${settings.standInsPort + 2}`;
/** Beside the population stand-in; both are started only where the settings ask for them. */
export const remoteSigningAddress = (settings: Settings): string => `http://127.0.0.1:${settings.standInsPort + 3}`;
/** Our client and the seal's credential at the stand-in of a remote signing service. */
export const demoSigningClient = "motcua";
export const demoCredential = "con-dau-thu-nghiem";
export const demoCredentialPin = "123456";

/** Who asks the stand-in. */
export const demoPopulationUser = { user: "MOTCUA", unit: "G01" } as const;

/** The account that collects fees in a trial. No such account exists. */
export const demoBeneficiary = { bin: "970436", account: "0011000123456", holder: "KHO BAC NHA NUOC (BAN THU)" };
