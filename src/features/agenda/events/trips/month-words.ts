import { writeDay } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { gapsOf, type Years } from './trip-groups.ts'

/** « Sans mission : janvier–mars, décembre » */
export function gapWords(reader: Reader, years: Years, counts: readonly number[]): string | null {
  const gaps = gapsOf(counts)
  // Of what has no month nobody knows which months are free.
  if (gaps.length === 0 || counts.every((count) => count === 0)) return null
  const name = (month: number) => monthName(reader, years, month, 'short')
  return reader.t('agenda.missions.silent', {
    months: gaps
      .map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`))
      .join(', '),
  })
}

/** A month by its place among those shown; with its year where there are several and the name is written out. */
export function monthName(
  { interfaceLanguage }: Reader,
  { from, to }: Years,
  month: number,
  length: 'narrow' | 'short' | 'long',
): string {
  const at = Temporal.PlainDate.from({ year: from + Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
  if (length === 'narrow' && from === to) return writeDay(interfaceLanguage, at, { month: 'short' })
  if (length === 'narrow') return String(at.month)
  return writeDay(interfaceLanguage, at, {
    month: length,
    ...(from === to ? {} : { year: 'numeric' as const }),
  })
}
