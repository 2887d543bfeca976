import type { DatePoint } from './edtf-point.ts'

/**
 * How one language speaks of dates; days are ISO days, and every text comes without a capital or a full
 * stop.
 */
export interface DateLanguage {
  /** « 7 juillet 2017 », “October 2017”, “2010년대”. */
  point(date: DatePoint): string
  /** « vers 2010 ». */
  around(date: DatePoint): string
  /** From one exact date to another, as short as the language allows: « avril–mai 2017 ». */
  span(start: DatePoint, end: DatePoint): string
  /** Puts two texts that stay as they are on both sides of a dash. */
  join(start: string, end: string): string
  since(date: DatePoint): string
  /** A date that begins later than today: « à partir de 2028 ». */
  startingFrom(date: DatePoint): string
  until(date: DatePoint): string
  /** « le 7 juillet 2017 ». */
  onDay(day: string): string
  /** « entre le 1er et le 31 octobre 2017 », both days included. */
  between(from: string, to: string): string
  /** « du 1er au 10 juin 2017 », both days included. */
  fromTo(from: string, to: string): string
  fromDay(day: string): string
  upToDay(day: string): string
  /** What is added to a text to say how far it can be relied on. */
  notes: Readonly<Record<'approximate' | 'uncertain' | 'unknownStart' | 'unknownEnd', string>>
}

/** Year, month from 1 and day of an ISO day. */
export function dayParts(day: string): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }
}

/** 20 for the years 1900 to 1999, which EDTF writes 19XX. */
export function centuryOf(date: DatePoint): number {
  return Number(date.edtf.slice(0, 2)) + 1
}

/** The first year of a decade as written: 2010 for 201X, 0 for 000X. */
export function decadeOf(date: DatePoint): number {
  return Number(date.edtf.slice(0, 3)) * 10
}
