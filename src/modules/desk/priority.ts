import { type PriorityClass, priorityClassesOn, type QueueFigureKey, queueFigureOn } from "../../../law/index.ts";
import { birthdayAt, boundsOfPartialDate, type PartialDate, type PlainDate } from "../../kernel/plain-date.ts";

/**
 * The class that follows from a birth date on a day, or null. Of a date known in part only what is certain counts. Whether
 * somebody goes ahead in the waiting room says nothing about their dossier: no deadline reads this.
 */
export function classOfAge(birth: PartialDate, on: PlainDate): PriorityClass | null {
  const { earliest, latest } = boundsOfPartialDate(birth);
  const reached = (born: PlainDate, age: number): boolean => {
    const birthday = birthdayAt(born, age);
    return birthday !== null && birthday <= on;
  };
  const found = priorityClassesOn(on).find(
    ({ least, most }) =>
      (least !== null || most !== null) &&
      (least === null || reached(latest, least)) &&
      (most === null || !reached(earliest, most + 1)),
  );
  return found?.key ?? null;
}

/** The classes a person may name on a day; the officer confirms them. Those of age follow from the birth date. */
export const declarableOn = (on: PlainDate): readonly PriorityClass[] =>
  priorityClassesOn(on)
    .filter(({ least, most }) => least === null && most === null)
    .map(({ key }) => key);

/** @throws on a day without the figure: the office has ended it and entered no other */
export function queueFigure(key: QueueFigureKey, on: PlainDate): number {
  const figure = queueFigureOn(key, on);
  if (!figure) throw new Error(`no figure of the waiting room: ${key} on ${on}`);
  return figure.value;
}
