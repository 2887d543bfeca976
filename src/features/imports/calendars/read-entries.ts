import type { Window } from '../../../platform/calendar/reading/occurrences.ts'
import { readCalendarFile } from '../../../platform/calendar/reading/read-calendar-file.ts'
import type { CalendarRemark } from '../../../platform/calendar/reading/remarks.ts'
import { type Fetched, fetchFile } from '../../../platform/fetch-file.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { readRelease } from '../../../platform/settings/release.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { entriesOf, seriesRemarks } from './entries/entries-of.ts'
import { type CalendarEntry, readEventWords } from './entries/entry.ts'

export interface ReadEntries {
  /** The calendar's name for itself; empty if it gives none. */
  name: string
  entries: CalendarEntry[]
  remarks: CalendarRemark[]
}

interface EntryContext {
  settings: Pick<Settings, 'calendarMegabytes'>
  translate(language: InterfaceLanguage): Translate
}

const mostRemarks = 300

/** Reads the bytes of a calendar as entries for an agenda, on a day of the network. Throws `CalendarUnreadable`. */
export async function readEntries(
  { settings, translate }: EntryContext,
  bytes: Uint8Array,
  { languages, language, today }: { languages: readonly string[]; language: string; today: string },
): Promise<ReadEntries> {
  const calendar = await readCalendarFile(bytes, {
    megabytes: settings.calendarMegabytes,
    window: seriesWindow(today),
  })
  const words = readEventWords(translate)
  return {
    name: calendar.name.slice(0, 200),
    entries: entriesOf(calendar, { languages, language, words }),
    remarks: [...calendar.remarks, ...seriesRemarks(calendar)].slice(0, mostRemarks),
  }
}

// Of a series only dates near today: a rule may go on for a hundred years.
function seriesWindow(today: string): Window {
  const day = Temporal.PlainDate.from(today).toZonedDateTime('UTC')
  return {
    from: day.subtract({ years: 2 }).epochMilliseconds,
    until: day.add({ years: 2 }).epochMilliseconds,
    most: 1_500,
  }
}

/** Fetches a calendar at an address that a person gave, within the limits of the settings. */
export function fetchCalendar(
  { settings }: { settings: Pick<Settings, 'baseUrl' | 'calendarMegabytes' | 'calendarHosts'> },
  address: string,
  known: { etag: string | null; modified: string | null } = { etag: null, modified: null },
): Promise<Fetched> {
  return fetchFile(address, {
    userAgent: `Entente/${readRelease()} (+${settings.baseUrl})`,
    accept: 'text/calendar, */*;q=0.5',
    mostBytes: settings.calendarMegabytes * 1024 * 1024,
    trustedHosts: settings.calendarHosts,
    ...known,
  })
}
