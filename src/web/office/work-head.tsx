import { CLOCK_ENDED, statusName } from "../../engine/state/index.ts";
import { showDate } from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import type { WorkCounts } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { type ChosenFilter, DateInput, Figures, Filters, Select } from "../ui/index.ts";
import { beforeDay, DUE_CHOICES, GIVEN_CHOICES, IN_WORK, statusOptions, type WorkQuery } from "./work-query.ts";

/** What stands above the unit's list: its counts, and the filters. */

/** The counts of the unit; each leads to the list it counts. */
export const WorkFigures = (props: { c: Ctx; counts: readonly WorkCounts[]; lang: Language }) => {
  const toned = (tone: "late" | "soon", value: string) => (value === "0" ? { value } : { value, tone });
  const sum = (of: (count: WorkCounts) => number): string =>
    String(props.counts.reduce((all, count) => all + of(count), 0));
  const running = (count: WorkCounts): boolean => !CLOCK_ENDED.has(count.status);
  const at = (query: string): string => href(props.c, `/office?${query}`);
  const inWork = (count: WorkCounts): boolean =>
    running(count) && count.status !== "filed" && count.status !== "supplement-awaited";
  return (
    <Figures
      lang={props.lang}
      figures={[
        {
          label: text("Chờ tiếp nhận", "Waiting to be accepted"),
          value: sum((count) => (count.status === "filed" ? count.count : 0)),
          href: at("trang-thai=filed"),
        },
        {
          label: text("Đang giải quyết", "In work"),
          value: sum((count) => (inWork(count) ? count.count : 0)),
          href: at(`trang-thai=${IN_WORK}`),
        },
        {
          label: text("Đến hạn trong 24 giờ", "Due within 24 hours"),
          ...toned(
            "soon",
            sum((count) => (running(count) ? count.soon : 0)),
          ),
          href: at("han=24h"),
        },
        {
          label: text("Chậm chuyển xử lý", "Not passed on in time"),
          ...toned(
            "late",
            sum(({ unforwarded }) => unforwarded),
          ),
          href: at("han=cham-chuyen"),
        },
        {
          label: text("Quá hạn", "Overdue"),
          ...toned(
            "late",
            sum((count) => (running(count) ? count.late : 0)),
          ),
          href: at("han=tre"),
        },
        {
          label: text("Chờ công dân bổ sung", "Waiting for the citizen"),
          value: sum((count) => (count.status === "supplement-awaited" ? count.count : 0)),
          href: at("trang-thai=supplement-awaited"),
        },
      ]}
    />
  );
};

/** What the list is narrowed to, and the boxes to narrow it. */
export const WorkFilters = (props: {
  deps: WebDeps;
  c: Ctx;
  query: WorkQuery;
  at: (changes: Partial<WorkQuery>) => string;
  titleOf: (key: string) => string;
  nameOf: (account: string) => string;
}) => {
  const { deps, c, query, at } = props;
  const lang = c.get("lang");
  const day = beforeDay(query);
  const chosen: ChosenFilter[] = [];
  if (query.status)
    chosen.push({
      label: statusOptions.find(({ value }) => value === query.status)?.label ?? statusName("filed"),
      removeHref: at({ status: "" }),
    });
  if (query.procedure) chosen.push({ label: props.titleOf(query.procedure), removeHref: at({ procedure: "" }) });
  if (query.given)
    chosen.push({
      label: GIVEN_CHOICES.find(({ value }) => value === query.given)?.label ?? props.nameOf(query.given),
      removeHref: at({ given: "" }),
    });
  if (query.due)
    chosen.push({
      label: DUE_CHOICES.find(({ value }) => value === query.due)?.label ?? "",
      removeHref: at({ due: "" }),
    });
  if (day) {
    const removeHref = at({ before: { day: "", month: "", year: "" } });
    chosen.push({ label: text(`Hạn đến hết ${showDate(day)}`, `Due by ${showDate(day)}`), removeHref });
  }
  return (
    <Filters action={href(c, "/office")} chosen={chosen} clearHref={href(c, "/office")} lang={lang}>
      {query.tab !== "dang-giai-quyet" && <input type="hidden" name="muc" value={query.tab} />}
      {query.search && <input type="hidden" name="q" value={query.search} />}
      {query.sort !== "han" && <input type="hidden" name="xep" value={query.sort} />}
      <Select
        name="trang-thai"
        label={text("Trạng thái", "Status")}
        lang={lang}
        options={statusOptions}
        value={query.status}
        empty={text("Mọi trạng thái", "Any status")}
      />
      <Select
        name="thu-tuc"
        label={text("Thủ tục", "Procedure")}
        lang={lang}
        options={deps.procedures.map((procedure) => ({ value: procedure.key, label: procedure.title }))}
        value={query.procedure}
        empty={text("Mọi thủ tục", "Any procedure")}
      />
      <Select
        name="giao"
        label={text("Người thụ lý", "Assigned to")}
        lang={lang}
        options={[
          ...GIVEN_CHOICES,
          // A colleague's list, reached from the team's day, stays chosen while it is narrowed.
          ...(props.nameOf(query.given) ? [{ value: query.given, label: props.nameOf(query.given) }] : []),
        ]}
        value={query.given}
        empty={text("Bất kỳ ai", "Anyone")}
      />
      <Select
        name="han"
        label={text("Thời hạn", "Due")}
        lang={lang}
        options={DUE_CHOICES}
        value={query.due}
        empty={text("Mọi thời hạn", "Any time")}
      />
      <DateInput
        name="truoc"
        label={text("Hạn trả đến hết ngày", "Due by the end of")}
        lang={lang}
        value={query.before}
      />
    </Filters>
  );
};
