import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { MapTie } from './map-tie.ts'

/** A tie in one line of words: `Limoges – Icheon (twinning, 2015, active)`. */
export function tieDescription(reader: Reader, tie: MapTie): string {
  const names = tie.ends.map(({ name }) => chooseName(name, reader.language).text).join(' – ')
  return `${names} (${tieFacts(reader, tie)})`
}

/** `twinning, 2015, active`; of an open end, that it looks for another. */
export function tieFacts({ t }: Reader, { kind, year, status, ends }: MapTie): string {
  const state = t(ends.length === 1 ? 'ui.status.seeking' : `ui.status.${status}`)
  return [kind, year, state].filter(Boolean).join(', ')
}
