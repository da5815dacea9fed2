import { describe, expect, test } from "vitest";
import { day } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import {
  DefinitionProblems,
  defineProcedure,
  type Edition,
  editionOn,
  getEdition,
  type ProcedureInput,
} from "./index.ts";

const citation = { source: "68/2020/QH14", article: "Điều 30", evidence: "read" as const };
const edition: Edition = {
  id: "first",
  from: day("2025-01-01"),
  until: null,
  code: "2.001159",
  basis: [citation],
  applicants: ["person"],
  who: text("Mọi người", "Everybody"),
  channels: ["online"],
  assurance: 1,
  competence: { level: "commune", byAddress: "place", basis: [citation] },
  pages: [
    {
      key: "place",
      title: text("Nơi ở", "Place"),
      fields: [{ kind: "address", key: "place", label: text("Nơi ở", "Place") }],
    },
  ],
  papers: [],
  fees: [],
  deadline: { unit: "immediate", basis: [citation] },
  handling: "on-the-spot",
  steps: [],
  refusalGrounds: [],
  result: {
    key: "note",
    title: text("Giấy", "Paper"),
    template: "note",
    symbol: "X",
    book: "notes",
    evidence: "design",
  },
  survey: [{ key: "access", title: text("Dễ không?", "Easy?") }],
};
const procedure = (...editions: Edition[]): ProcedureInput => ({
  key: "test",
  title: text("Thử", "Test"),
  summary: text("Thử", "Test"),
  field: { key: "field", title: text("Lĩnh vực", "Field") },
  searchWords: [],
  editions,
});
const problemsOf = (input: ProcedureInput): readonly string[] => {
  try {
    defineProcedure(input);
  } catch (error) {
    if (error instanceof DefinitionProblems) return error.problems;
    throw error;
  }
  return [];
};

describe("defineProcedure", () => {
  test("takes a sound definition and finds its edition by day and by id", () => {
    const defined = defineProcedure(procedure(edition));
    expect(editionOn(defined, day("2024-12-31"))).toBeNull();
    expect(editionOn(defined, day("2025-01-01"))?.id).toBe("first");
    expect(getEdition(defined, "first").code).toBe("2.001159");
    expect(() => getEdition(defined, "second")).toThrow("no edition");
  });

  test("reports every word it does not know, together", () => {
    const problems = problemsOf(procedure({ ...edition, id: "Not A Key", code: "123", survey: [] }));
    expect(problems.join("\n")).toContain("editions.0.id");
    expect(problems.join("\n")).toContain("editions.0.code");
    expect(problems.join("\n")).toContain("editions.0.survey");
  });

  test("reports dangling, doubled and misplaced things, together", () => {
    const problems = problemsOf(
      procedure({
        ...edition,
        handling: "examined",
        competence: { ...edition.competence, byAddress: "nowhere" },
        pages: [
          ...edition.pages,
          {
            key: "place",
            title: text("Lại", "Again"),
            when: { field: "later", is: "x" },
            fields: [
              { kind: "text", key: "place", label: text("Lại", "Again") },
              {
                kind: "choice",
                key: "later",
                label: text("Chọn", "Choose"),
                initial: "c",
                options: [
                  { value: "a", label: text("A", "A") },
                  { value: "a", label: text("B", "B") },
                ],
              },
              {
                kind: "date",
                key: "until",
                label: text("Đến", "Until"),
                latest: { field: "never-asked", plus: { days: 1 } },
                earliest: { day: "2025-02-30" },
              },
              {
                kind: "group",
                key: "people",
                label: text("Người", "People"),
                item: text("người", "person"),
                fields: [{ kind: "text", key: "name", label: text("Tên", "Name"), when: { field: "age", is: "1" } }],
                least: 3,
                most: 2,
                titleOf: ["surname"],
                import: { sheet: "S", example: { phone: "1" } },
              },
            ],
          },
        ],
        papers: [
          {
            key: "p",
            title: text("Giấy", "Paper"),
            required: true,
            most: 1,
            basis: [],
            when: { field: "ghost", answered: true },
          },
        ],
        fees: [{ key: "f", title: text("Phí", "Fee"), parameter: "x", perEntryOf: "place" }],
        register: { register: "notes", values: { who: "people.surname", either: ["place", "nobody"] } },
      }),
    ).join("\n");
    for (const part of [
      'field "place" stands twice',
      'page "place" stands twice',
      'page "place" depends on "later"',
      'field "later" offers "a" twice',
      'field "later" starts with "c"',
      'field "until" is limited by "never-asked"',
      'field "until" is limited by "2025-02-30"',
      'field "people.name" depends on "age"',
      '"people" is titled by "surname"',
      'example row of "people" fills "phone"',
      '"people" wants at least 3 and at most 2',
      'paper "p" depends on "ghost"',
      'fee "f" counts entries of "place"',
      'competence is by "nowhere"',
      'register value "who" takes "people.surname"',
      'register value "either" takes "nobody"',
      "by nobody: no steps",
      "no ground of refusal is named",
    ]) {
      expect(problems).toContain(part);
    }
  });

  test("reports overlaps, gaps, backward periods and doubled ids, together", () => {
    const problems = problemsOf(
      procedure(
        { ...edition, id: "a", from: day("2020-01-01"), until: day("2020-12-31") },
        { ...edition, id: "b", from: day("2020-12-31"), until: day("2021-12-31") },
        { ...edition, id: "c", from: day("2022-01-02"), until: day("2021-06-01") },
        { ...edition, id: "c", from: day("2023-01-01"), until: null },
      ),
    ).join("\n");
    expect(problems).toContain("a and b both apply on 2020-12-31");
    expect(problems).toContain("b ends on 2021-12-31 and nothing applies until c begins on 2022-01-02");
    expect(problems).toContain("c: ends before it begins");
    expect(problems).toContain('edition "c" stands twice');
  });
});
