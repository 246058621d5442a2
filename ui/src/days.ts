/** Days as whole numbers, so that they can be counted, drawn and slid along. No time zone is in it: a day is a day. */

const MILLISECONDS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The number of an ISO 8601 day or of the day of an ISO 8601 time, counted from 1970; null where it is none. */
export function dayNumber(iso: string | null | undefined): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(iso ?? "");
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round(date.getTime() / MILLISECONDS) : null;
}

/** The ISO 8601 day of a number. */
export function isoDay(number: number): string {
  const { year, month, day } = parts(number);
  return `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A day as the pages write it: "5 Feb 2031". */
export function told(number: number): string {
  const { year, month, day } = parts(number);
  return `${day} ${MONTHS[month]} ${year}`;
}

/** Year, month from 0, day of the month, and day of the week from Monday as 0. */
export function parts(number: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(number * MILLISECONDS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

/** The short name of a month from 0. */
export const monthName = (month: number): string => MONTHS[month] ?? "";
