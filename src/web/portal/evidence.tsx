import { showInstant } from "../../kernel/plain-date.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import { coverageOf } from "../../modules/transparency/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";

/** Whether the log covers the dossier already, said plainly, and the file once it does. */
export const EvidenceOfDossier = async (props: { deps: WebDeps; c: Ctx; view: DossierView }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const { covered, signedAt } = await coverageOf(
    deps.db,
    "act",
    view.acts.map(({ id }) => id),
  );
  const all = view.acts.length;
  return (
    <>
      <h2 class="govuk-heading-m">
        {{ vi: "Bằng chứng hồ sơ không bị sửa", en: "Proof that nothing was changed" }[lang]}
      </h2>
      {covered === 0 || signedAt === null ? (
        <p class="govuk-body">
          {
            {
              vi: "Hồ sơ đã được ghi nhận nhưng chưa vào nhật ký minh bạch. Việc này thường mất vài phút; vui lòng mở lại trang này sau.",
              en: "The dossier is recorded, but not yet in the transparency log. This usually takes minutes; please open this page again later.",
            }[lang]
          }
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {
              {
                vi: `${covered === all ? `Cả ${all}` : `${covered} trong ${all}`} bước của hồ sơ đã có trong nhật ký minh bạch, ký lúc ${showInstant(signedAt)}.${covered === all ? "" : " Các bước mới sẽ vào nhật ký sau vài phút."}`,
                en: `${covered === all ? `All ${all}` : `${covered} of ${all}`} steps of the dossier stand in the transparency log, signed at ${showInstant(signedAt)}.${covered === all ? "" : " The newest ones follow within minutes."}`,
              }[lang]
            }
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, `/ho-so/${view.row.code}/bang-chung.json`)}>
              {{ vi: "Tải tệp bằng chứng (JSON)", en: "Download the evidence (JSON)" }[lang]}
            </a>
          </p>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href(c, "/minh-bach")}>
          {{ vi: "Nhật ký minh bạch là gì?", en: "What is the transparency log?" }[lang]}
        </a>
      </p>
    </>
  );
};
