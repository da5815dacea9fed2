import { Hono } from "hono";
import type { Procedure } from "../../engine/definition/index.ts";
import { boxText } from "../../engine/form/index.ts";
import { dayOfInstant, showDate, showPartialDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Envelope, Met, Present, Scan } from "../../modules/reception/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { type Officer, postedByOfficer } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Table, Tag, Warning } from "../ui/index.ts";
import { beginIntake } from "./begin.ts";
import { atDesk, deskOfficerOf } from "./guard.ts";
import { intakeHref } from "./load.ts";
import { deskPage, STALE } from "./page.tsx";
import { offered, pickFrom } from "./pick.ts";
import { envelopeIn, showHome } from "./scan-page.tsx";
import { readPresent } from "./state.ts";
import { DOUBTS, VERDICTS } from "./words.ts";

/** Somebody met: what the document says beside what the register answers, and what they came for. */
export function personPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.post("/chon", async (c) => {
    const signedIn = deskOfficerOf(c);
    if (signedIn instanceof Response) return signedIn;
    const posted = await postedByOfficer(deps, c, href(c, "/desk"));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const present = readPresent(boxText(raw, "present"));
    const envelope = await envelopeIn(deps, officer, boxText(raw, "envelope"));
    if (!present) return showHome(deps, c, officer, { envelope, error: LOST });
    const organisation = boxText(raw, "organisation").replace(/\s/g, "").slice(0, CODE_LONGEST);
    const typed = boxText(raw, "q").slice(0, QUERY_LONGEST);
    const again = async (error: Text, found?: readonly Procedure[]) =>
      showPerson(deps, c, officer, {
        ...(await deps.reception.meet(atDesk(officer), present)),
        scan: null,
        envelope,
        typed,
        organisation,
        error,
        ...(found ? { found } : {}),
      });
    if (stale) return again(STALE);
    const list = await offered(deps, officer, envelope ? "post" : "desk");
    const wanted = list.find(({ key }) => key === boxText(raw, "procedure"));
    const found = wanted ? [wanted] : pickFrom(list, typed);
    const [only, second] = found;
    if (!only) return again(NONE_FOUND, list);
    if (second) return again(CHOOSE, found);
    const begun = await beginIntake(deps, officer, { procedure: only, present, organisation, envelope, form: null });
    return begun.ok ? c.redirect(intakeHref(c, { id: begun.value }), 303) : again(begun.failure, list);
  });

  return app;
}

const QUERY_LONGEST = 100;
const CODE_LONGEST = 20;

type Shown = Met & {
  /** What was read of the document; null when the page is shown again. */
  readonly scan: Scan | null;
  readonly envelope: Envelope | null;
  readonly found?: readonly Procedure[];
  readonly typed?: string;
  readonly organisation?: string;
  readonly error?: Text;
};

export async function showPerson(deps: WebDeps, c: Ctx, officer: Officer, shown: Shown) {
  const lang = c.get("lang");
  const { present, envelope, error } = shown;
  const list = shown.found ?? (await offered(deps, officer, envelope ? "post" : "desk"));
  const today = dayOfInstant(deps.clock.now());
  const expired = shown.scan?.expiry && shown.scan.expiry < today ? shown.scan.expiry : null;
  return deskPage(
    deps,
    c,
    officer,
    {
      title: text("Người nộp và thủ tục", "Person and procedure"),
      hasErrors: error !== undefined,
      status: error ? 422 : 200,
      path: href(c, "/desk"),
    },
    <>
      <ErrorSummary errors={error ? { q: error } : {}} lang={lang} />
      <h1 class="govuk-heading-l">{present.name ?? present.number ?? present.document}</h1>
      {expired && (
        <Warning lang={lang}>
          {
            {
              vi: `Giấy tờ hết hạn từ ${showDate(expired)}. Đề nghị xem giấy tờ khác của người này.`,
              en: `The document expired on ${showDate(expired)}. Look at another document.`,
            }[lang]
          }
        </Warning>
      )}
      {shown.scan && shown.scan.doubts.length > 0 && (
        <Warning lang={lang}>
          {
            {
              vi: `Số kiểm tra của dòng MRZ không khớp ở: ${shown.scan.doubts.map((doubt) => DOUBTS[doubt]?.vi).join(", ")}. Đề nghị quét lại hoặc xem kỹ giấy tờ.`,
              en: `Check digits differ at: ${shown.scan.doubts.map((doubt) => DOUBTS[doubt]?.en).join(", ")}. Scan again or look closely.`,
            }[lang]
          }
        </Warning>
      )}
      <Verdicts {...shown} lang={lang} />
      <Form csrf={csrfBox(officer)} action={href(c, "/desk/chon")}>
        <input type="hidden" name="present" value={JSON.stringify(present)} />
        {envelope && <input type="hidden" name="envelope" value={envelope.id} />}
        <h2 class="govuk-heading-m">{{ vi: "Đến làm thủ tục gì?", en: "What for?" }[lang]}</h2>
        <div data-pick>
          <Input
            name="q"
            label={text("Thủ tục", "Procedure")}
            hint={text(
              "Gõ số của thủ tục trong danh sách, hoặc một vài từ như: tạm trú, con dấu, CT01; rồi Enter.",
              "Type its number in the list, or words such as: tạm trú, con dấu, CT01; then Enter.",
            )}
            lang={lang}
            value={shown.typed}
            error={error}
            autocomplete="off"
            spellcheck={false}
          />
          <Button label={text("Chọn", "Choose")} lang={lang} />
          <ol class="mc-desk__procedures">
            {list.map((procedure, at) => (
              <li>
                <kbd class="mc-shortcut__key">{at + 1}</kbd>
                <Button label={procedure.title} lang={lang} kind="secondary" name="procedure" value={procedure.key} />
              </li>
            ))}
          </ol>
        </div>
        <Input
          name="organisation"
          label={text("Mã số tổ chức, nếu nộp thay tổ chức", "Code of the organisation, if they file for one")}
          lang={lang}
          optional
          value={shown.organisation}
          inputmode="numeric"
          width={20}
          autocomplete="off"
        />
      </Form>
    </>,
  );
}

/** The document beside the register, field by field. */
function Verdicts({ present, verdict, lang }: Met & { readonly lang: "vi" | "en" }) {
  const rows = factsOf(present).map(({ field, label, value }) => {
    const answer = verdict && field ? (field === "number" ? verdict.number : verdict[field]) : undefined;
    const verdictShown = answer ? <Tag {...VERDICTS[answer]} lang={lang} /> : "";
    return { cells: { fact: label[lang], stated: value, register: verdictShown } };
  });
  return (
    <>
      <Table
        caption={text("Giấy tờ và sổ dân cư", "Document and register")}
        columns={[
          { key: "fact", label: text("Thông tin", "Fact") },
          { key: "stated", label: text("Trên giấy tờ", "On the document") },
          { key: "register", label: text("Sổ dân cư", "Register") },
        ]}
        rows={rows}
        lang={lang}
      />
      {present.number !== null && !verdict && (
        <Warning lang={lang}>
          {
            {
              vi: "Chưa hỏi được sổ dân cư. Vẫn tiếp nhận được theo giấy tờ; việc đối chiếu được làm lại khi hồ sơ đã nộp.",
              en: "The register could not be asked. Go on by the document; it is asked again once the dossier is filed.",
            }[lang]
          }
        </Warning>
      )}
      {verdict && !verdict.living && (
        <Warning lang={lang}>
          {
            {
              vi: "Theo sổ dân cư, người mang số này đã mất. Đề nghị dừng lại và báo người phụ trách.",
              en: "By the register the holder of this number is deceased. Stop and tell your superior.",
            }[lang]
          }
        </Warning>
      )}
    </>
  );
}

type Fact = {
  readonly field: "number" | "name" | "birthDate" | "sex" | null;
  readonly label: Text;
  readonly value: string;
};

function factsOf({ number, document, name, birthDate, sex, nationality }: Present): readonly Fact[] {
  const facts: (Fact | null)[] = [
    number ? { field: "number", label: text("Số định danh", "Personal number"), value: number } : null,
    document ? { field: null, label: text("Số giấy tờ", "Document number"), value: document } : null,
    name ? { field: "name", label: text("Họ tên", "Name"), value: name } : null,
    birthDate
      ? { field: "birthDate", label: text("Ngày sinh", "Date of birth"), value: showPartialDate(birthDate) }
      : null,
    sex ? { field: "sex", label: text("Giới tính", "Sex"), value: sex === "M" ? "Nam" : "Nữ" } : null,
    nationality === "VNM" ? null : { field: null, label: text("Quốc tịch", "Nationality"), value: nationality },
  ];
  return facts.filter((fact) => fact !== null);
}

const LOST = text(
  "Thông tin người nộp không còn đọc được. Đề nghị quét lại thẻ.",
  "The person's data could not be read any more. Scan the card again.",
);
const NONE_FOUND = text(
  "Không có thủ tục nào như vậy nhận theo cách này. Đề nghị tìm từ khác; danh sách bên dưới là đủ.",
  "No such procedure is taken this way. Try other words; the list below is complete.",
);
const CHOOSE = text("Có vài thủ tục phù hợp: gõ số hoặc chọn một.", "Several fit: type a number or choose one.");
