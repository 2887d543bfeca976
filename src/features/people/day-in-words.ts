import { describeDate } from '../../platform/dates/index.ts'

/** The UTC day of an instant, in words. */
export function dayInWords(instant: Date, language: string): string {
  return describeDate(instant.toISOString().slice(0, 10), language)
}
