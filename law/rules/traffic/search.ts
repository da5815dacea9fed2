import { covers, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { nameKey, searchKey } from "../../../src/kernel/vietnamese.ts";
import { lazily } from "../../parameters/table.ts";
import { type VehicleClass, type Violation, violations } from "../../parameters/traffic/index.ts";
import { LONGEST_SAYING, type Saying, SILENT_WORDS, sayings, vehicleNames } from "./everyday-words.ts";
import { isWithin, measureIn, rangeIn } from "./measures.ts";

const RESULTS_MOST = 20;
const QUESTION_LENGTH_MOST = 200;

/**
 * The violations in force on a day that fit a question in everyday words, best first, at most twenty: `vượt đèn đỏ xe
 * máy`, `khong doi non`, `quá tốc độ 15km/h ô tô`. Accents, case and the order of words do not matter; accents that are
 * typed break ties. A vehicle named puts its rows first. Empty where nothing fits.
 */
export function searchViolations(text: string, on: PlainDate): readonly Violation[] {
  const question = readQuestion(text.slice(0, QUESTION_LENGTH_MOST));
  if (question.words.length === 0) return [];
  const scored = index()
    .entries.filter((entry) => covers(entry.row, on) && shareFound(entry, question) >= WORTH_NAMING)
    .map((entry) => ({ row: entry.row, score: scoreOf(entry, question) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) * WORTH_SHOWING;
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, RESULTS_MOST)
    .map(({ row }) => row);
}
/** A row is shown when it fits at least this share as well as the best. */
const WORTH_SHOWING = 0.35;
/** A row that has less than this share of what was asked, by the weight of its words, is about something else. */
const WORTH_NAMING = 0.4;

/**
 * The words of a question that a row does not have, as they were typed: `quên mang` where somebody who forgot the licence
 * is shown the row for having none. Empty where the row says all that was asked.
 */
export function wordsNotFound(text: string, row: Violation): readonly string[] {
  const entry = index().entries.find((one) => one.row === row);
  const { plain } = readQuestion(text.slice(0, QUESTION_LENGTH_MOST));
  return entry ? plain.filter((word) => !entry.keys.has(word.key)).map((word) => word.written) : [];
}

/** A word without accents, and as it was written. */
type Word = { readonly key: string; readonly written: string };
type Question = {
  readonly words: readonly Word[];
  /** Those of them that stand for themselves, in no everyday phrase. */
  readonly plain: readonly Word[];
  readonly vehicles: readonly VehicleClass[];
  readonly accented: boolean;
  readonly measure: ReturnType<typeof measureIn>;
};

const wordsOf = (text: string): Word[] =>
  nameKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map((written) => ({ key: searchKey(written), written }))
    .filter((word) => word.key !== "");

/** Takes the road users out of a question, then puts the words of the titles in the place of everyday ones. */
function readQuestion(text: string): Question {
  const asked = wordsOf(text);
  // Who must let people pass is not on foot himself.
  const yields = asked.some((word) => word.key === "nhuong");
  const vehicles: VehicleClass[] = [];
  const rest: Word[] = [];
  for (const part of partsOf(asked, vehicleNames())) {
    const named = part.saying?.vehicles ?? [];
    const onFoot = named.includes("pedestrian");
    if (named.length === 0 || onFoot) rest.push(...part.words);
    if (!(onFoot && yields)) vehicles.push(...named);
  }
  const parts = partsOf(rest, sayings()).map((part) => ({
    ...part,
    words: part.saying ? wordsOf(part.saying.words) : part.words.filter((word) => !isSilent(word)),
  }));
  const words = parts.flatMap((part) => part.words);
  const plain = parts.flatMap((part) => (part.saying ? [] : part.words));
  return {
    words,
    plain,
    vehicles,
    accented: asked.some((word) => word.key !== word.written),
    measure: measureIn(text),
  };
}
/** A bare number is a measure or a part of a saying (`chở 3`); as a word it would fit readings such as `0,4`. */
const isSilent = (word: Word): boolean =>
  (SILENT_WORDS.has(word.key) && word.written !== "chở") || /^\d+$/.test(word.key);

type Part = { readonly words: readonly Word[]; readonly saying: Saying | null };
/** Cuts words into the phrases of a table, the longest first, and the words between them. */
function partsOf(words: readonly Word[], table: ReadonlyMap<string, readonly Saying[]>): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const part = longestAt(words, at, table) ?? { words: words.slice(at, at + 1), saying: null };
    parts.push(part);
    at += part.words.length;
  }
  return parts;
}
function longestAt(words: readonly Word[], at: number, table: ReadonlyMap<string, readonly Saying[]>): Part | null {
  for (let length = Math.min(LONGEST_SAYING, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length);
    const saying = table.get(keyOf(phrase))?.find((candidate) => isWritten(phrase, candidate.phrase));
    if (saying) return { words: phrase, saying };
  }
  return null;
}
/** The same words; those typed with accents must have the right ones: `đỏ xe` is not `đỗ xe`. */
function isWritten(typed: readonly Word[], phrase: string): boolean {
  const right = wordsOf(phrase);
  return typed.every((word, at) => word.written === word.key || word.written === right[at]?.written);
}
const keyOf = (words: readonly Word[]): string => words.map((word) => word.key).join(" ");

type Entry = {
  readonly row: Violation;
  /** ` word word word `, so that a pair is found by its spaces. */
  readonly line: string;
  readonly keys: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  readonly weight: number;
  readonly range: ReturnType<typeof rangeIn>;
};
/** The act itself, before its measures: the levels of one act come in the order of the law. */
const headOf = (title: string): string => title.split(/:| (?:từ|trên|đến) \d/)[0] ?? title;
type Index = { readonly entries: readonly Entry[]; readonly rarity: ReadonlyMap<string, number> };

/** Rare words weigh more: the logarithm of how few rows have them. */
const index: () => Index = lazily(() => {
  const rows = violations().map((row) => ({ row, words: wordsOf(`${row.title.vi} ${row.title.en}`) }));
  const seen = new Map<string, number>();
  for (const { words } of rows)
    for (const key of new Set(words.map((word) => word.key))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const rarity = new Map([...seen].map(([key, count]) => [key, Math.log(1 + rows.length / count)]));
  const entries = rows.map(({ row, words }) => ({
    row,
    line: ` ${keyOf(words)} `,
    keys: new Set(words.map((word) => word.key)),
    written: new Set(words.map((word) => word.written)),
    weight: wordsOf(headOf(row.title.vi)).reduce((sum, word) => sum + (rarity.get(word.key) ?? 0), 0),
    range: rangeIn(row.title.vi),
  }));
  return { entries, rarity };
});

/** What a word of a question is worth in a row: its rarity, less where only the letters without accents agree. */
function wordIn(entry: Entry, question: Question, word: Word): number {
  if (!entry.keys.has(word.key)) return 0;
  const exact = !question.accented || entry.written.has(word.written);
  return (index().rarity.get(word.key) ?? 0) * (exact ? 1 : OTHER_ACCENT);
}

/** How much of the question a row has, from 0 to 1; a word that no row has weighs as much as the rarest. */
function shareFound(entry: Entry, question: Question): number {
  const { rarity, entries } = index();
  const unknown = Math.log(1 + entries.length);
  const asked = question.words.reduce((sum, word) => sum + (rarity.get(word.key) ?? unknown), 0);
  return question.words.reduce((sum, word) => sum + wordIn(entry, question, word), 0) / asked;
}

function scoreOf(entry: Entry, question: Question): number {
  const wordScore = (word: Word): number => wordIn(entry, question, word);
  let score = 0;
  question.words.forEach((word, at) => {
    score += wordScore(word);
    const next = question.words[at + 1];
    const pair = next ? entry.line.indexOf(` ${word.key} ${next.key} `) : -1;
    if (next && pair >= 0) score += ((wordScore(word) + wordScore(next)) / 2) * (pair < HEAD_LENGTH ? HEAD : 1);
  });
  const covered = Math.min(1, score / (2 * entry.weight));
  return score * (1 + covered) * vehicleFactor(entry.row.vehicle, question.vehicles) * measureFactor(entry, question);
}
/** A pair of words at the beginning of a title names the act; further on it often only describes it. */
const HEAD_LENGTH = 12;
const HEAD = 1.5;
/** What a word is worth that is the same only without its accents. */
const OTHER_ACCENT = 0.4;

function vehicleFactor(vehicle: VehicleClass, named: readonly VehicleClass[]): number {
  if (named.length === 0) return UNNAMED[vehicle] ?? 0.75;
  const place = named.indexOf(vehicle);
  if (place === 0) return 2;
  return place > 0 ? 1.6 : vehicle === "any" ? 1.2 : 0.4;
}
/** Without a vehicle in the question the many come before the few. */
const UNNAMED: { readonly [vehicle in VehicleClass]?: number } = { motorbike: 1, car: 1, any: 1, truck: 1 };

function measureFactor({ range }: Entry, { measure }: Question): number {
  if (measure === null || range === null || range.unit !== measure.unit) return 1;
  return isWithin(range, measure.value) ? 2 : 0.3;
}
