import type { Person } from "../person.ts";
import type { Relation } from "../record.ts";
import type { Draw } from "./draw.ts";
import { drawName, drawSurname } from "./names.ts";

type Kind = Relation["kind"];

const tie = (kind: Kind, person: Pick<Person, "number" | "name" | "nationality">): Relation => ({
  kind,
  number: person.number,
  name: person.name,
  nationality: person.nationality,
  from: null,
  until: null,
});

/** Who the others of a household are to somebody; of the parents of some who live apart the names are known. */
export function relationsOf(draw: Draw, person: Person, household: readonly Person[]): readonly Relation[] {
  const by = (...relations: string[]) => household.find((other) => relations.includes(other.relationToHead ?? ""));
  const head = by("head");
  const spouse = by("wife", "husband");
  const parents = (...of: readonly (Person | undefined)[]): Relation[] =>
    of.flatMap((parent) => (parent ? [tie(parent.sex === "M" ? "father" : "mother", parent)] : []));
  switch (person.relationToHead) {
    case "head": {
      const kin = spouse ? [tie("spouse", spouse)] : [];
      const elders = parents(by("father"), by("mother"));
      return elders.length > 0 ? [...elders, ...kin] : [...kin, ...namesOfParents(draw, person)];
    }
    case "wife":
    case "husband":
      return [...(head ? [tie("spouse", head)] : []), ...namesOfParents(draw, person)];
    case "child": {
      const known = parents(head, spouse);
      // Where one parent brings the children up alone, that parent is written down as representing them.
      return head && !spouse && person.birth.year > 2008 ? [...known, tie("representative", head)] : known;
    }
    case "father":
    case "mother": {
      const other = by(person.relationToHead === "father" ? "mother" : "father");
      return other ? [tie("spouse", other)] : [];
    }
    default:
      return [];
  }
}

const NAMES_KNOWN = 0.35;

function namesOfParents(draw: Draw, person: Person): readonly Relation[] {
  if (person.nationality !== "VNM" || !draw.chance(NAMES_KNOWN)) return [];
  const birthYear = person.birth.year - draw.between(22, 34);
  const surname = person.name.split(" ")[0] ?? "";
  const named = (kind: "father" | "mother"): Relation => ({
    kind,
    number: null,
    name: drawName(draw, {
      surname: kind === "father" ? surname : drawSurname(draw, "centre", "Kinh"),
      sex: kind === "father" ? "M" : "F",
      birthYear,
      ethnicity: "Kinh",
    }),
    nationality: null,
    from: null,
    until: null,
  });
  return [named("father"), named("mother")];
}
