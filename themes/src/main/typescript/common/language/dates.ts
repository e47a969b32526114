import { tagOf } from "./languages";
import { formatted, fromWallTime, toWallTime } from "./zone";

const DAY = 24 * 60 * 60 * 1000;

/** A moment in words, as a zone tells it; the page says which. */
export function dateTime(millis: number, locale: string, zone: string): string {
  return formatted(millis, tagOf(locale), zone, { dateStyle: "medium", timeStyle: "short" });
}

/** The same to the second, where records are told apart by it. */
export function dateTimeToTheSecond(millis: number, locale: string, zone: string): string {
  return formatted(millis, tagOf(locale), zone, { dateStyle: "medium", timeStyle: "medium" });
}

/** A day such as 2026-11-22 in words; it stays that day in every zone. */
export function dayInWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A number in words. */
export function count(value: number, locale: string): string {
  return new Intl.NumberFormat(tagOf(locale)).format(value);
}

/** A share of a whole as a percentage; one that is not the whole never reads 100 %, one that is not nothing never 0 %. */
export function percent(part: number, whole: number, locale: string): string {
  const share = whole <= 0 ? 0 : Math.min(part / whole, 1);
  const rounded = share > 0 && share < 1 ? Math.min(Math.max(Math.round(share * 100), 1), 99) / 100 : share;
  return new Intl.NumberFormat(tagOf(locale), { style: "percent" }).format(rounded);
}

/** The value of a datetime-local input for a moment. */
export function toLocalInput(millis: number, zone: string): string {
  return toWallTime(millis, zone);
}

/** The moment a datetime-local input names; undefined if it is empty or none. */
export function fromLocalInput(value: string, zone: string): number | undefined {
  return fromWallTime(value, zone);
}

/** The day it is at a moment, such as 2026-11-22. */
export function dayAt(millis: number, zone: string): string {
  return toWallTime(millis, zone).slice(0, "2026-11-22".length);
}

/** When a day such as 2026-11-22 begins, or the one so many days later; undefined where there is no such day. */
export function startOfDay(day: string, zone: string, daysLater = 0): number | undefined {
  const begin = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(begin)
    ? undefined
    : fromWallTime(new Date(begin + daysLater * DAY).toISOString().slice(0, "2026-11-22T00:00".length), zone);
}
