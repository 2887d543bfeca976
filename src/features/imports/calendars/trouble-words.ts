import { calendarTroubleWords } from '../../../platform/calendar/calendar-words.ts'
import { CalendarUnreadable, calendarTroubles } from '../../../platform/calendar/reading/remarks.ts'
import { type Fetched, fetchTroubles } from '../../../platform/fetch-file.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'

type Failed = Extract<Fetched, { is: 'failed' }>

/** Why a calendar could not be fetched, for the person who gave its address. */
export function fetchTroubleWords(t: Translate, { code, detail }: Pick<Failed, 'code' | 'detail'>): string {
  if (code === 'status' || code === 'tooLarge' || code === 'tooSlow')
    return t(`imports.calendar.trouble.${code}`, { detail })
  return t(`imports.calendar.trouble.${code}`)
}

/** The words for the trouble that a subscription keeps: `fetch.…` or `read.…`. */
export function keptTroubleWords(t: Translate, trouble: string, detail: string): string {
  const [of, code] = trouble.split('.')
  const fetched = fetchTroubles.find((each) => each === code)
  if (of === 'fetch' && fetched) return fetchTroubleWords(t, { code: fetched, detail })
  const unreadable = calendarTroubles.find((each) => each === code) ?? 'damaged'
  return calendarTroubleWords(t, new CalendarUnreadable(unreadable, detail))
}
