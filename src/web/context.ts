import type { Context } from "hono";
import type { Country } from "../../law/index.ts";
import type { Procedure } from "../engine/definition/index.ts";
import type { Calendar } from "../kernel/calendar.ts";
import type { Language } from "../kernel/text.ts";
import type { Access, Session } from "../modules/access/index.ts";
import type { Catalogue } from "../modules/catalogue/index.ts";
import type { DataRights } from "../modules/data-rights/index.ts";
import type { Desk } from "../modules/desk/index.ts";
import type { Documents, SignatureChecks, Uploads } from "../modules/documents/index.ts";
import type { DossierRegister, Dossiers, Printing } from "../modules/dossiers/index.ts";
import type { Figures, Scores } from "../modules/figures/index.ts";
import type { Messages } from "../modules/messages/index.ts";
import type { Payments } from "../modules/payments/index.ts";
import type { PersonSearch } from "../modules/population/index.ts";
import type { Reception } from "../modules/reception/index.ts";
import type { Regulations } from "../modules/regulations/index.ts";
import type { Agencies, Asking, Checks } from "../modules/verifications/index.ts";
import type { Voice } from "../modules/voice/index.ts";
import type { WorkingTime } from "../modules/working-time/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import type { Files } from "../platform/files.ts";
import type { SigningKey } from "../platform/http-signatures/index.ts";
import type { Log } from "../platform/log.ts";
import type { LimitSettings } from "../platform/protection-settings.ts";

/** Everything the pages work with. Made once at start by src/main; a page asks for nothing else. */
export type WebDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  readonly procedures: readonly Procedure[];
  countries(): readonly Country[];
  /** The working calendar in force now. */
  readonly calendar: () => Calendar;
  readonly access: Access;
  readonly catalogue: Catalogue;
  readonly dossiers: Dossiers;
  readonly messages: Messages;
  readonly documents: Documents;
  readonly uploads: Uploads;
  /** Signatures in papers that people send in. */
  readonly signatures: SignatureChecks;
  readonly printing: Printing;
  readonly register: DossierRegister;
  readonly payments: Payments;
  readonly reception: Reception;
  readonly regulations: Regulations;
  readonly workingTime: WorkingTime;
  readonly verifications: {
    readonly checks: Checks;
    readonly asking: Asking;
    readonly agencies: Agencies;
    /** Signs our answers to other agencies. */
    readonly messageKey: SigningKey;
  };
  readonly figures: Figures;
  readonly scores: Scores;
  readonly voice: Voice;
  readonly dataRights: DataRights;
  readonly desk: Desk;
  readonly personSearch: PersonSearch;
  readonly settings: WebSettings;
};
export type WebSettings = {
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Where forms may lead besides ourselves: the identity service and the bank's page. */
  readonly partnerOrigins: readonly string[];
  /** In demonstration: the page that plays the payer's bank. */
  readonly bankPage: string | null;
  readonly apiRequestsPerMinute: number;
  readonly limits: LimitSettings;
  /** Identifiers of the X-Road clients that may ask for a person's usage log. */
  readonly trackerClients: readonly string[];
};

export type Vars = {
  lang: Language;
  session: Session | null;
  requestId: string;
  /** Whether the browser is a kiosk's. */
  kiosk: boolean;
  /** Whether the page reads codes with the camera of the desk. */
  camera?: boolean;
};
export type Ctx = Context<{ Variables: Vars }>;

/** The address of a page of ours in the language of this request. */
export const href = (c: Ctx, path: string): string => localPath(c.get("lang"), path);
export const localPath = (lang: Language, path: string): string =>
  lang === "vi" ? path : path === "/" ? "/en" : `/en${path}`;
