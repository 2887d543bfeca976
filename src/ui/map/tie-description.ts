import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { MapTie } from './tie-map.tsx'

/** A tie in one line of words: `Limoges – Icheon (twinning, 2015, active)`. */
export function tieDescription(reader: Reader, tie: MapTie): string {
  const names = tie.ends.map(({ name }) => chooseName(name, reader.language).text).join(' – ')
  return `${names} (${tieFacts(reader, tie)})`
}

/** `twinning, 2015, active` */
export function tieFacts(reader: Reader, tie: MapTie): string {
  return [tie.kind, tie.year, reader.t(`ui.status.${tie.status}`)].filter(Boolean).join(', ')
}
