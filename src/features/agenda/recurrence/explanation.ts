import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { isCode } from '../../../platform/input/code.ts'
import type { RecordValue } from '../../../platform/records/record-document.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import type { EventDocument } from '../events/document/schema.ts'
import { placings, units } from './codes.ts'
import { ruleWords, weekdayName } from './rule-words.ts'
import { shapeOf } from './shape.ts'

/** What the fields of a series are called, under `recurrence` in the document. */
export const recurrenceFields: Readonly<Record<string, PlainMessageKey>> = {
  recurrence: 'agenda.recurrence.form',
  unit: 'agenda.recurrence.unit',
  interval: 'agenda.recurrence.interval',
  weekdays: 'agenda.recurrence.weekdays',
  placing: 'agenda.recurrence.placing',
  until: 'agenda.recurrence.lastDay',
  count: 'agenda.recurrence.count',
  leftOut: 'agenda.recurrence.leftOut',
  added: 'agenda.recurrence.added',
  changes: 'agenda.recurrence.dates',
  isCancelled: 'agenda.form.state',
  note: 'agenda.recurrence.own.note',
}

/** The days that identify occurrences in a document, in words. */
export function dayNames(reader: Reader, { recurrence }: EventDocument): [string, string][] {
  return (recurrence?.changes ?? []).map(({ id }) => [id, dayWords(reader, id)])
}

/** How an event repeats, in words; null for one that does not. */
export function seriesWords(reader: Reader, document: EventDocument | undefined): string | null {
  const shape = document?.recurrence ? shapeOf(document) : null
  return document?.recurrence && shape ? ruleWords(reader, shape, document.recurrence) : null
}

/** A plain value of a series in words; null for what another part of the event explains. */
export function recurrenceValueWords(reader: Reader, field: string, value: RecordValue): string | null {
  const { t } = reader
  if (field === 'isCancelled') return t(value === true ? 'agenda.state.cancelled' : 'agenda.state.planned')
  if (field === 'weekdays') return weekdayName(reader, Number(value))
  if (typeof value !== 'string') return null
  if (field === 'unit' && isCode(units, value)) return t(`agenda.recurrence.unit.${value}`)
  if (field === 'placing' && isCode(placings, value)) return t(`agenda.recurrence.placing.${value}`)
  return ['until', 'leftOut', 'added'].includes(field) ? dayWords(reader, value) : null
}
