import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { continuationOf } from '../continuation.ts'
import type { OrganisationRecord } from '../queries.ts'

/** The words for how one authority succeeded another; the code itself if it has none. */
export function changeWords(reader: Reader, change: string): string {
  return wordsOf(reader, changes, change)
}

/** The words for who reports a date: an act, an official data set, or the press, which is to be confirmed. */
export function reportWords(reader: Reader, reportedBy: string): string {
  return wordsOf(reader, reports, reportedBy)
}

/** Who reports the dates of an organisation; the press when its successions on those days come from the press. */
export function reporterOf(organisation: OrganisationRecord): string | null {
  const { validFrom, validUntil, predecessors, successors } = organisation
  const dated = [
    ...predecessors.filter(({ happenedOn }) => happenedOn === validFrom),
    ...successors.filter(({ happenedOn }) => happenedOn === validUntil),
  ]
  if (dated.some(({ reportedBy }) => reportedBy === 'press')) return 'press'
  return organisation.validityReportedBy
}

function wordsOf({ t }: Reader, table: Map<string, PlainMessageKey>, code: string): string {
  const key = table.get(code)
  return key === undefined ? code : t(key)
}

const changes = new Map<string, PlainMessageKey>([
  ['absorption', 'directory.change.absorption'],
  ['merger', 'directory.change.merger'],
  ['recode', 'directory.change.recode'],
  ['rename', 'directory.change.rename'],
  ['split', 'directory.change.split'],
  ['status_change', 'directory.change.status_change'],
])

const reports = new Map<string, PlainMessageKey>([
  ['law', 'directory.reported.law'],
  ['dataset', 'directory.reported.dataset'],
  ['press', 'directory.reported.press'],
])

type Valid = Pick<OrganisationRecord, 'validFrom' | 'validUntil' | 'predecessors'>

/**
 * The period in which something existed, last day included; empty when no date is known. Of an organisation that only changed code,
 * name or status on its first day, the words say that it has had that one since then.
 */
export function validityWords(reader: Reader, organisation: Valid): string {
  const { t, interfaceLanguage } = reader
  const { validFrom, validUntil } = organisation
  const day = (date: string) => describeDate(date, interfaceLanguage)
  const continued = continuationOf(organisation)
  if (validFrom !== null && continued !== null && validUntil === null) {
    const when = validFrom > reader.today ? 'from' : 'since'
    return t(`directory.continued.${when}.${continued}`, { day: day(validFrom) })
  }
  const lastDay =
    validUntil === null ? null : day(Temporal.PlainDate.from(validUntil).subtract({ days: 1 }).toString())
  if (validFrom === null) return lastDay === null ? '' : t('directory.validity.until', { day: lastDay })
  if (lastDay !== null) return t('directory.validity.between', { from: day(validFrom), until: lastDay })
  const key = validFrom > reader.today ? 'directory.validity.from' : 'directory.validity.since'
  return t(key, { day: day(validFrom) })
}
