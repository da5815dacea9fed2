import { FILE_KEYS } from "../platform/file-keys.ts";
import type { Secrets } from "../platform/secrets.ts";
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
  /** Signs the tickets of those who are asked to come again. */
  admission: "admission_tickets",
  /** Our client at the stand-in of the remote signing service. */
  remoteSigning: "remote_signing_client",
  /** Signs our messages to other agencies. */
  messages: "http_messages",
  /** Keys the square codes of printed forms. */
  formCodes: "form_codes",
  /** Encrypt kept files. */
  fileKeys: FILE_KEYS,
  /** Our sign-in at the stand-in mail server, and our key at the stand-in of texts with what proves its reports. */
  mail: "mail_password",
  smsApi: "sms_api_key",
  smsReports: "sms_reports",
} as const;

export const identityAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort}`;
export const bankAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort + 1}`;

/** Written as the stand-in itself knows its address: the hashed header is taken over it. */
export const populationAddress = (settings: Settings): string => `http://127.0.0.1:${settings.standInsPort + 2}`;
/** Beside the population stand-in; both are started only where the settings ask for them. */
export const remoteSigningAddress = (settings: Settings): string => `http://127.0.0.1:${settings.standInsPort + 6}`;
/** Our client and the seal's credential at the stand-in of a remote signing service. */
export const demoSigningClient = "motcua";
export const demoCredential = "con-dau-thu-nghiem";
export const demoCredentialPin = "123456";

/** Who asks the stand-in. */
export const demoPopulationUser = { user: "MOTCUA", unit: "G01" } as const;

/** The account that collects fees in a trial. No such account exists. */
export const demoBeneficiary = { bin: "970436", account: "0011000123456", holder: "KHO BAC NHA NUOC (BAN THU)" };

export const demoMailUser = "motcua";
/** The stand-in mail server, with our sign-in there; its page of letters stands beside it. */
export const mailAddress = (settings: Settings, secrets: Pick<Secrets, "get">): string =>
  `smtp://${demoMailUser}:${encodeURIComponent(secrets.get(SECRETS.mail))}@127.0.0.1:${settings.standInsPort + 3}`;
export const mailPageAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort + 4}`;
export const smsAddress = (settings: Settings): string => `http://localhost:${settings.standInsPort + 5}`;
