// Days as ordinals of the proleptic Gregorian calendar: 1 is 0001-01-01, as in Python.

const EPOCH = 719163;
const DAY = 86400000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

function utc(day) {
  return new Date((day - EPOCH) * DAY);
}

function ordinal(year, month, date) {
  const at = new Date(Date.UTC(2000, month - 1, date));
  at.setUTCFullYear(year, month - 1, date);
  const valid = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return valid ? Math.round(at.getTime() / DAY) + EPOCH : null;
}

/** 1914-08-05 */
export function iso(day) {
  return utc(day).toISOString().slice(0, 10);
}

/** 5 August 1914 */
export function long(day) {
  const at = utc(day);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

export function yearOf(day) {
  return utc(day).getUTCFullYear();
}

/** The first day of a year. */
export function newYear(year) {
  return ordinal(year, 1, 1);
}

/** A date as written (2024-10), as a person reads it (October 2024). */
export function written(text) {
  const [year, month, date] = text.split("-").map(Number);
  if (!month) return text;
  return date ? `${date} ${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]} ${year}`;
}

/** The first day that a typed date can mean (1914, 1914-08, 1914-08-05, 5 August 1914); null if it is none. */
export function parse(typed) {
  const numbers = /^\s*(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(typed);
  if (numbers) return ordinal(Number(numbers[1]), Number(numbers[2] ?? 1), Number(numbers[3] ?? 1));
  const words = /^\s*(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,})\.?,?\s+(\d{4})\s*$/.exec(typed);
  const month = words ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(words[2].toLowerCase())) : -1;
  return month < 0 ? null : ordinal(Number(words[3]), month + 1, Number(words[1] ?? 1));
}

/** The last day that a date as written (2024-10) can mean. */
export function lastDay(text) {
  const [year, month, date] = text.split("-").map(Number);
  if (!month) return newYear(year + 1) - 1;
  const first = ordinal(year, month, date ?? 1);
  return date ? first : monthsAway(first, 1) - 1;
}

/** Whole years from one day to a later one. */
export function yearsBetween(early, late) {
  const [from, to] = [utc(early), utc(late)];
  const before = to.getUTCMonth() < from.getUTCMonth()
    || (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate());
  return to.getUTCFullYear() - from.getUTCFullYear() - (before ? 1 : 0);
}

/** The same date some months away, or the last day of a shorter month. */
export function monthsAway(day, months) {
  const at = utc(day);
  const first = ordinal(at.getUTCFullYear(), 1, 1);
  const month = at.getUTCMonth() + months;
  const year = at.getUTCFullYear() + Math.floor(month / 12);
  for (let date = at.getUTCDate(); date > 27; date -= 1) {
    const found = ordinal(year, ((month % 12) + 12) % 12 + 1, date);
    if (found) return found;
  }
  return ordinal(year, ((month % 12) + 12) % 12 + 1, at.getUTCDate()) ?? first;
}
