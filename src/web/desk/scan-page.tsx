import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Envelope } from "../../modules/reception/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { isId } from "../forms.ts";
import type { Officer } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, Cards, ErrorSummary, Form, InsetText, Textarea } from "../ui/index.ts";
import { atDesk } from "./guard.ts";
import { intakeHref } from "./load.ts";
import { deskPage, ENVELOPES } from "./page.tsx";
import { readState } from "./state.ts";

/** The envelope in hand, where one is. */
export const envelopeIn = async (deps: WebDeps, officer: Officer, id: string): Promise<Envelope | null> =>
  isId(id) ? deps.reception.findEnvelope(atDesk(officer), id) : null;

type Home = { readonly envelope: Envelope | null; readonly typed?: string; readonly error?: Text };

export async function showHome(deps: WebDeps, c: Ctx, officer: Officer, { envelope, typed, error }: Home) {
  const lang = c.get("lang");
  c.set("camera", true);
  const begun = (await deps.dossiers.drafts.open(officer.account)).flatMap((draft) => {
    const state = readState(draft.pending);
    return state ? [{ draft, state }] : [];
  });
  return deskPage(
    deps,
    c,
    officer,
    {
      title: text("Tiếp nhận hồ sơ", "Reception desk"),
      hasErrors: error !== undefined,
      status: error ? 422 : 200,
      path: href(c, "/desk"),
    },
    <>
      <ErrorSummary errors={error ? { scan: error } : {}} lang={lang} />
      <h1 class="govuk-heading-l">{{ vi: "Tiếp nhận hồ sơ", en: "Reception desk" }[lang]}</h1>
      {envelope && (
        <InsetText>
          {
            {
              vi: `Phong bì ${envelope.trackingNumber} của ${envelope.sender}: quét hoặc nhập người đứng tên hồ sơ.`,
              en: `Envelope ${envelope.trackingNumber} from ${envelope.sender}: scan or type whose dossier it is.`,
            }[lang]
          }
        </InsetText>
      )}
      <Form csrf={csrfBox(officer)} action={href(c, "/desk/nguoi")}>
        {envelope && <input type="hidden" name="envelope" value={envelope.id} />}
        <div data-scan data-camera-label={CAMERA[lang]} data-camera-stop={CAMERA_STOP[lang]}>
          <Textarea
            name="scan"
            label={text("Quét thẻ hoặc tờ khai, hay gõ số định danh", "Scan a card or form, or type a number")}
            hint={text(
              "Mã QR trên thẻ căn cước, các dòng MRZ (<<<) của thẻ hoặc hộ chiếu, mã trên tờ khai do hệ thống in, hoặc 12 chữ số.",
              "The QR on an identity card, the lines of a card or passport with <<<, the codes of a form printed here, or 12 digits.",
            )}
            lang={lang}
            lines={3}
            value={typed}
            error={error}
          />
        </div>
        <div class="govuk-button-group">
          <Button label={text("Tìm người này", "Find this person")} lang={lang} />
          <Button
            label={text("Nhập người không có thẻ", "Somebody without a card")}
            lang={lang}
            kind="secondary"
            href={`${href(c, "/desk/nguoi-khac")}${envelope ? `?bi=${envelope.id}` : ""}`}
          />
        </div>
      </Form>
      {begun.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{{ vi: "Đang tiếp nhận dở", en: "Begun and not finished" }[lang]}</h2>
          <Cards
            lang={lang}
            level={3}
            cards={begun.slice(0, BEGUN_SHOWN).map(({ draft, state }) => ({
              title: text(
                `${state.organisation?.name ?? state.present.name ?? ""}: ${draft.procedure.title.vi}`,
                `${state.organisation?.name ?? state.present.name ?? ""}: ${draft.procedure.title.en}`,
              ),
              body: text(`Lưu lúc ${showInstant(draft.updatedAt)}`, `Saved at ${showInstant(draft.updatedAt)}`),
              href: intakeHref(c, draft),
            }))}
          />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href(c, ENVELOPES)}>
          {{ vi: "Ghi nhận phong bì bưu chính", en: "Register an envelope of the post" }[lang]}
        </a>
      </p>
    </>,
  );
}

const BEGUN_SHOWN = 6;
const CAMERA = { vi: "Quét bằng camera", en: "Use the camera" };
const CAMERA_STOP = { vi: "Tắt camera", en: "Stop the camera" };
