import type { Reader } from '../../../platform/i18n/reader.ts'
import { dateWords } from '../../../ui/text/date-words.ts'
import { type KnownDays, knownDays } from '../events/known-days.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'

/** A date without hours, as feeds write it. */
interface ToldDate {
  days: KnownDays | null
  /** The first day after them. */
  after: string
  /** As in the words of the source, in one piece. */
  shown: string
  /** The date with its range, where the words do not say it. */
  line: string
  /** The date with its range wherever it is vague, and a line that says so: for programs that show whole days. */
  lines: string[]
}

type Dated = Pick<AgendaEvent, 'happens' | 'words' | 'knownOn'>

const mostKept = 5_000
const kept = new Map<string, ToldDate>()

/** A date in the reader’s language. Dates without words of their own recur again and again, and are cached. */
export function toldDate(reader: Reader, dated: Dated): ToldDate {
  for (const _ in dated.words) return tell(reader, dated)
  const key = `${reader.language} ${dated.happens} ${dated.happens?.includes('/') ? `${dated.knownOn} ${reader.today}` : ''}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const told = tell(reader, dated)
  kept.set(key, told)
  return told
}

function tell(reader: Reader, dated: Dated): ToldDate {
  const { happens, words } = dated
  const days = knownDays(dated)
  const after = days === null ? '' : Temporal.PlainDate.from(days.to).add({ days: 1 }).toString()
  if (happens === null) {
    const line = reader.t('agenda.event.noDate')
    return { days, after, shown: '', line, lines: [line] }
  }
  const { shown, range } = dateWords(reader, happens, words)
  const exact = dateWords(reader, happens).shown
  if (days?.isExact) return { days, after, shown: exact, line: exact, lines: [exact] }
  const ranged = range === shown ? shown : `${shown} (${range})`
  // A plain year or month itself says which days it has.
  const line = /^\d{4}(-\d{2})?$/.test(happens) ? shown : ranged
  return { days, after, shown, line, lines: [ranged, reader.t('agenda.feed.fuzzy')] }
}
