import { readClocks } from '../../../../platform/dates/index.ts'
import { writeDay } from '../../../../platform/i18n/formatters.ts'
import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { MailText } from '../../../../platform/mail/mail.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { placeOf } from '../../meetings/meeting-event.ts'

/** A text as a mail in the language shows it; null where there is none. */
export function textIn(text: LocalizedText, language: string): MailText | null {
  const chosen = chooseText(text, language)
  if (!chosen) return null
  return chosen.language === language ? chosen.text : { text: chosen.text, language: chosen.language }
}

/** The place of a meeting, in words and with the name of the organisation. */
export function placeText(meeting: Meeting, language: string): MailText | null {
  const place = placeOf(meeting, language)
  return place && place.language === language ? place.text : place
}

/** The day of a meeting for a subject, which has no room for the hours. */
export function dayWords(reader: Reader, network: RecordNetwork, meeting: Meeting): string {
  const [first] = readClocks(meeting, network.countries)
  const day = first ? first.start.toPlainDate() : Temporal.PlainDate.from(meeting.heldOn)
  return writeDay(reader.interfaceLanguage, day, { day: 'numeric', month: 'long', year: 'numeric' })
}
