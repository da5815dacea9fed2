import pg from "pg";
import { procedures } from "../law/index.ts";
import { editionOn } from "../src/engine/definition/index.ts";
import { dayOfInstant } from "../src/kernel/plain-date.ts";
import { searchKey } from "../src/kernel/vietnamese.ts";
import { makeSession } from "../tests/faults/clients.ts";
import type { RunningServer } from "../tests/faults/running-server.ts";
import { exportFigures } from "./export.ts";
import { withServer } from "./house.ts";
import { type Figure, median } from "./report.ts";

/**
 * The office at 10 thousand and 1 million dossiers (WORK_SIZES names others): work list, search and dossier page of one
 * officer in the largest unit, which holds a tenth of all dossiers and 3,000 open ones at either size. Times are those
 * of the answer over a kept local connection, one question after another, beside a bare query of fifty rows by index.
 */
const SIZES = (process.env.WORK_SIZES ?? "10000,1000000").split(",").map(Number);
const OPEN = 3_000;
const QUESTIONS = 100;
/** What else the machine does shows in a few answers of a round: the middle one of so many rounds counts. */
const ROUNDS = 7;
const UNIT = "ca-26740";
/** Dossiers of the unit under one whole name. */
const BEARERS = 46;

export async function workFigures(): Promise<readonly Figure[]> {
  return withOffices(SIZES, [], async (offices) => {
    const figures: Figure[] = [];
    for (const what of Object.keys(asked([]))) figures.push(...(await compared(what, offices)));
    const largest = offices.at(-1);
    if (!largest) return figures;
    const ministry = await officerAt(largest.server, largest.owner, "bench-overseer", "bca", ["overseer"]);
    return [...figures, ...(await exportFigures(largest.server, largest.owner, `motcua_session=${ministry}`))];
  });
}

/** A filled installation, and its officer. */
type Office = {
  readonly size: number;
  readonly server: RunningServer;
  readonly owner: pg.Client;
  readonly cookie: string;
  readonly known: readonly Known[];
};
type Known = { readonly code: string; readonly name: string };

/** All sizes stand at the same time, so that each is asked beside the other: a machine is not as fast in one minute as in the next. */
async function withOffices<T>(
  sizes: readonly number[],
  open: readonly Office[],
  work: (offices: readonly Office[]) => Promise<T>,
): Promise<T> {
  const [size, ...rest] = sizes;
  if (size === undefined) return work(open);
  return withServer({ LOG_LEVEL: "silent", WEB_PROCESSES: "1" }, async (server) => {
    const owner = new pg.Client({ connectionString: server.database.ownerUrl });
    await owner.connect();
    try {
      const session = await officerAt(server, owner, "bench-officer", UNIT, ["deskOfficer", "caseOfficer", "unitLead"]);
      await fill(owner, size);
      const office = { size, server, owner, cookie: `motcua_session=${session}`, known: await sample(owner) };
      return await withOffices(rest, [...open, office], work);
    } finally {
      await owner.end();
    }
  });
}

const pick = <T>(of: readonly T[], n: number): T => of[(n * 7919) % of.length] as T;
/** What is asked, by the number of the question. */
const asked = (known: readonly Known[]): Readonly<Record<string, (n: number) => string>> => ({
  "work list, first page": () => "/office",
  "work list, a later page": (n) => `/office?trang=${2 + (n % 40)}`,
  "work list of all, closed too": (n) => `/office?muc=tat-ca&trang=${1 + (n % 5)}`,
  "search by a common name": (n) => `/office?q=${encodeURIComponent(pick(["nguyen", "Trần", "van", "thi"], n))}`,
  "search by a whole name": (n) => `/office?q=${encodeURIComponent(pick(known, n).name)}`,
  "search for what is not there": (n) => `/office?q=${encodeURIComponent(`không có tên ${"abcdefgh"[n % 8]}`)}`,
  "search by code": (n) => `/office?q=${pick(known, n).code}`,
  "dossier page": (n) => `/office/ho-so/${pick(known, n).code}`,
});

/** One question at every size, turn by turn; the middle round counts. */
async function compared(what: string, offices: readonly Office[]): Promise<Figure[]> {
  const measured = offices.map((office) => ({ office, rounds: [] as number[][], bare: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { office, rounds, bare } of measured) {
      const path = asked(office.known)[what] ?? (() => "/office");
      rounds.push(await timed((n) => answered(`${office.server.url}${path(n + round * QUESTIONS)}`, office.cookie)));
      bare.push(...(await timed(() => bareFifty(office.owner))));
    }
  const p95s = measured.map(({ rounds }) => rounds.map((times) => quantile(times, 0.95)));
  return measured.flatMap(({ office, rounds, bare }, at): Figure[] => {
    const runs = p95s[at] ?? [];
    const label = `${office.size.toLocaleString("en-GB")} dossiers: ${what}`;
    const [smallest] = p95s;
    return [
      { what: `${label}, p50`, unit: "ms", value: median(rounds.flat()) },
      {
        what: `${label}, p95`,
        unit: "ms",
        value: median(runs),
        runs,
        baseline: { what: "bare fifty rows", value: quantile(bare, 0.95) },
        budget: { must: 50, less: true },
      },
      ...(at === 0 || !smallest
        ? []
        : [
            {
              what: `${label}, p95 beside the smaller size`,
              unit: "ms",
              value: median(runs),
              baseline: { what: `${SIZES[0]?.toLocaleString("en-GB")} dossiers`, value: median(smallest) },
              budget: { must: 1.2, less: true, ratio: true },
            },
          ]),
    ];
  });
}

async function answered(url: string, cookie: string): Promise<void> {
  // A code that is typed answers with the way to its dossier, whose page is a question of its own.
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const body = await response.text();
  if (response.status !== 200 && response.status !== 303)
    throw new Error(`${url}: ${response.status} ${body.slice(0, 200)}`);
}

const bareFifty = async (owner: pg.Client): Promise<void> => {
  await owner.query({
    name: "bare",
    text: "select * from dossiers where unit_id = $1 and office_province = '79' order by filed_at desc limit 50",
    values: [UNIT],
  });
};

/** Milliseconds of each question, after a tenth of them unmeasured. */
async function timed(ask: (n: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let n = -QUESTIONS / 10; n < QUESTIONS; n++) {
    const started = performance.now();
    await ask(Math.abs(n));
    if (n >= 0) times.push(performance.now() - started);
  }
  return times;
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

/** An officer with a post; answers the session's token. */
async function officerAt(
  server: RunningServer,
  owner: pg.Client,
  subject: string,
  unit: string,
  roles: readonly string[],
): Promise<string> {
  await owner.query(
    `insert into posts (id, officer_subject, unit_id, title, roles, valid_from)
     values (gen_random_uuid(), $1, $2, 'Cán bộ đo', $3, '2020-01-01')`,
    [subject, unit, roles],
  );
  return makeSession(server.database.appUrl, {
    kind: "officer",
    issuer: "https://bench",
    subject,
    name: "Cán bộ đo",
    assurance: 2,
    personNumber: null,
  });
}

const SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
const MIDDLES = ["Văn", "Thị", "Minh", "Đức", "Thanh", "Ngọc", "Quang", "Hữu", "Thị Thu", "Xuân", "Gia", "Bảo"];
const GIVEN = [
  "An",
  "Bình",
  "Chi",
  "Dũng",
  "Giang",
  "Hà",
  "Hạnh",
  "Hùng",
  "Khánh",
  "Lan",
  "Linh",
  "Long",
  "Mai",
  "Nam",
];

/** Dossiers with three acts each, written by the database itself: their chains are not hashed, lists and pages do not look. */
async function fill(owner: pg.Client, size: number): Promise<void> {
  const every = SURNAMES.flatMap((a) => MIDDLES.flatMap((b) => GIVEN.map((c) => `${a} ${b} ${c}`)));
  // As many names as let each be borne by about a page of dossiers at either size, or the larger would show more rows.
  const wanted = Math.min(every.length, Math.round((OPEN + (size - OPEN) / 10) / BEARERS));
  const names = Array.from({ length: wanted }, (_, n) => every[(n * 7919) % every.length] as string);
  const procedure = procedures.find(({ key }) => key === "temporary-residence");
  const edition = procedure && editionOn(procedure, dayOfInstant(Date.now()));
  if (!edition) throw new Error("no temporary residence in force");
  await owner.query("create temporary table bench_names (n int primary key, name text, key text)");
  await owner.query(
    "insert into bench_names select n - 1, name, key from unnest($1::text[], $2::text[]) with ordinality as t(name, key, n)",
    [names, names.map((name) => searchKey(name))],
  );
  await owner.query(
    `create temporary table bench_wards as select (row_number() over (order by id) - 1)::int as w, id, province_code
     from units where level = 'commune' and valid_until is null and id <> '${UNIT}'`,
  );
  await owner.query("analyze bench_names");
  await owner.query("analyze bench_wards");
  // Three million rows are not looked up one by one: they come from the dossiers themselves.
  await owner.query("alter table acts drop constraint acts_office_province_dossier_id_fkey");
  await owner.query(FILL_DOSSIERS, [size, OPEN, UNIT, names.length, edition.id]);
  for (const [seq, kind, data] of ACTS) await owner.query(FILL_ACTS, [seq, kind, data]);
  await owner.query(FILL_WARNINGS, [UNIT]);
  await owner.query("vacuum analyze dossiers");
  await owner.query("vacuum analyze acts");
}

const ANSWERS = {
  registrant: "self",
  person: { number: "040092034092", name: "Trần Văn Minh", birthDate: { year: 1992, month: 5, day: 20 }, sex: "M" },
  phone: "0950000034",
  "target-address": { commune: "26740", line: "Số 45/3 đường Nguyễn Huệ" },
  "dwelling-ground": "rent",
  "owner-consent": "contract",
  household: "own-head",
  declaration: true,
};
const NOBODY = "00000000-0000-0000-0000-000000000000";
const ACTS: readonly (readonly [number, string, string])[] = [
  [1, "filed", JSON.stringify({ code: "", channel: "online", answers: ANSWERS, papers: [], unit: UNIT })],
  [2, "accepted", JSON.stringify({ dueAt: 1_790_000_000_000, clockFrom: 1_789_000_000_000 })],
  [3, "assigned", JSON.stringify({ to: NOBODY, toName: "Cán bộ đo" })],
];

/** Every tenth dossier, and each open one, is of the largest unit; the others lie in other wards. */
const FILL_DOSSIERS = `
  insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
    owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at, accepted_at, clock_from,
    due_at, ended_at, closed_at, money, summary)
  select case when big then '79' else province_code end, gen_random_uuid(),
    'G01.' || case when big then '079' else '0' || province_code end || '.1X-26' || lpad((d / 9999 % 10000)::text, 4, '0') || '-01' || lpad((d % 9999 + 1)::text, 4, '0'),
    'temporary-residence', $5, case when big then $3 else bench_wards.id end, 'online',
    case when d <= $2 then (array['filed', 'accepted', 'assigned', 'proposed'])[1 + d % 4] else 'returned' end,
    3, decode(md5(d::text) || md5(d::text), 'hex'), name, key, '079' || lpad(d::text, 9, '0'), gen_random_uuid(), name,
    '${JSON.stringify(ANSWERS)}', '[]', at, at + interval '1 hour', at + interval '1 hour',
    case when d <= $2 and d % 4 = 0 then null else at + interval '3 days' end,
    ended, ended, 'none', null
  from generate_series(1, $1::int) as g(d)
  cross join lateral (select d % 10 = 0 or d <= $2 as big,
    date_trunc('milliseconds', now()) - (case when d <= $2 then d % 5 else 3 + d % 700 end) * interval '1 day' - (d % 600) * interval '1 minute' as at) as made
  cross join lateral (select case when d <= $2 then null else at + interval '2 days' end as ended) as over
  join bench_names on bench_names.n = ('x' || left(md5(d::text), 7))::bit(28)::int % $4
  join bench_wards on bench_wards.w = d % (select count(*)::int from bench_wards)`;

const FILL_ACTS = `
  insert into acts (office_province, dossier_id, seq, id, kind, at, actor, data, previous_hash, hash)
  select office_province, id, $1, gen_random_uuid(), $2, filed_at + ($1 - 1) * interval '1 hour',
    jsonb_build_object('account', filer_account, 'name', filer_name, 'as', 'person', 'number', owner_number), $3,
    head_hash, head_hash from dossiers where owner_number like '079%' and act_count = 3`;

/** Half and four fifths of the time of every open dossier are over: each page of the office counts them. */
const FILL_WARNINGS = `
  insert into clock_warnings (office_province, dossier_id, level, clock_from, reached_at, due_at, raised_at)
  select office_province, id, level, clock_from, clock_from + interval '1 day', due_at, now()
  from dossiers cross join unnest(array['half', 'four-fifths']) as level
  where unit_id = $1 and closed_at is null and due_at is not null on conflict do nothing`;

/** As many different dossiers at either size: the first look at one does more than the second. */
async function sample(owner: pg.Client): Promise<readonly Known[]> {
  const { rows } = await owner.query<Known>(
    "select code, owner_name as name from dossiers where unit_id = $1 order by md5(code) limit $2",
    [UNIT, QUESTIONS * (ROUNDS + 1)],
  );
  return rows;
}
