import type { Procedure } from "../../engine/definition/index.ts";
import { CLOCK_ENDED, type Status, statusName } from "../../engine/state/index.ts";
import { addDays, dateOf, dayOfInstant, type Instant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { WorkFilter } from "../../modules/dossiers/index.ts";
import type { Ctx } from "../context.ts";
import { searchTyped, wholeNumber } from "../forms.ts";
import type { Officer } from "./guard.ts";
import { statusesOfTurn } from "./turn.ts";

/** What a work list shows, as its address says it; every list can be kept, sent and opened again. */
export type WorkQuery = {
  readonly tab: Tab;
  readonly status: string;
  readonly procedure: string;
  /** Mine, nobody's, or a colleague's by their account. */
  readonly given: string;
  readonly due: "" | "tre" | "hom-nay" | "24h" | "sap" | "cham-chuyen";
  readonly before: { readonly day: string; readonly month: string; readonly year: string };
  readonly search: string;
  readonly sort: "han" | "nop";
  readonly page: number;
};
export type Tab = "dang-giai-quyet" | "luot-toi" | "tat-ca";

export const PAGE_SIZE = 50;
export const SOON_MS = 24 * 3_600_000;
const DUES = ["tre", "hom-nay", "24h", "sap", "cham-chuyen"] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGES_MOST = 10_000;

/** Every step of the work in one choice of the list of states. */
export const IN_WORK = "dang-lam";
const WORKING: readonly Status[] = ["accepted", "assigned", "proposed", "decided", "signed", "numbered"];
const STATUSES: readonly Status[] = [
  "filed",
  "supplement-awaited",
  ...WORKING,
  "issued",
  "returned",
  "refused",
  "withdrawn",
  "stopped",
];
const RUNNING = STATUSES.filter((status) => !CLOCK_ENDED.has(status));

export const statusOptions: readonly { readonly value: string; readonly label: Text }[] = [
  { value: IN_WORK, label: text("Đang giải quyết (mọi bước)", "In work (every step)") },
  ...STATUSES.map((status) => ({ value: status, label: statusName(status) })),
];

/** The times and hands by which a list may be narrowed. */
export const DUE_CHOICES = [
  { value: "tre", label: text("Đã quá hạn", "Overdue only") },
  { value: "hom-nay", label: text("Trong hôm nay", "Today") },
  { value: "sap", label: text("Sắp đến hạn (hết ngày làm việc tới)", "Due by the end of the next working day") },
  { value: "24h", label: text("Trong 24 giờ tới", "Within 24 hours") },
  { value: "cham-chuyen", label: text("Chậm chuyển xử lý", "Not passed on in time") },
];

export const GIVEN_CHOICES = [
  { value: "toi", label: text("Giao cho tôi", "Assigned to me") },
  { value: "chua", label: text("Chưa phân công", "Not assigned yet") },
];

export function readWorkQuery(c: Ctx): WorkQuery {
  const given = (name: string): string => searchTyped(c, name, 100);
  const search = given("q");
  const tab = given("muc");
  const due = given("han");
  const givenTo = given("giao");
  // A search looks through everything, closed dossiers too, unless a list is named.
  const list: Tab =
    tab === "luot-toi" || tab === "tat-ca" || tab === "dang-giai-quyet" ? tab : search ? "tat-ca" : "dang-giai-quyet";
  return {
    tab: list,
    status: statusOptions.some(({ value }) => value === given("trang-thai")) ? given("trang-thai") : "",
    procedure: given("thu-tuc"),
    given: givenTo === "toi" || givenTo === "chua" || UUID.test(givenTo) ? givenTo : "",
    due: DUES.find((known) => known === due) ?? "",
    before: { day: given("truoc.day"), month: given("truoc.month"), year: given("truoc.year") },
    search,
    // What is closed has no due time to come: such lists stand by filing.
    sort: list === "tat-ca" || given("xep") === "nop" ? "nop" : "han",
    page: Math.max(1, wholeNumber(given("trang"), 1, PAGES_MOST)),
  };
}

/** The query part of the address of a list; what is usual is left out. */
export function workQueryString(query: WorkQuery): string {
  const named: [string, string][] = [
    ["muc", query.tab === "dang-giai-quyet" && !query.search ? "" : query.tab],
    ["trang-thai", query.status],
    ["thu-tuc", query.procedure],
    ["giao", query.given],
    ["han", query.due],
    ["truoc.day", query.before.day],
    ["truoc.month", query.before.month],
    ["truoc.year", query.before.year],
    ["q", query.search],
    ["xep", query.sort === "han" || query.tab === "tat-ca" ? "" : query.sort],
    ["trang", query.page === 1 ? "" : String(query.page)],
  ];
  const params = new URLSearchParams(named.filter(([, value]) => value !== "")).toString();
  return params && `?${params}`;
}

/** The day of "due before"; null while the boxes are empty or name no day. */
export const beforeDay = ({ before }: WorkQuery): PlainDate | null =>
  dateOf(Number(before.year), Number(before.month), Number(before.day));

/** The moments by which lists of an office are judged, by its own hours. */
export type WorkMoments = {
  readonly now: Instant;
  /** What is due before it is due by the end of the next working day. */
  readonly soonUntil: Instant;
  /** What was accepted before it and still lies at the desk should have been passed on; null without a rule. */
  readonly forwardedLateBefore: Instant | null;
};

/** The first moment of tomorrow. */
export const dayEnds = (now: Instant): Instant => instantAt(addDays(dayOfInstant(now), 1), 0);

/** The list as the dossiers are asked for it. */
export function workFilter(
  query: WorkQuery,
  officer: Officer,
  provinces: readonly string[],
  procedures: readonly Procedure[],
  at: WorkMoments,
  accounts: readonly string[] = [officer.account],
): WorkFilter {
  const { now } = at;
  const chosen = query.status === IN_WORK ? WORKING : STATUSES.filter((status) => status === query.status);
  const limits: (readonly Status[])[] = [];
  if (query.status) limits.push(chosen);
  if (query.tab === "luot-toi") limits.push(statusesOfTurn(procedures, officer.post.roles));
  const day = beforeDay(query);
  // What has its result is not late any more, whatever its date says.
  if (query.due || day) limits.push(RUNNING);
  if (query.due === "cham-chuyen") limits.push(["accepted"]);
  if (query.given === "chua") limits.push(["filed", "accepted"]);
  const statuses =
    limits.length === 0 ? null : STATUSES.filter((status) => limits.every((limit) => limit.includes(status)));
  const dueUntil = {
    "": null,
    tre: now,
    "hom-nay": dayEnds(now),
    "24h": now + SOON_MS,
    sap: at.soonUntil,
    "cham-chuyen": null,
  }[query.due];
  const until = [dueUntil, day && instantAt(day, 1440)];
  const ends = until.filter((moment): moment is Instant => moment !== null);
  return {
    officeProvinces: provinces,
    unit: officer.post.unit.id,
    statuses,
    procedure: query.procedure || null,
    assignedTo: query.given === "toi" ? accounts : UUID.test(query.given) ? [query.given] : null,
    unassigned: query.given === "chua",
    acceptedBefore: query.due === "cham-chuyen" ? (at.forwardedLateBefore ?? 0) : null,
    open: query.tab !== "tat-ca",
    search: query.search,
    dueFrom: query.due === "hom-nay" || query.due === "24h" || query.due === "sap" ? now : null,
    dueBefore: ends.length > 0 ? Math.min(...ends) : null,
    sort: query.sort === "nop" ? "filed" : "due",
  };
}
