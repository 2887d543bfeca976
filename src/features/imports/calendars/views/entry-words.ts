import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { EntryDocument } from '../entries/entry.ts'

/** When an entry is, in one line: in the local time of every side where its hours are known. */
export function entryDateWords(
  reader: Reader,
  countries: readonly string[],
  { when, words, startsAt, endsAt, zone }: EntryDocument,
): string {
  if (startsAt !== null && zone !== null)
    return clockWords(reader, {
      countries,
      hours: { startsAt: new Date(startsAt), endsAt: endsAt === null ? null : new Date(endsAt), zone },
    })
  const day = dayWords(reader, when)
  return words === null ? day : `${day}, ${reader.t('imports.calendar.noHours', { hours: words.text })}`
}

/** The title of an entry, with the language of its words. */
export function entryTitle(reader: Reader, { title }: EntryDocument): { text: string; lang?: string } {
  if (title === null) return { text: reader.t('imports.calendar.untitled') }
  const text: LocalizedText = { [title.language]: { text: title.text, state: 'original' } }
  const chosen = chooseText(text, reader.language)
  return { text: title.text, ...(chosen?.language === reader.language ? {} : { lang: title.language }) }
}
