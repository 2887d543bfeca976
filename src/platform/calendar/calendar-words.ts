import type { Translate } from '../i18n/translate.ts'
import { type CalendarRemark, type CalendarTrouble, omissions } from './reading/remarks.ts'

/** Why a calendar, or an event of one, cannot be read, for the person who gave it. */
export function calendarTroubleWords(
  t: Translate,
  { code, detail }: { code: CalendarTrouble; detail: string },
): string {
  switch (code) {
    case 'bomb':
    case 'tooLarge':
      return t(`platform.calendar.trouble.${code}`, { megabytes: detail })
    case 'tooSlow':
      return t('platform.calendar.trouble.tooSlow', { seconds: detail })
    case 'tooManyEvents':
      return t('platform.calendar.trouble.tooManyEvents', { most: detail })
    case 'dateImpossible':
    case 'ruleUnreadable':
    case 'zoneUnknown':
      return t(`platform.calendar.trouble.${code}`, { value: detail })
    default:
      return t(`platform.calendar.trouble.${code}`)
  }
}

/** What the user of a calendar that was read should know of it: the event first, where the remark is about one. */
export function calendarRemarkWords(t: Translate, remark: CalendarRemark): string {
  const words = remarkWords(t, remark)
  return remark.subject === '' ? words : `${remark.subject} – ${words}`
}

function remarkWords(t: Translate, { code, detail }: CalendarRemark): string {
  const omission = omissions.find((each) => each === code)
  if (omission) return calendarTroubleWords(t, { code: omission, detail })
  switch (code) {
    case 'changeExcluded':
    case 'changeLeftOut':
    case 'changeWithoutOccurrence':
    case 'endless':
    case 'exclusionByDay':
    case 'laterOccurrences':
      return t(`platform.calendar.remark.${code}`, { day: detail })
    case 'encodingGuessed':
      return t('platform.calendar.remark.encodingGuessed', { encoding: detail })
    case 'dateLeftOut':
    case 'endLeftOut':
    case 'exceptionLeftOut':
    case 'rulePartLeftOut':
      return t(`platform.calendar.remark.${code}`, { value: detail })
    case 'floating':
    case 'lettersLost':
    case 'notAnEvent':
    case 'series':
      return t(`platform.calendar.remark.${code}`, { count: Number(detail) })
    case 'lineUnreadable':
      return t('platform.calendar.remark.lineUnreadable', { line: detail })
    case 'olderVersion':
      return t('platform.calendar.remark.olderVersion', { number: detail })
    case 'tooManyOccurrences':
      return t('platform.calendar.remark.tooManyOccurrences', { most: detail })
    case 'zoneByOffset':
    case 'zoneDiffers':
    case 'zoneOfFile':
      return t(`platform.calendar.remark.${code}`, { zone: detail })
    case 'changeAlone':
    case 'cutOff':
    case 'endBeforeStart':
    case 'endUnlikeStart':
    case 'recurrenceEmpty':
    case 'uidMissing':
      return t(`platform.calendar.remark.${code}`)
    default:
      return ''
  }
}
