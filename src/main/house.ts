import { clockCalendar, clockRules, countries, findCountry, procedures, workingCalendar } from "../../law/index.ts";
import type { Procedure } from "../engine/definition/index.ts";
import { type Bank, createBankClient } from "../gateways/bank/index.ts";
import { createClamdScanner } from "../gateways/malware/index.ts";
import type { PopulationRegister } from "../gateways/population/index.ts";
import { dayOfInstant } from "../kernel/plain-date.ts";
import { fail } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { createAccess, logAccess, readForHouse } from "../modules/access/index.ts";
import { openCatalogue } from "../modules/catalogue/index.ts";
import { createDataRights } from "../modules/data-rights/index.ts";
import { createDesk } from "../modules/desk/index.ts";
import { createDocuments, createUploads } from "../modules/documents/index.ts";
import {
  createDossiers,
  createPrinting,
  createRegister,
  createRegisterAnswers,
  type Dossiers,
} from "../modules/dossiers/index.ts";
import { createFigures, createScores, procedureFacts } from "../modules/figures/index.ts";
import { createMessages } from "../modules/messages/index.ts";
import { countOpenDebts, createPayments } from "../modules/payments/index.ts";
import {
  createCommunesNamed,
  createPersonSearch,
  findOrganisation,
  findPerson,
  organisationsOf,
  ownsDwelling,
  shareHousehold,
} from "../modules/population/index.ts";
import { createReception } from "../modules/reception/index.ts";
import { createRegulations } from "../modules/regulations/index.ts";
import { createAgencies, createAsking, createChecks } from "../modules/verifications/index.ts";
import { createVoice } from "../modules/voice/index.ts";
import { createWorkingTime } from "../modules/working-time/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Sql } from "../platform/database/database.ts";
import { openFileKeys } from "../platform/file-keys.ts";
import { openFiles } from "../platform/files.ts";
import { signingKeyOf } from "../platform/http-signatures/index.ts";
import type { Log } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import { createColumnSealer } from "../platform/sealed-columns.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import type { WebDeps } from "../web/context.ts";
import { identityOf } from "./identity.ts";
import { bankAddress, demoBeneficiary, identityAddress, SECRETS } from "./partners.ts";
import { openPopulationRegister } from "./population-register.ts";
import { openSigning } from "./signing.ts";
import { tellingOf } from "./telling.ts";

export type HouseParts = {
  readonly settings: Settings;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Pick<Secrets, "get">;
  /** Where what is counted is measured; nowhere unless given. */
  readonly metrics?: Pick<Metrics, "counter">;
  /** The procedures in force here; those of the law unless a test brings its own. */
  readonly procedures?: readonly Procedure[];
  /** The population register to ask; that of the settings unless a test brings its own. */
  readonly register?: PopulationRegister;
};

/** Puts the rooms together: who is handed what, in one place. A page or a job asks for nothing else. */
export async function buildHouse(parts: HouseParts): Promise<WebDeps> {
  const { settings, db, clock, log, secrets } = parts;
  const served = parts.procedures ?? procedures;
  const keys = openFileKeys(settings, secrets);
  const files = await openFiles(settings.filesDir, clock.now(), keys);
  const sealer = createColumnSealer(keys);
  const catalogue = await openCatalogue({ sql: db, clock });
  const access = createAccess({
    db,
    clock,
    identity: identityOf(settings, clock, secrets),
    sealer,
    settings: { secondFactor: settings.officerSecondFactor },
    publicUrl: settings.publicUrl,
  });
  const { authority, preservation, signatures } = await openSigning({ settings, clock, secrets });
  const documents = createDocuments({ clock, files, authority, preservation });

  // The bank's word reaches the dossier in the transaction of the payment; the dossier raises its debts with the bank.
  const house: { dossiers?: Dossiers } = {};
  const opened = (): Dossiers => {
    if (!house.dossiers) throw new Error("money before the dossiers were opened");
    return house.dossiers;
  };
  const payments = createPayments({
    db,
    clock,
    bank: bankOf(settings, secrets),
    settings: {
      beneficiary: beneficiaryOf(settings),
      noticeSecret: settings.bank.callbackSecret ?? secrets.get(SECRETS.bankNotices),
    },
    dossier: {
      paid: (tx, paid, at) => opened().money.paid(tx, paid, at),
      waived: (tx, waived, at) => opened().money.waived(tx, waived, at),
      reopened: (tx, reopened, at) => opened().money.reopened(tx, reopened, at),
    },
  });
  const workingTime = createWorkingTime({ db, clock, calendar: clockCalendar });
  const printing = createPrinting({
    db,
    clock,
    documents,
    payments,
    catalogue,
    publicUrl: settings.publicUrl,
    postTitle,
    calendarOf: workingTime.hours.calendarOf,
  });
  const register = parts.register ?? (await openPopulationRegister({ settings, db, clock, secrets }));
  const checks = createChecks({
    db,
    clock,
    register,
    peopleOf: async (sql, province, id) => house.dossiers?.peopleOf(sql, province, id) ?? null,
  });
  const messages = createMessages({ db, clock, ...tellingOf(settings, secrets, catalogue, parts.metrics) });
  const dossiers = createDossiers({
    db,
    clock,
    sealer,
    procedures: served,
    clocks: {
      rules: clockRules,
      calendarOf: workingTime.hours.calendarOf,
      calendarsOf: workingTime.hours.calendarsOf,
      faultsSince: workingTime.outages.faultsSince,
    },
    payments,
    isRelative: shareHousehold,
    checks,
    openRung: messages.openRung,
    filing: { catalogue, registers: registersOf(db, clock), countryExists: (code) => findCountry(code) !== null },
    resultPapers: printing.resultPapers,
    admission: { mostWaitMs: settings.limits.admissionWaitMs, secret: secrets.get(SECRETS.admission) },
  });
  house.dossiers = dossiers;
  const regulations = createRegulations({
    db,
    clock,
    procedures: served,
    ports: { duePreview: dossiers.dueDates.preview, openDebts: countOpenDebts },
  });
  await regulations.refresh();

  return {
    db,
    clock,
    log,
    files,
    procedures: served,
    countries,
    calendar: workingCalendar,
    access,
    catalogue,
    dossiers,
    messages,
    documents,
    uploads: uploadsOf(settings, log),
    signatures,
    printing,
    register: createRegister({
      catalogue,
      documents,
      clock,
      titleOf: (key) => dossiers.findProcedure(key)?.title ?? text(key, key),
    }),
    payments,
    reception: createReception({ db, clock, register, secret: secrets.get(SECRETS.formCodes) }),
    regulations,
    workingTime,
    verifications: {
      checks,
      asking: createAsking({ db, clock, register, secret: secrets.get(SECRETS.verifications) }),
      agencies: createAgencies({ db, clock }),
      messageKey: signingKeyOf(secrets.get(SECRETS.messages)),
    },
    figures: createFigures({ db, clock }),
    scores: createScores({
      db,
      clock,
      facts: procedureFacts(served),
      provinceOf: (unit) => catalogue.getUnit(unit).provinceCode,
    }),
    voice: createVoice({ db, clock }),
    desk: createDesk({
      db,
      clock,
      procedures: served,
      calendar: workingCalendar,
      birthOf: async (number) => (await findPerson(readForHouse(db, "check-filing"), number))?.birth ?? null,
      hasDossier: async (sql, unitId, code) =>
        (await dossiers.find(readForHouse(sql, "tells-nothing"), code))?.row.unitId === unitId,
    }),
    dataRights: createDataRights({ db, clock, calendar: workingCalendar, files, procedures: served }),
    personSearch: createPersonSearch({
      db,
      clock,
      logAccess,
      dossierOf: async (sql, code) => {
        const found = await dossiers.find(readForHouse(sql, "tells-nothing"), code);
        if (!found) return null;
        const { officeProvince, unitId: unit, ownerNumber } = found.row;
        return { officeProvince, code, unit, ownerNumber, closed: found.state.endedAt !== null };
      },
      communesNamed: createCommunesNamed(catalogue, clock),
    }),
    settings: {
      publicUrl: settings.publicUrl,
      demo: settings.demo,
      partnerOrigins: partnersOf(settings),
      bankPage: settings.demo ? `${bankAddress(settings)}/chuyen-khoan` : null,
      apiRequestsPerMinute: settings.apiRequestsPerMinute,
      limits: settings.limits,
      trackerClients: settings.trackerClients,
    },
  };
}

/** What people send is scanned where the settings name a scanner; what it found is told without the file's name. */
function uploadsOf({ scanner }: Settings, log: Log) {
  return createUploads({
    scanner: scanner && createClamdScanner({ address: scanner.address }),
    whenDown: scanner?.whenDown ?? "refuse",
    tell: (verdict) => log.warn({ verdict }, "upload not let through by the scanner"),
  });
}

const partnersOf = (settings: Settings): readonly string[] =>
  settings.signIn
    ? [new URL(settings.signIn.citizens.issuer).origin, new URL(settings.signIn.officers.issuer).origin]
    : [identityAddress(settings), bankAddress(settings)];

function bankOf(settings: Settings, secrets: Pick<Secrets, "get">): Bank {
  const baseUrl = settings.bank.apiUrl ?? (settings.demo ? bankAddress(settings) : null);
  if (baseUrl) return createBankClient({ baseUrl, apiKey: settings.bank.apiKey ?? secrets.get(SECRETS.bankApi) });
  // No bank is set up: nothing can be asked of it, and the desk confirms by hand from its statements.
  const none = async () => fail({ kind: "unreachable", cause: "no bank is set up" } as const);
  return { findTransfers: none, payOut: none };
}

function beneficiaryOf(settings: Settings) {
  const { bin, account, accountName } = settings.bank;
  if (bin && account && accountName) return { bin, account, holder: accountName };
  if (settings.demo) return demoBeneficiary;
  throw new Trouble(
    text(
      "Chưa có tài khoản nhận phí. Hãy đặt BANK_BIN, BANK_ACCOUNT và BANK_ACCOUNT_NAME.",
      "No account receives fees yet. Set BANK_BIN, BANK_ACCOUNT and BANK_ACCOUNT_NAME.",
    ),
  );
}

/** What the registers answer about papers; a register that fails answers `error` and replaces nothing. */
const registersOf = (db: Database, clock: Clock) =>
  createRegisterAnswers({
    dwellingOf: (number, commune, line) => ownsDwelling(db, number, commune, line),
    organisation: async (code) => ((await findOrganisation(db, code)) ? "match" : "absent"),
    representative: async (organisation, number) =>
      (await organisationsOf(db, number, dayOfInstant(clock.now()))).some((found) => found.code === organisation)
        ? "match"
        : "absent",
    person: async (number) => ((await findPerson(readForHouse(db, "check-filing"), number)) ? "match" : "absent"),
  });

const postTitle = async (sql: Sql, post: string): Promise<string> => {
  const [row] = await sql.query<{ title: string }>("post-title", "select title from posts where id = $1", [post]);
  return row?.title ?? "";
};
