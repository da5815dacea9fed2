import { Hono } from "hono";
import { loadCalculations, loadQuestions } from "../../../../law/index.ts";
import type { Calculated } from "../../../engine/definition/index.ts";
import { dayOfInstant, type PlainDate, parseIsoDate, showDate, yearOf } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Vars, WebDeps } from "../../context.ts";
import { DateInput, Input, Radios, Select } from "../../ui/index.ts";
import { type Answer, dayInWords, type Fact, partOf, yearBefore } from "./answer.ts";
import { type AskedForm, askedForm, shortAddress } from "./asked-form.ts";
import { CALCULATORS_PATH, calculatorPage } from "./frame.tsx";

export const DUE_DATE_PATH = `${CALCULATORS_PATH}/ngay-tra`;
export const DUE_DATE_TITLE = text("Ngày trả kết quả, ngày hết hạn", "Due dates");
const NAMES = ["cach", "thu-tuc", "viec", "so", "don-vi", "ngay"] as const;

const WAYS = ["thu-tuc", "viec", "tu-dem"] as const;
const UNITS = {
  "ngay-lam-viec": { unit: "working-day", label: text("ngày làm việc", "working days") },
  ngay: { unit: "day", label: text("ngày", "days") },
  thang: { unit: "month", label: text("tháng", "months") },
  nam: { unit: "year", label: text("năm", "years") },
} as const;
type UnitName = keyof typeof UNITS;
const UNIT_NAMES = Object.keys(UNITS) as readonly UnitName[];
const COUNT_MOST = 9_999;
const HOW_MANY = text("Số lượng", "How many");

/** What a person must do, may do or waits for within a term that starts with an event: the terms of the law by day. */
const TERMS = {
  "fine-payment": text("Nộp tiền phạt, từ ngày nhận quyết định", "Paying a fine, from receipt of the decision"),
  "explanation-written": text(
    "Giải trình bằng văn bản về vi phạm, từ ngày lập biên bản",
    "Written explanation of a violation, from the record",
  ),
  "sanction-decision": text("Ra quyết định xử phạt, từ ngày lập biên bản", "Decision on a sanction, from the record"),
  "sanction-limitation": text("Thời hiệu xử phạt, từ ngày vi phạm", "Limitation of a sanction, from the violation"),
  "camera-notice": text("Thông báo phạt nguội, từ ngày phát hiện", "Notice of a violation seen by camera"),
  "vehicle-recall-after-sale": text(
    "Nộp lại đăng ký, biển số sau khi bán xe, từ ngày làm giấy tờ",
    "Handing in certificate and plate after a sale, from its papers",
  ),
  "end-of-life-vehicle": text("Khai báo xe hết niên hạn sử dụng", "Declaring a vehicle at the end of its life"),
  "identification-plate-hold": text(
    "Giữ biển số định danh, từ ngày thu hồi",
    "Keeping an identification plate, from recall",
  ),
  "plate-auction-payment": text(
    "Nộp tiền trúng đấu giá biển số, từ ngày thông báo",
    "Paying for an auctioned plate, from the notice",
  ),
  "plate-auction-registration": text(
    "Đăng ký xe gắn biển số trúng đấu giá, từ ngày xác nhận",
    "Registering a vehicle under an auctioned plate, from confirmation",
  ),
  "child-residence-registration": text(
    "Đăng ký cư trú cho con, từ ngày đăng ký khai sinh",
    "Registering a child's residence, from birth registration",
  ),
  "seal-lost-report": text("Báo mất con dấu", "Reporting a lost seal"),
  "business-start-notice": text(
    "Thông báo bắt đầu kinh doanh có điều kiện về an ninh, trật tự",
    "Notice that a security business has started",
  ),
} as const satisfies Readonly<Record<string, Text>>;
type Term = keyof typeof TERMS;
const TERM_KEYS = Object.keys(TERMS) as readonly Term[];

type Question =
  | { readonly kind: "thu-tuc"; readonly procedure: string }
  | { readonly kind: "viec"; readonly term: Term }
  | { readonly kind: "tu-dem"; readonly count: number; readonly unit: UnitName };

/** When a procedure is due, a duty ends, or a number of days is over; shared by its address, needs no script. */
export function dueDateCalculator(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(DUE_DATE_PATH, async (c) => {
    const lang = c.get("lang");
    const { procedureTitles, PROCEDURE_GROUPS } = await loadQuestions();
    const form = askedForm(c, NAMES);
    const question = askedFor(
      form,
      procedureTitles().map(({ key }) => key),
    );
    const way = question?.kind ?? wayOf(form);
    const on = form.day("ngay", dayOfInstant(deps.clock.now()));
    const right = question !== null && Object.keys(form.errors).length === 0;
    const short = right ? shortAddress(c, DUE_DATE_PATH, namesOf(question), { ngay: on.day }) : null;
    if (short) return c.redirect(short, 303);

    const about = question && (await wordsOf(question));
    return calculatorPage(deps, c, {
      path: DUE_DATE_PATH,
      title: DUE_DATE_TITLE,
      lead: text(
        "Hồ sơ nộp ngày này thì khi nào có kết quả, việc này phải làm trước ngày nào; đã trừ ngày nghỉ, ngày lễ và ngày làm bù.",
        "When a dossier is decided and until when something must be done; days off, holidays and swapped days are counted.",
      ),
      errors: form.errors,
      names: NAMES,
      answered:
        right && about
          ? {
              about: text(`${about.vi}, ngày ${showDate(on.day)}`, `${about.en}, on ${showDate(on.day)}`),
              now: await answerOn(deps, question, on.day),
              before: await answerOn(deps, question, yearBefore(on.day)),
            }
          : null,
      fields: (
        <>
          <Radios
            name="cach"
            label={text("Tính gì?", "What is counted?")}
            lang={lang}
            value={way ?? undefined}
            error={form.errors.cach}
            options={[
              {
                value: "thu-tuc",
                label: text("Ngày trả kết quả thủ tục", "When a procedure is decided"),
                conditional: (
                  <Select
                    name="thu-tuc"
                    label={text("Thủ tục", "Procedure")}
                    lang={lang}
                    value={form.typed("thu-tuc")}
                    error={form.errors["thu-tuc"]}
                    options={procedureTitles().map(({ key, group, title }) => ({
                      value: key,
                      label: title,
                      group: PROCEDURE_GROUPS[group],
                    }))}
                  />
                ),
              },
              {
                value: "viec",
                label: text("Hạn của một việc phải làm, một quyền", "Until when a duty or a right lasts"),
                conditional: (
                  <Select
                    name="viec"
                    label={text("Việc", "Duty or right")}
                    lang={lang}
                    value={form.typed("viec")}
                    error={form.errors.viec}
                    options={TERM_KEYS.map((value) => ({ value, label: TERMS[value] }))}
                  />
                ),
              },
              {
                value: "tu-dem",
                label: text("Một số ngày, tháng, năm tự nhập", "A number of days, months or years"),
                conditional: (
                  <>
                    <Input
                      name="so"
                      label={HOW_MANY}
                      lang={lang}
                      width={4}
                      inputmode="numeric"
                      value={form.typed("so")}
                      error={form.errors.so}
                    />
                    <Select
                      name="don-vi"
                      label={text("Đơn vị", "Unit")}
                      lang={lang}
                      value={form.typed("don-vi")}
                      error={form.errors["don-vi"]}
                      options={UNIT_NAMES.map((value) => ({ value, label: UNITS[value].label }))}
                    />
                  </>
                ),
              },
            ]}
          />
          <DateInput
            name="ngay"
            label={text("Tính từ ngày", "Counted from")}
            hint={text(
              "Ngày hồ sơ được nhận đủ, hoặc ngày xảy ra sự việc. Ngày này không tính vào thời hạn.",
              "The day of the complete dossier, or of the event. That day itself is not counted.",
            )}
            lang={lang}
            value={on.parts}
            error={form.errors["ngay.day"]}
          />
        </>
      ),
    });
  });

  return app;
}

/** The way of asking: as ticked, else as the rest of the address tells (`?thu-tuc=id-issue`). */
const wayOf = (form: AskedForm): (typeof WAYS)[number] | null =>
  form.typed("cach") !== ""
    ? (WAYS.find((way) => way === form.typed("cach")) ?? null)
    : form.typed("viec") !== ""
      ? "viec"
      : form.typed("so") !== ""
        ? "tu-dem"
        : "thu-tuc";

/** Null where nothing was asked or something is wrong with it. */
function askedFor(form: AskedForm, procedures: readonly string[]): Question | null {
  const way = form.choice("cach", WAYS, wayOf(form), text("Vui lòng chọn cần tính gì.", "Choose what is counted."));
  if (!form.asked || way === null) return null;
  if (way === "thu-tuc") {
    const procedure = form.choice("thu-tuc", procedures, null, text("Vui lòng chọn thủ tục.", "Choose a procedure."));
    return procedure === null ? null : { kind: way, procedure };
  }
  if (way === "viec") {
    const term = form.choice("viec", TERM_KEYS, null, text("Vui lòng chọn việc.", "Choose a duty or right."));
    return term === null ? null : { kind: way, term };
  }
  const count = form.whole("so", { least: 1, most: COUNT_MOST }, HOW_MANY, true);
  const unit = form.choice("don-vi", UNIT_NAMES, null, text("Vui lòng chọn đơn vị.", "Choose a unit."));
  return count === null || unit === null ? null : { kind: way, count, unit };
}

/** The parts of the address that belong to a question; the other ways' boxes are sent too, and dropped. */
const namesOf = (question: Question): readonly string[] =>
  question.kind === "tu-dem" ? ["cach", "so", "don-vi", "ngay"] : ["cach", question.kind, "ngay"];

async function wordsOf(question: Question): Promise<Text> {
  if (question.kind === "viec") return TERMS[question.term];
  const { procedureTitles, showLimit } = await loadQuestions();
  if (question.kind === "tu-dem") return showLimit({ count: question.count, unit: UNITS[question.unit].unit });
  return procedureTitles().find(({ key }) => key === question.procedure)?.title ?? DUE_DATE_TITLE;
}

async function answerOn(deps: WebDeps, question: Question, on: PlainDate): Promise<Answer> {
  const { calculate } = await loadCalculations();
  const { showLimit } = await loadQuestions();
  const due = (label: Text, value: unknown): Fact => dueFact(deps, label, on, value);
  if (question.kind === "thu-tuc") {
    const answer = calculate("procedure-deadline", { procedure: question.procedure, receivedOn: on });
    const say = (value: Calculated["value"]): readonly Fact[] => [
      due(text("Hạn trả kết quả", "Due"), value.dueOn),
      {
        label: text("Thời hạn giải quyết", "Time limit"),
        value: showLimit(value.limit as Parameters<typeof showLimit>[0]),
      },
    ];
    return { on, parts: [partOf(DUE_DATE_TITLE, answer, say)] };
  }
  if (question.kind === "viec") {
    const answer = calculate("statutory-term", { term: question.term, startedOn: on });
    const length = answer.ok ? answer.value.steps.find((step) => step.rule === "length")?.result : null;
    const say = (value: Calculated["value"]): readonly Fact[] => [
      due(text("Hết hạn vào hết ngày", "Ends with"), value.endsOn),
      { label: text("Thời hạn", "Term"), value: showLimit(length as Parameters<typeof showLimit>[0]) },
    ];
    return { on, parts: [partOf(DUE_DATE_TITLE, answer, say)] };
  }
  const limit = { count: question.count, unit: UNITS[question.unit].unit };
  const answer = calculate("deadline", { from: on, ...limit });
  const say = (value: Calculated["value"]): readonly Fact[] => [
    due(text("Hết hạn vào hết ngày", "Ends with"), value.due),
  ];
  return { on, parts: [partOf(DUE_DATE_TITLE, answer, say)] };
}

/** The last day of a term; a year on the way whose days off are only reckoned is said beside it. */
function dueFact(deps: WebDeps, label: Text, from: PlainDate, value: unknown): Fact {
  const day = parseIsoDate(String(value));
  if (!day) return { label, value: text(String(value), String(value)), main: true };
  const years = Array.from({ length: yearOf(day) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at);
  const provisional = years.filter((year) => deps.calendar().provisional.get(year)).join(", ");
  return {
    label,
    value: dayInWords(day),
    main: true,
    moves: true,
    ...(provisional === ""
      ? {}
      : {
          note: text(
            `Lịch nghỉ năm ${provisional} là tạm tính, chờ thông báo chính thức.`,
            `The days off of ${provisional} are provisional until announced.`,
          ),
        }),
  };
}
