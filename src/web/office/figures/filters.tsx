import { type Text, text } from "../../../kernel/text.ts";
import type { Unit } from "../../../modules/catalogue/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { type ChosenFilter, DateInput, Filters, Select } from "../../ui/index.ts";
import { type FiguresQuery, figuresQueryString, PERIODS, partsOf } from "./query.ts";

const GROUPS = [
  { value: "linh-vuc", label: text("Lĩnh vực", "Field") },
  { value: "thu-tuc", label: text("Thủ tục", "Procedure") },
  { value: "don-vi", label: text("Đơn vị", "Unit") },
  { value: "can-bo", label: text("Cán bộ thụ lý", "Officer") },
  { value: "ngay", label: text("Ngày tiếp nhận", "Day of acceptance") },
  { value: "kenh", label: text("Kênh nộp", "Channel") },
];

/** What figures are asked for; a GET form, so that every table has an address. */
export function FigureFilters(props: {
  deps: WebDeps;
  c: Ctx;
  query: FiguresQuery;
  seen: readonly Unit[];
  officers: boolean;
}) {
  const { deps, c, query, seen } = props;
  const lang = c.get("lang");
  const at = (changes: Partial<FiguresQuery>): string =>
    href(c, "/office/so-lieu") + figuresQueryString({ ...query, ...changes });
  const fields = [...new Map(deps.procedures.map(({ field }) => [field.key, field.title])).entries()];
  const chosen: ChosenFilter[] = [];
  const unit = seen.find(({ id }) => id === query.unit);
  if (unit) chosen.push({ label: unit.name, removeHref: at({ unit: "" }) });
  const field = fields.find(([key]) => key === query.field);
  if (field) chosen.push({ label: field[1], removeHref: at({ field: "" }) });
  const procedure = deps.procedures.find(({ key }) => key === query.procedure);
  if (procedure) chosen.push({ label: procedure.title, removeHref: at({ procedure: "" }) });
  return (
    <Filters action={href(c, "/office/so-lieu")} chosen={chosen} clearHref={href(c, "/office/so-lieu")} lang={lang}>
      <Select name="ky" label={text("Kỳ", "Period")} lang={lang} options={PERIODS} value={query.period} />
      <DateInput name="tu" label={text("Từ ngày", "From")} lang={lang} value={partsOf(query.from)} />
      <DateInput name="den" label={text("Đến hết ngày", "To the end of")} lang={lang} value={partsOf(query.until)} />
      <Select
        name="theo"
        label={text("Nhóm theo", "Group by")}
        lang={lang}
        options={GROUPS.filter(({ value }) => props.officers || value !== "can-bo")}
        value={query.by}
      />
      {seen.length > 1 && (
        <Select
          name="don-vi-nao"
          label={text("Đơn vị", "Unit")}
          lang={lang}
          options={seen.map(({ id, name }) => ({ value: id, label: name }))}
          value={query.unit}
          empty={text("Mọi đơn vị", "Every unit")}
        />
      )}
      <Select
        name="linh-vuc-nao"
        label={text("Lĩnh vực", "Field")}
        lang={lang}
        options={fields.map(([value, label]) => ({ value, label }))}
        value={query.field}
        empty={text("Mọi lĩnh vực", "Every field")}
      />
      <Select
        name="thu-tuc-nao"
        label={text("Thủ tục", "Procedure")}
        lang={lang}
        options={deps.procedures.map(({ key, title }) => ({ value: key, label: title }))}
        value={query.procedure}
        empty={text("Mọi thủ tục", "Every procedure")}
      />
    </Filters>
  );
}

/** Period and office alone, for pages that tell figures apart in one way only. */
export function PeriodFilters(props: {
  c: Ctx;
  query: FiguresQuery;
  seen: readonly Unit[];
  path: string;
  empty: Text;
}) {
  const { c, query, seen } = props;
  const lang = c.get("lang");
  return (
    <Filters action={href(c, props.path)} chosen={[]} clearHref={href(c, props.path)} lang={lang}>
      <Select name="ky" label={text("Kỳ", "Period")} lang={lang} options={PERIODS} value={query.period} />
      <DateInput name="tu" label={text("Từ ngày", "From")} lang={lang} value={partsOf(query.from)} />
      <DateInput name="den" label={text("Đến hết ngày", "To the end of")} lang={lang} value={partsOf(query.until)} />
      {seen.length > 1 && (
        <Select
          name="don-vi-nao"
          label={text("Đơn vị", "Unit")}
          lang={lang}
          options={seen.map(({ id, name }) => ({ value: id, label: name }))}
          value={query.unit}
          empty={props.empty}
        />
      )}
    </Filters>
  );
}
