import { getSource, sourceName } from "../../../law/index.ts";
import type { Edition, Field } from "../../engine/definition/index.ts";
import { type Answers, type FormContext, shownFields, shownPages, shownPapers } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { peopleIn } from "../verifications/index.ts";

/** One thing a dossier has to satisfy, with where the law says so. */
export type Requirement = {
  /** `paper:<key>`, `page:<key>`, `person:<place>` or `ground:<key>`. */
  readonly key: string;
  readonly kind: "paper" | "page" | "person" | "ground";
  readonly title: Text;
  readonly basis: string;
  /** Answers of the page, one of which may be named as the one to put right. */
  readonly fields: readonly { readonly key: string; readonly label: Text }[];
};

/** More people than these are not judged one by one. */
const PEOPLE_MOST = 20;

/**
 * What this dossier has to satisfy by its own edition: the papers asked of it, what was declared page by page, whether
 * the register agrees on its people, and that no ground of refusal stands against it.
 */
export function requirementsOf(edition: Edition, answers: Answers, form: FormContext): readonly Requirement[] {
  const general = basisOf(edition.basis.slice(0, 1));
  const papers = shownPapers(edition, answers, form).map((paper) =>
    requirement("paper", paper.key, paper.title, basisOf(paper.basis) || general),
  );
  const pages = shownPages(edition, answers, form).flatMap((page) => {
    const fields = shownFields(page, answers, form).filter(({ kind }) => kind !== "declaration" && kind !== "group");
    if (fields.length === 0) return [];
    const title = text(`Thông tin khai: ${page.title.vi}`, `Declared: ${page.title.en}`);
    return [
      { ...requirement("page", page.key, title, general), fields: fields.map(({ key, label }) => ({ key, label })) },
    ];
  });
  const people = peopleIn(edition, answers, form)
    .slice(0, PEOPLE_MOST)
    .map(({ place, name }) =>
      requirement(
        "person",
        place,
        text(`${name}: khớp Cơ sở dữ liệu quốc gia về dân cư`, `${name}: agrees with the population database`),
        general,
      ),
    );
  const grounds = edition.refusalGrounds.map((ground) =>
    requirement(
      "ground",
      ground.key,
      text(`Không thuộc trường hợp: ${ground.title.vi}`, `Not the case: ${ground.title.en}`),
      basisOf(ground.basis),
    ),
  );
  return [...papers, ...pages, ...people, ...grounds];
}

/**
 * Whether the filer may put this answer right in a supplement: a declaration is made anew with a whole dossier, a list is
 * mended by its own pages, and the address that decides which office is competent would move the dossier.
 */
export const isMendable = (edition: Edition, { key, kind }: Pick<Field, "key" | "kind">): boolean =>
  kind !== "declaration" && kind !== "group" && key !== edition.competence.byAddress;

const requirement = (kind: Requirement["kind"], key: string, title: Text, basis: string): Requirement => ({
  key: `${kind}:${key}`,
  kind,
  title,
  basis,
  fields: [],
});

const basisOf = (citations: readonly { readonly source: string; readonly article: string }[]): string =>
  citations.map(({ source, article }) => `${article} ${sourceName(getSource(source))}`).join("; ");
