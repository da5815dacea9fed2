import { type ClaimField, claimFields, isVerified } from "../../kernel/person-claim.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import type { CheckRow } from "../../modules/verifications/index.ts";
import type { WebDeps } from "../context.ts";
import { InsetText, Warning } from "../ui/index.ts";

const FIELDS: { readonly [field in ClaimField]: Text } = {
  name: text("họ và tên", "name"),
  birthDate: text("ngày sinh", "birth date"),
  sex: text("giới tính", "sex"),
};

const AGREES = text("Thông tin của ông/bà khớp với cơ sở dữ liệu.", "Your own data agree with the register.");

/**
 * What the population register answered, for the person who filed. Only of themselves they read in what they differ:
 * of others it would let somebody find out their data by filing and trying.
 */
export async function DossierChecks(props: {
  readonly deps: WebDeps;
  readonly view: DossierView;
  readonly number: string | null;
  readonly lang: Language;
}) {
  const { deps, view, number, lang } = props;
  const { officeProvince, id } = view.row;
  if (view.edition.handling !== "examined") return null;
  const checks = await deps.verifications.checks.ofDossier(deps.db, officeProvince, id);
  if (checks.length === 0) return null;
  const mine = new Set(
    deps.dossiers
      .checkedOf(view)
      .people.filter(({ claim }) => claim.number === number)
      .map(({ place }) => place),
  );
  const own = checks.find(({ place }) => mine.has(place));
  const ended = view.state.endedAt !== null;
  return (
    <>
      {own && !ended && <OwnDifference check={own} lang={lang} />}
      <InsetText>
        <h2 class="govuk-heading-s">
          {{ vi: "Đối chiếu Cơ sở dữ liệu dân cư", en: "Check against the population register" }[lang]}
        </h2>
        {[...sentences(checks, ended), ...(own?.verdict && isVerified(own.verdict) ? [AGREES] : [])].map((sentence) => (
          <p class="govuk-body">{sentence[lang]}</p>
        ))}
      </InsetText>
    </>
  );
}

function OwnDifference({ check, lang }: { check: CheckRow; lang: Language }) {
  const { verdict } = check;
  if (!verdict) return null;
  const differs = claimFields.filter((field) => verdict[field] === "no-match" || verdict[field] === "partial-match");
  const named = differs.map((field) => FIELDS[field][lang]).join(", ");
  if (verdict.number === "absent")
    return (
      <Warning lang={lang}>
        {
          {
            vi: "Cơ sở dữ liệu chưa có số định danh ông/bà đã ghi. Cán bộ sẽ xem xét; ông/bà nên mang theo giấy tờ gốc khi được mời.",
            en: "The register does not have the number you gave. An officer will look at it; please have your original papers at hand.",
          }[lang]
        }
      </Warning>
    );
  if (differs.length === 0) return null;
  return (
    <Warning lang={lang}>
      {
        {
          vi: `Thông tin ông/bà đã ghi khác với Cơ sở dữ liệu ở: ${named}. Hồ sơ vẫn được giải quyết; cán bộ sẽ xem xét và hỏi lại nếu cần.`,
          en: `What you wrote differs from the register in: ${named}. Your dossier goes on; an officer will look at it and ask you if needed.`,
        }[lang]
      }
    </Warning>
  );
}

function sentences(checks: readonly CheckRow[], ended: boolean): readonly Text[] {
  const waiting = checks.filter(({ state }) => state === "waiting").length;
  const refused = checks.filter(({ state }) => state === "refused").length;
  const answeredAt = Math.max(...checks.map((check) => check.answeredAt ?? 0));
  const said: Text[] = [];
  if (answeredAt > 0)
    said.push(
      text(
        `Đã đối chiếu thông tin của ${checks.length - waiting - refused} người lúc ${showInstant(answeredAt)}.`,
        `The data of ${checks.length - waiting - refused} people were checked at ${showInstant(answeredAt)}.`,
      ),
    );
  if (waiting > 0 && !ended)
    said.push(
      text(
        `Đang chờ cơ sở dữ liệu trả lời về ${waiting} người. Hồ sơ đã được ghi nhận, hệ thống sẽ tự hỏi lại; ông/bà không phải làm gì thêm.`,
        `Waiting for the register's answer about ${waiting} people. Your dossier is recorded; we ask again by ourselves, there is nothing you need to do.`,
      ),
    );
  if (refused > 0)
    said.push(
      text(
        `Thông tin của ${refused} người sẽ do cán bộ đối chiếu bằng giấy tờ.`,
        `An officer will check the data of ${refused} people by their papers.`,
      ),
    );
  return said;
}
