import { readEdtf } from '../../../platform/dates/index.ts'
import type { CooperationAnswer } from '../records/schema.ts'

/** The start that the standard asks for; `basis` says whether a source gives it or only its first trace is known. */
export interface IatiStart {
  isoDate: string
  /** EDTF as the record has it. */
  edtf: string
  basis: 'since' | 'firstTrace'
}

/** When a tie began, else its first dated trace or mention; null when nothing about it has a date. */
export function startOf(record: CooperationAnswer): IatiStart | null {
  if (record.since !== null) return { isoDate: firstDayOf(record.since), edtf: record.since, basis: 'since' }
  const traces = [
    ...record.agreements.flatMap((agreement) => agreement.steps.map((step) => step.on)),
    ...record.activities.map((activity) => activity.when),
    record.stated?.on ?? null,
  ]
  const dated = traces.flatMap((edtf): IatiStart[] =>
    edtf === null ? [] : [{ isoDate: firstDayOf(edtf), edtf, basis: 'firstTrace' }],
  )
  return dated.sort((a, b) => (a.isoDate < b.isoDate ? -1 : 1))[0] ?? null
}

// A date without a beginning is known by its end alone.
function firstDayOf(edtf: string): string {
  const { from, to, openStart } = readEdtf(edtf)
  return openStart ? to : from
}
