import { boxText, type Raw } from "../../engine/form/index.ts";
import { type Instant, instantAt, type PlainDate, parseVietnameseDate } from "../../kernel/plain-date.ts";

/** Days and moments as the boxes of an office form carry them. */

export const partsIn = (raw: Raw, name: string) => ({
  day: boxText(raw, `${name}.day`),
  month: boxText(raw, `${name}.month`),
  year: boxText(raw, `${name}.year`),
});

export const isEmptyDate = (raw: Raw, name: string): boolean =>
  Object.values(partsIn(raw, name)).every((part) => part.trim() === "");

export const dayIn = (raw: Raw, name: string): PlainDate | null => {
  const { day, month, year } = partsIn(raw, name);
  return parseVietnameseDate(`${day.trim()}/${month.trim()}/${year.trim()}`);
};

/** `07:30` in minutes of the day; null for anything else. */
export function minuteIn(typed: string): number | null {
  const [, hour, minute] = /^(\d{1,2})[:.hg](\d{2})$/.exec(typed.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  const at = Number(hour) * 60 + Number(minute);
  return at <= 1440 ? at : null;
}

/** A day and a time of it; null where either is none. */
export function momentIn(raw: Raw, name: string): Instant | null {
  const [on, minute] = [dayIn(raw, name), minuteIn(boxText(raw, `${name}.time`))];
  return on === null || minute === null ? null : instantAt(on, minute);
}

export const showMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
