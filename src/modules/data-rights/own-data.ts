import type { Json } from "../../kernel/canonical-json.ts";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { fieldWords, listAccess, purposeWords, type Reading } from "../access/index.ts";
import { findPerson } from "../population/index.ts";
import { questionsOfSubject } from "./questions-rows.ts";
import { requestState } from "./requests.ts";
import { requestsOfSubject } from "./requests-rows.ts";

const MOST = 5_000;

/** One part of a person's data: what it is called, and its entries. */
export type OwnPart = {
  readonly key:
    | "person"
    | "dossiers"
    | "stays"
    | "residences"
    | "appointments"
    | "looks"
    | "questions"
    | "requests"
    | "messages"
    | "words"
    | "contacts";
  readonly rows: readonly { readonly [name: string]: Json }[];
  /** There was more than an export holds. */
  readonly more: boolean;
};

type Subject = { readonly number: string; readonly account: string; readonly isPerson: boolean };

/** Everything this house keeps about a person or an organisation, as they may take it away. */
export async function ownData(reading: Reading, subject: Subject, now: Instant): Promise<readonly OwnPart[]> {
  const person = subject.isPerson ? await findPerson(reading, subject.number) : null;
  const looks = await listAccess(
    reading,
    subject.number,
    { now, from: null, before: null, unit: null },
    { limit: MOST + 1, offset: 0 },
  );
  const part = (key: OwnPart["key"], rows: readonly { readonly [name: string]: Json }[]): OwnPart => ({
    key,
    rows: rows.slice(0, MOST),
    more: rows.length > MOST,
  });
  return [
    part("person", person ? [JSON.parse(JSON.stringify({ ...person, householdId: undefined }))] : []),
    part("dossiers", await ownDossiers(reading, subject)),
    part("stays", await ownStays(reading, subject.number)),
    part("residences", await ownResidences(reading, subject.number)),
    part("messages", await ownMessages(reading, subject.number)),
    part("words", await ownWords(reading, subject)),
    part("contacts", await ownContacts(reading, subject.number)),
    part("appointments", await ownAppointments(reading, subject)),
    part(
      "looks",
      looks.map((look) => ({
        at: isoInstant(look.at),
        who: look.actorName,
        post: look.postTitle,
        office: look.unitName,
        purpose: purposeWords(look.purposeKey, look.purpose).vi,
        ground: [look.groundArticle, look.groundSource].filter(Boolean).join(" "),
        data: look.fields.map((field) => fieldWords(field).vi).join(", "),
        dossier: look.dossierCode,
      })),
    ),
    part(
      "questions",
      (await questionsOfSubject(reading, subject.number)).map((asked) => ({
        at: isoInstant(asked.at),
        question: asked.question,
        answeredAt: asked.answeredAt === null ? null : isoInstant(asked.answeredAt),
        answer: asked.answer,
      })),
    ),
    part(
      "requests",
      (await requestsOfSubject(reading, subject.number)).map((request) => ({
        at: isoInstant(request.at),
        right: request.right,
        about: request.about,
        state: requestState(request),
        steps: request.steps.map(({ kind, at, words }) => ({ kind, at: isoInstant(at), words })),
      })),
    ),
  ];
}

type Row = { readonly [name: string]: Json };

const ownDossiers = (reading: Reading, subject: Subject): Promise<Row[]> =>
  reading.query(
    "data-own-dossiers",
    `select d.code, d.procedure_key as procedure, u.name as office, d.channel, d.status,
       to_json(d.filed_at) as "filedAt", to_json(d.closed_at) as "closedAt", d.answers,
       (select coalesce(jsonb_agg(jsonb_build_object('paper', p -> 'paper', 'name', p -> 'name')), '[]')
        from jsonb_array_elements(d.papers) p) as papers,
       (select jsonb_agg(jsonb_build_object('act', a.kind, 'at', a.at, 'by', a.actor ->> 'as') order by a.seq)
        from acts a where a.office_province = d.office_province and a.dossier_id = d.id) as acts
     from dossiers d left join units u on u.id = d.unit_id
     where d.owner_number = $1 or d.filer_account = $2 order by d.filed_at desc limit ${MOST + 1}`,
    [subject.number, subject.account],
  );

const ownStays = (reading: Reading, number: string): Promise<Row[]> =>
  reading.query(
    "data-own-stays",
    `select dossier_code as dossier, host_name as host, address_line as address, room, guest_name as name, nationality,
       document_kind as document, document_number as number, reason, to_json(arrived_at) as "arrivedAt",
       leaves_on as "leavesOn", ended
     from stays where document_number = $1 order by arrived_at desc limit ${MOST + 1}`,
    [number],
  );

const ownResidences = (reading: Reading, number: string): Promise<Row[]> =>
  reading.query(
    "data-own-residences",
    `select dossier_code as dossier, person_name as name, address_line as address, valid_from as "validFrom",
       valid_until as "validUntil", ended, ended_on as "endedOn"
     from temporary_residences where person_number = $1 order by valid_from desc limit ${MOST + 1}`,
    [number],
  );

const ownMessages = (reading: Reading, number: string): Promise<Row[]> =>
  reading.query(
    "data-own-messages",
    `select to_json(m.at) as at, m.dossier_code as dossier, m.unit_name as office, m.officer_name as officer, m.content,
       to_json(m.read_at) as "readAt",
       (select coalesce(jsonb_agg(jsonb_build_object('at', s.at, 'way', s.rung, 'what', s.event) order by s.n), '[]')
        from message_steps s where s.recipient = m.recipient and s.message_id = m.id) as steps
     from messages m where m.recipient = $1 order by m.at desc limit ${MOST + 1}`,
    [number],
  );

const ownWords = (reading: Reading, subject: Subject): Promise<Row[]> =>
  reading.query(
    "data-own-words",
    `select to_json(w.at) as at, d.code as dossier, w.side, w.by_name as by, w.body
     from dossier_words w join dossiers d on d.office_province = w.office_province and d.id = w.dossier_id
     where d.owner_number = $1 or d.filer_account = $2 order by w.at desc limit ${MOST + 1}`,
    [subject.number, subject.account],
  );

const ownContacts = (reading: Reading, number: string): Promise<Row[]> =>
  reading.query(
    "data-own-contacts",
    `select c.channel, c.address, to_json(c.confirmed_at) as "confirmedAt",
       (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'what', e.event, 'by', e.by_name, 'words', e.words)
         order by e.at), '[]') from contact_events e where e.recipient = c.recipient and e.channel = c.channel) as events
     from contacts c where c.recipient = $1`,
    [number],
  );

const ownAppointments = (reading: Reading, subject: Subject): Promise<Row[]> =>
  reading.query(
    "data-own-appointments",
    `select s.day, b.minute as "minuteOfDay", b.procedure_key as procedure, u.name as office, s.place, b.code, b.name,
       b.phone, to_json(b.booked_at) as "bookedAt", b.ended_as as ended
     from desk_bookings b
     join desk_sessions s on s.office_province = b.office_province and s.id = b.session_id
     left join units u on u.id = b.unit_id
     where b.person_number = $1 or b.account_id = $2 order by s.day desc, b.minute limit ${MOST + 1}`,
    [subject.number, subject.account],
  );
