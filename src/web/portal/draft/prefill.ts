import {
  type Edition,
  editionOn,
  fieldsOf,
  type Prefill,
  type Procedure,
  type SimpleField,
} from "../../../engine/definition/index.ts";
import { type Answers, readField, type SimpleAnswer } from "../../../engine/form/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { actorOf, logAccess, readOwn, type Session } from "../../../modules/access/index.ts";
import {
  findHousehold,
  findOrganisation,
  findPerson,
  type Organisation,
  type Person,
} from "../../../modules/population/index.ts";
import type { WebDeps } from "../../context.ts";

/**
 * The answers a new draft begins with: what the registers know of the person who signed in and of the organisation
 * they act for. Read with the person's own sign-in and shown to nobody else, so no look is logged; a minor's or ward's is.
 */
export async function firstAnswers(deps: WebDeps, procedure: Procedure, session: Session): Promise<Answers> {
  const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
  if (!edition) return {};
  return answersFrom(edition, await knownOf(deps, session));
}

/** The first answers of an edition's fields, by where each says that it may come from. */
export function answersFrom(edition: Edition, known: Known): Answers {
  const answers: Record<string, SimpleAnswer> = {};
  for (const field of fieldsOf(edition)) {
    if (field.kind === "group") continue;
    const answer = field.prefill ? FROM[field.prefill](known) : undefined;
    const first = answer ?? initialOf(field);
    if (first !== undefined && isOffered(field, first)) answers[field.key] = first;
  }
  return answers;
}

/** The answer a field starts with by its definition. */
export function initialOf(field: SimpleField): SimpleAnswer | undefined {
  if (field.initial === undefined) return undefined;
  const read = readField(field, { [field.key]: field.initial });
  return read.ok ? read.value : undefined;
}

export type Known = {
  readonly session: Pick<Session, "name" | "number" | "ward" | "organisation">;
  /** Whose dossier it is: the minor or ward, else the person who signed in. */
  readonly person: Person | null;
  /** Who signed in. */
  readonly own: Person | null;
  readonly organisation: Organisation | null;
  readonly head: string | null;
  readonly today: string;
};

async function knownOf(deps: WebDeps, session: Session): Promise<Known> {
  // Whoever acts for a ward has proven it; the ward reads of it in their own log.
  const own = readOwn(deps.db);
  const subject = session.ward?.number ?? session.number;
  const person = subject ? await findPerson(own, subject) : null;
  const signedIn = session.ward && session.number ? await findPerson(own, session.number) : person;
  if (session.ward && person) await logWardLook(deps, session, person);
  const organisation = session.organisation ? await findOrganisation(deps.db, session.organisation.code) : null;
  const household = subject ? await findHousehold(own, subject) : null;
  return {
    session,
    person,
    own: signedIn,
    organisation,
    head: household?.members[0]?.name ?? null,
    today: dayOfInstant(deps.clock.now()),
  };
}

/** A minor's or ward's data are somebody else's: whoever acts for them is named in their log. */
const logWardLook = (deps: WebDeps, session: Session, ward: Person): Promise<void> =>
  deps.db.inTransaction((tx) =>
    logAccess(tx, deps.clock.now(), {
      officeProvince: deps.catalogue.findCommune(ward.permanent.commune)?.provinceCode ?? "00",
      actor: actorOf(session),
      subjectNumber: ward.number,
      dossierCode: null,
      purpose: "represent",
      fields: ["number", "name", "birth-date", "address"],
    }),
  );

const asAddress = (place: { commune: string; line: string } | undefined): SimpleAnswer | undefined =>
  place ? { commune: place.commune, line: place.line } : undefined;

const FROM: { readonly [P in Prefill]: (known: Known) => SimpleAnswer | undefined } = {
  "filer.name": ({ organisation, session }) => organisation?.name ?? session.organisation?.name ?? session.name,
  "filer.address": ({ organisation, own }) => asAddress(organisation?.address ?? own?.permanent),
  "applicant.person": ({ person }) =>
    person ? { number: person.number, name: person.name, birthDate: person.birth, sex: person.sex } : undefined,
  "applicant.name": ({ person, session }) => person?.name ?? session.ward?.name ?? session.name,
  "applicant.number": ({ session }) => session.ward?.number ?? session.number ?? undefined,
  "applicant.birth-date": ({ person }) => person?.birth,
  "applicant.sex": ({ person }) => person?.sex,
  "applicant.address": ({ person }) => asAddress(person?.permanent),
  "applicant.household-head": ({ head }) => head ?? undefined,
  "organisation.name": ({ organisation, session }) => organisation?.name ?? session.organisation?.name,
  "organisation.code": ({ session }) => session.organisation?.code,
  "organisation.kind": ({ organisation }) => organisation?.kind,
  "organisation.address": ({ organisation }) => asAddress(organisation?.address),
  "organisation.superior": ({ organisation }) => organisation?.superior ?? undefined,
  "organisation.lodging": ({ organisation }) => organisation?.lodgingKind ?? undefined,
  "account.phone": ({ own, organisation }) => organisation?.phone ?? own?.phone ?? undefined,
  "account.email": ({ own, organisation }) => organisation?.email ?? own?.email ?? undefined,
  today: ({ today }) => today,
};

/** A register's word that the form does not offer is not an answer to it. */
const isOffered = (field: SimpleField, answer: SimpleAnswer): boolean =>
  field.kind !== "choice" || field.options.some((option) => option.value === answer);
