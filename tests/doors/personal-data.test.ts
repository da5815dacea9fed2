import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Sql } from "../../src/platform/database/database.ts";
import { crawl, type Visit } from "../support/crawl.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { fileResidence, fileStay, signedInOfficer } from "../support/office-stage.ts";
import { namedQueries, tablesOfSchema, tablesRead } from "./named-queries.ts";

/**
 * Every door to personal data. The statements are read from the sources; each that reads a table with personal data is
 * either proven here to run only beside an entry of the access log, or stands below with the reason why it needs none.
 * A new table or statement that nobody has judged fails.
 */

/** Tables that hold data of persons. */
const PERSONAL = [
  ...["persons", "dwellings", "representatives", "accounts", "sessions", "parked_answers", "drafts"],
  ...["dossiers", "acts", "documents", "notes", "stays", "temporary_residences", "survey_answers"],
  ...["access_log", "access_disclosures", "look_questions", "look_answers", "data_requests", "data_request_steps"],
  ...["messages", "message_steps", "contacts", "contact_events", "dossier_words", "dossier_word_readings"],
  ...["disposal_lists", "desk_bookings", "desk_envelopes", "signature_reports", "dossier_remarks"],
  ...["person_versions", "person_addresses", "person_documents", "person_relations", "mandates", "import_rejects"],
];
/** Tables that hold none, and why. */
const IMPERSONAL: Readonly<Record<string, string>> = {
  agency_keys: "public keys of agencies",
  contact_confirmations: "hashes of links and codes",
  confirmations: "digests of acts that an officer confirmed",
  connected_agencies: "agencies",
  enrolment_codes: "hashes of one-time codes of officers",
  generations: "how many people were invented",
  imports: "files and how far they were read",
  indexes_set_aside: "definitions of indexes",
  law_acts: "who changed which figure of the law",
  law_drafts: "proposals to change figures",
  log_checkpoints: "sizes and hashes",
  log_leaves: "salted hashes",
  log_nodes: "hashes",
  log_waiting: "salts and digests",
  logout_orders_seen: "ids of orders",
  notice_templates: "words of an office",
  message_nonces: "random values of messages",
  organisation_versions: "bodies, not persons",
  passkey_challenges: "random values",
  passkey_tries: "counts",
  passkeys: "public keys of officers",
  register_names: "which names occur, not whose they are",
  register_words: "which words occur in names",
  verification_tries: "counts under keyed hashes",
  verifications: "verdicts a field and call ids, no values",
  cooperations: "which office was asked about which dossier",
  portal_announcements: "codes the national portal was told",
  work_elsewhere: "offices and provinces",
  clock_warnings: "which term has come how far",
  working_hours: "hours of offices",
  outages: "when the services stood still",
  delegations: "which officer stands in for which",
  api_tokens: "hashes of keys and the names their owners gave them",
  bank_notices: "what the bank says of a transfer: reference, sum, moment",
  bank_statements: "files of the bank, and how far they were read",
  bank_statement_lines: "what the bank says of a transfer, with the payer as the bank writes it; of nobody's record",
  cash_days: "what a drawer held at the end of a day",
  cash_receipts: "the book of receipts: sum, dossier, and the payer as they said at the counter; of nobody's record",
  fee_waivers: "sums, grounds and who asked and decided; the dossier by its code",
  money_movements: "sums by dossier code",
  receipt_books: "books and numbers",
  refunds: "sums, and where to pay back, as the payer wrote it; the dossier by its code",
  treasury_handovers: "sums",
  breaches: "what happened, how many were affected; the page asks to name nobody",
  breach_steps: "measures and notices",
  desk_counters: "counters, and which officer sits there",
  desk_sessions: "days and places of sessions",
  desk_slots: "how many are booked",
  desk_ticket_acts: "what became of a number",
  desk_tickets: "numbers and classes, nobody's name; of a phone a hash",
  communes: "places",
  debts: "sums owed for a dossier, under its code",
  desk_envelope_dossiers: "codes of dossiers that came in one envelope",
  desk_secret_marks: "that a marked dossier was turned away; nothing of it or of whose it was",
  disposal_decisions: "an officer's decision",
  disposed_files: "hashes",
  files: "hashes and sizes",
  idempotency_keys: "keys of senders and codes of dossiers",
  installation: "one row about this house",
  migrations: "files of ours",
  organisations: "bodies, not persons; their data are public by law",
  payments: "sums paid",
  posts: "officers in office, as every notice names them",
  provinces: "places",
  ratings_given: "that a dossier was rated",
  register_prints: "which officer printed which part of the register, and the hash of the file",
  score_entries: "points of units, and why",
  reference_versions: "editions of reference data",
  seal_states: "states of seals of bodies",
  seals: "seals of bodies",
  serials: "numbers",
  sign_ins_under_way: "random values of a sign-in",
  units: "offices",
};

/** Proven below: in an officer's reading these run only in a transaction that writes the log. */
const LOGGED = new Set([
  "find-dossier",
  "documents-of-dossier",
  "pairs-of-persons",
  "open-dossiers-of-owner",
  "work-of-unit-*",
  "book-of-results",
  "stays-in-commune",
  "dossiers-register-page",
  "data-questions-of-unit",
  "data-requests-of-unit",
  "data-requests-of-subject",
  "data-find-request",
  "data-disposal-candidates",
  "data-disposal-lists",
  "messages-outstanding",
  "messages-progress",
  "talk-words",
  "remarks-of-dossier",
  "talk-unread",
  "desk-bookings-of-session",
]);
const OWN = "reads what is the visitor's own, by their session or key";
const HOUSE = "the house works; nothing of it is shown";
const ACT = "part of an act, which names its officer in the dossier's chain or in its own row";
/** Needs no entry, and why. */
const UNLOGGED: Readonly<Record<string, string>> = {
  "find-person": "verification answers match or not and writes its look with the answer; the record needs a Reading",
  "count-persons": "counts",
  "numbers-not-from": "the operator's command that invents people asks which numbers are taken",
  "present-of-persons": HOUSE,
  "remember-all-names": HOUSE,
  "search-*": "everybody shown is written into the log in the same transaction: population/search/search.test.ts",
  "search-by-number":
    "everybody shown is written into the log in the same transaction: population/search/search.test.ts",
  "search-with-names-*":
    "everybody shown is written into the log in the same transaction: population/search/search.test.ts",
  "population-share-household": "answers yes or no, of the officer's own family",
  "cooperations-codes": "codes and procedures of dossiers between offices, nothing of the people in them",
  "desk-insert-booking": "writes a booking and gives back its id",
  "desk-booking-by-link": "by its own secret link: when and where, not whose",
  "desk-booking-by-id": "when and where, not whose",
  "desk-booking-by-code": "by its own code: when and where, not whose",
  "desk-lock-booking": "moves a booking with its person, or finds a class of age; neither is shown",
  "desk-call-off": "counts",
  "desk-forget-before": "counts what it removed",
  "desk-bookings-of-account": OWN,
  "data-own-appointments": "own export: written into the log as such, with everything in it",
  "find-dossier-by-id": HOUSE,
  "acts-of-dossier": "goes with find-dossier, which is logged; alone where the house looks whom to verify",
  "access-mandates-waiting": "everybody listed is written into the log in the same transaction",
  "access-mandates-decided": "everybody listed is written into the log in the same transaction",
  "access-find-mandate": "the paper's look is written before the paper is sent; else an officer's decision",
  "access-decide-mandate": ACT,
  "access-end-mandate": ACT,
  "access-mandates-of": OWN,
  "access-ward-mandates": OWN,
  "addresses-of-persons": "the operator's import, and the history of a person for the house",
  "documents-of-persons": "the operator's import",
  "relations-of-persons": "the operator's import",
  "versions-of-person": "the history of a person, asked by nobody yet but the import",
  "rejects-of-import": "the operator's import",
  "messages-inbox": OWN,
  "messages-find": OWN,
  "messages-count-unread": OWN,
  "messages-mark-read": OWN,
  "messages-insert-step": ACT,
  "messages-ladder": ACT,
  "messages-hold-outstanding": ACT,
  "messages-count-outstanding": "counts",
  "messages-take-due": HOUSE,
  "messages-hold-unmoved": HOUSE,
  "messages-hold-by-id": HOUSE,
  "messages-has-step": HOUSE,
  "contacts-of": `${OWN}; else the house delivers, or an officer's list is filled beside its logged reading`,
  "contacts-withdraw": OWN,
  "talk-mark-read": "writes who read the words of the other side; gives nothing back",
  "talk-count": "counts",
  "talk-unread-of-unit": "codes of the officer's own unit, no words",
  "load-of-unit": "counts",
  "access-holder-of-post": "the account of a colleague for whom the officer stands in",
  "access-absences-in-unit": "which colleague of the unit is away, and who stands in",
  "dossiers-clocks-over": "codes and clocks, no content",
  "dossiers-clocks-running": "codes and clocks, no content",
  "clock-warnings-unanswered": "ids and clocks, no content",
  "clock-warnings-for": "codes and clocks of the officer's own unit, no content",
  "clock-warnings-count": "counts",
  "score-card-*": "sums; officers by the id of their account, no citizen",
  "service-index-counts": "counts",
  "overrun-causes": "counts",
  "dossiers-open-of-unit": HOUSE,
  "dossiers-units-with-open-work": "offices",
  "acts-as-entries": "digests",
  "access-looks-as-json": "digests",
  "access-delegations-of-unit": "officers of the unit who stand in for each other",
  "access-posts-of-unit": "colleagues of the unit by name, to hand work to",
  "access-keys-in-unit": "keys of the unit's own officers",
  "access-officer-account": "an officer's own account, for the operator's command",
  "access-end-provider-sessions": HOUSE,
  "installation.dossiers": "asks whether there is any dossier at all",
  "access-insert-api-token": OWN,
  "access-find-api-account": OWN,
  "access-upsert-account": OWN,
  "access-posts-of-account": OWN,
  "access-officers-of": "colleagues of the unit by name, to assign work to",
  "access-accounts-of-subject": "the operator's command: ids of accounts",
  "access-end-sessions-of": "the operator's command: counts what it ended",
  "access-is-disabled": "yes or no, at the door",
  "access-sessions-of": OWN,
  "access-find-sessions": OWN,
  "access-end-session": OWN,
  "organisations-of-person": `${OWN}; as a check of a filing it answers match or absent`,
  "access-find-owner": OWN,
  "access-trim-parked": HOUSE,
  "access-find-parked": OWN,
  "access-looks-at": OWN,
  "access-find-look": OWN,
  "access-count-looks": OWN,
  "access-units-that-looked": OWN,
  "access-sealed-months": OWN,
  "access-sealed-of-unit": "orders and codes of the unit's own sealed readings; whose data they were is not given",
  "access-insert-disclosure": "writes a disclosure and gives back its id",
  "data-dossiers-held": ACT,
  "data-files-nobody-else-names": "hashes of files",
  "data-find-disposal-list": ACT,
  "data-remove-drafts": "counts what it removed",
  "data-own-dossiers": "own export: written into the log as such, with everything in it",
  "data-own-stays": "own export: written into the log as such, with everything in it",
  "data-own-messages": "own export: written into the log as such, with everything in it",
  "data-own-words": "own export: written into the log as such, with everything in it",
  "data-own-contacts": "own export: written into the log as such, with everything in it",
  "data-own-residences": "own export: written into the log as such, with everything in it",
  "data-insert-question": "writes a question and gives back its id",
  "data-questions-of-subject": OWN,
  "data-find-question": ACT,
  "data-insert-answer": ACT,
  "data-waiting": "counts",
  "data-insert-request-step": ACT,
  "data-offices-of-subject": OWN,
  "documents-insert": "writes a paper and gives back its id",
  "documents-find": "the result for its own filer; the seal on it is part of an act",
  "documents-find-of-act": "whether a paper was made already; the look at it is in the log before",
  "desk-find-envelope": "the post in the hands of the unit's own desk; who sent it stands on the paper",
  "desk-envelopes-of-unit": "the post in the hands of the unit's own desk; who sent it stands on the paper",
  "desk-insert-envelope": "writes an envelope and gives back its id",
  "desk-procedures-taken": "counts",
  "desk-citizen-account": "the id of an account, into which a dossier is filed; shown to nobody",
  "documents-signature-reports": "beside the papers of a dossier whose reading is logged, or the sender's own",
  "figures-ages": "counts",
  "figures-by-*": "counts",
  "figures-flow": "counts",
  "figures-list-*": "codes, procedures and moments, nobody's name",
  "lock-draft": OWN,
  "drafts-to-reseal": HOUSE,
  "find-drafts": OWN,
  "begin-draft": OWN,
  "open-drafts": OWN,
  "answer-draft": OWN,
  "lock-dossier": ACT,
  "dossiers-of-filer": OWN,
  "count-work": "counts",
  "verify-log.chains-after": "the proof of chains tells codes and places, never content",
  "verify-log.acts-between": "the proof of chains tells codes and places, never content",
  "verify-log.orphaned-act": "the proof of chains tells codes and places, never content",
  "payments.debts-by-code": "sums owed under a code",
  "payments.match-candidates": "compares the owner's name with the payer's; only whether they agree is shown",
  "payments.hold-dossier": "holds a row and gives back its id",
  "persons-of-household": OWN,
  "representatives-of-organisation": "asked by nobody yet but tests",
  "owns-dwelling": "answers match or absent",
  "insert-stays": "writes stays and gives back their ids",
  "find-standing-stays": "whether the sender's own stay stands already",
  "end-stay": ACT,
  "stays-of-dossier": "own, or printed into a notice after its look is in the log",
  "residences-of-dossier": OWN,
};
/** Files with a call whose statement stands elsewhere, and what is asked there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "src/modules/access/rows.ts": "the sweep counts what it deletes",
  "src/modules/population/bulk-rows.ts": "drops and makes indexes again while an empty register is filled",
  "src/modules/verifications/rows.ts": "the sweep counts what it deletes",
  "src/modules/documents/compiler.ts": "asks the typesetter, not the database",
};

const { queries, unread } = namedQueries();
const personal = queries.filter(({ sql }) => tablesRead(sql, PERSONAL).length > 0);

describe("the list of doors", () => {
  test("every table of the schema is judged, once", () => {
    const judged = [...PERSONAL, ...Object.keys(IMPERSONAL)];
    expect([...tablesOfSchema()].sort()).toEqual([...judged].sort());
  });

  test("every statement that reads a personal table is judged, once, and the list holds no other", () => {
    const names = [...new Set(personal.map(({ name }) => name))].sort();
    expect(names).toEqual([...LOGGED, ...Object.keys(UNLOGGED)].sort());
    expect([...unread].sort()).toEqual(Object.keys(ELSEWHERE).sort());
  });

  test("a statement is judged by what it reads", () => {
    const tables = ["persons", "stays"];
    expect(tablesRead("select 1 from persons p join stays s on true", tables)).toEqual(tables);
    expect(tablesRead("delete from persons where true", tables)).toEqual([]);
    expect(tablesRead("with gone as (delete from stays returning 1) select 1", tables)).toEqual(["stays"]);
    expect(tablesRead("insert into persons (number) values ($1)", tables)).toEqual([]);
    expect(tablesRead("select 1 from persons_of_old", tables)).toEqual([]);
  });
});

/** A transaction, or a single statement: what ran in it. */
type Run = { readonly names: string[] };
const runs: Run[] = [];
let reading = false;

/** Notes what runs together, for as long as an officer reads. */
function watched(db: Database): Database {
  const noting = <S extends Sql>(sql: S, run: Run): S => ({
    ...sql,
    query: (name: string, text: string, values?: readonly unknown[]) => {
      run.names.push(name);
      return sql.query(name, text, values);
    },
  });
  const begin = (): Run => {
    const run = { names: [] };
    if (reading) runs.push(run);
    return run;
  };
  return {
    ...db,
    query: (name, text, values) => noting(db, begin()).query(name, text, values),
    inTransaction: (work) => {
      const run = begin();
      return db.inTransaction((tx) => work(noting(tx, run)));
    },
  };
}
const doorOf = (name: string): string =>
  personal.find((query) => query.name === name)?.name ??
  personal.find((query) => query.name.endsWith("*") && name.startsWith(query.name.slice(0, -1)))?.name ??
  name;

describe("an officer's reading", () => {
  let house: TestHouse;
  let owner: pg.Client;
  let visits: readonly Visit[] = [];
  let code = "";
  let stay = "";

  beforeAll(async () => {
    house = await testHouse({ watch: watched });
    owner = new pg.Client({ connectionString: house.ownerUrl });
    await owner.connect();
    const [desk, head, clerk] = await Promise.all([
      signedInOfficer(house, "can-bo-sai-gon-tiep-nhan"),
      signedInOfficer(house, "can-bo-sai-gon-lanh-dao"),
      signedInOfficer(house, "can-bo-sai-gon-van-thu"),
    ]);
    code = await fileResidence(house);
    stay = await fileStay(house);
    await desk.get(`/office/ho-so/${code}`);
    await owner.query(
      `insert into data_requests (office_province, id, subject_number, asked_by, asker_name, unit_id, asked_right, about, at, answer_due_at, done_due_at)
       values ('79', gen_random_uuid(), '040092034092', gen_random_uuid(), 'Trần Văn Minh', 'ca-26740', 'restrict', 'Thử', now(), now(), now())`,
    );
    await (await desk.get(`/office/ho-so/${code}`)).submit({ form: "/viec/accepted" });
    reading = true;
    visits = (await Promise.all([desk, head, clerk].map((who) => crawl(house.url, who, ["/office"])))).flat();
    reading = false;
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await house.close();
  });

  test("meets every page of the office", () => {
    const paths = visits.filter(({ status }) => status === 200).map(({ address }) => address.split("?")[0] ?? "");
    const met = (path: RegExp): boolean => paths.some((one) => path.test(one));
    for (const path of [
      /^\/office$/,
      /^\/office\/ho-so\/[^/]+$/,
      /\/giay-to\/[0-9a-f]{64}$/,
      /\/thong-bao\/\d+$/,
      /^\/office\/ho-so\/[^/]+\/trao-doi$/,
      /^\/office\/(goi-dien|thu-giay)$/,
      /^\/office\/doi-soat$/,
      /^\/office\/luu-tru$/,
      /^\/office\/so-theo-doi$/,
      /^\/office\/ho-so\/[^/]+\/phieu-kiem-soat$/,
      /^\/office\/con-dau$/,
      /^\/office\/hang-cho(\/quay|\/so-lieu)?$/,
      /^\/office\/lich-hen\/[0-9a-f-]{36}$/,
      /^\/office\/vi-tri$/,
      /^\/office\/du-lieu$/,
      /^\/office\/du-lieu\/yeu-cau$/,
      /^\/office\/du-lieu\/yeu-cau\/[0-9a-f-]{36}$/,
      /^\/office\/du-lieu\/(vi-pham|huy|niem-phong)$/,
      /^\/en\/office/,
    ])
      expect(met(path), String(path)).toBe(true);
    expect(visits.filter(({ status }) => status >= 500)).toEqual([]);
  });

  test("runs no statement of a personal table without an entry in the same transaction, unless it is declared", () => {
    const bare = runs
      .filter(({ names }) => !names.includes("access-insert-looks"))
      .flatMap(({ names }) => names.map(doorOf).filter((name) => personal.some((query) => query.name === name)));
    expect([...new Set(bare)].filter((name) => !(name in UNLOGGED))).toEqual([]);
  });

  test("ran every statement that is said to be logged, so that the proof is not empty", () => {
    const logged = runs.filter(({ names }) => names.includes("access-insert-looks"));
    const seen = new Set(logged.flatMap(({ names }) => names.map(doorOf)));
    expect([...LOGGED].filter((name) => !seen.has(name))).toEqual([]);
  });

  test("leaves entries with purpose, article, post and unit, for each dossier it opened", async () => {
    const { rows } = await owner.query(
      `select distinct purpose_key, ground_source is not null as ground, post is not null as post, actor_unit
       from access_log order by purpose_key`,
    );
    expect(rows.map(({ purpose_key }) => purpose_key)).toEqual([
      "appointment",
      "data-request",
      "disposal",
      "handle-dossier",
      "look-question",
      "notify-person",
      "stay-register",
      "verify-person",
      "work-list",
    ]);
    for (const row of rows) expect(row).toMatchObject({ ground: true, post: true, actor_unit: "ca-26740" });
    const opened = await owner.query(
      "select distinct dossier_code from access_log where purpose_key = 'handle-dossier' and subject_number is not null",
    );
    expect(opened.rows.map(({ dossier_code }) => dossier_code).sort()).toEqual([code, stay].sort());
  });
});
