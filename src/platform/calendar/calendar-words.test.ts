import { expect, test } from 'vitest'
import { createCatalogue } from '../i18n/catalogue.ts'
import { interfaceLanguages } from '../i18n/languages.ts'
import { calendarRemarkWords } from './calendar-words.ts'
import { calendarMessages } from './messages/index.ts'
import type { RemarkCode } from './reading/remarks.ts'

// Covers all of them: the type asks for each, with its details.
const details: Record<RemarkCode, string> = {
  noStart: '',
  dateImpossible: '20170231',
  zoneUnknown: 'Mars',
  ruleUnreadable: 'FREQ=NEVER',
  endBeforeStart: '',
  endUnlikeStart: '',
  endLeftOut: 'None',
  recurrenceEmpty: '',
  rulePartLeftOut: 'COUNT=-1',
  dateLeftOut: '20170231',
  exceptionLeftOut: '20170231',
  changeExcluded: '2017-07-07',
  lettersLost: '2',
  zoneByOffset: 'UTC+9',
  changeLeftOut: '2017-07-07',
  lineUnreadable: 'x',
  cutOff: '',
  notAnEvent: '2',
  uidMissing: '',
  olderVersion: '1',
  zoneOfFile: 'Hôtel',
  zoneDiffers: 'Hôtel',
  floating: '2',
  exclusionByDay: '2017-07-07',
  changeWithoutOccurrence: '2017-07-07',
  changeAlone: '',
  laterOccurrences: '2017-07-07',
  endless: '2030-01-01',
  tooManyOccurrences: '1000',
  encodingGuessed: 'CP949',
  series: '3',
}

test.each(interfaceLanguages)(
  'has words in %s for whatever may be said of a calendar, with the value and without names of lines',
  (language) => {
    const t = createCatalogue([calendarMessages])(language)
    for (const [code, detail] of Object.entries(details)) {
      const words = calendarRemarkWords(t, { code: code as RemarkCode, subject: '', detail })
      expect(words, code).not.toBe('')
      expect(words).toContain(detail)
      expect(words.replace(detail, ''), code).not.toMatch(/DTEND|RRULE|RDATE|EXDATE|VTIMEZONE|UTC|TZID/)
    }
  },
)
