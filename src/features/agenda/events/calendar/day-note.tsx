import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { countryName } from '../../../directory/index.ts'
import { daysInWords } from '../../planning/day-words.ts'
import type { Closure, DayNote } from './day-notes.ts'

/** What a day is in each country, in words: `Corée : Hangeul, bureaux fermés`. */
export function DayNotes({ notes }: { notes: readonly DayNote[] }) {
  const reader = useReader()
  if (notes.length === 0) return null
  return (
    <ul class="day-notes">
      {notes.map((note) => (
        <li key={note.country} class={`day-note note-${note.kind}`}>
          <span class="note-side">{sideWords(reader, note.country)}</span> <NoteWords note={note} />
        </li>
      ))}
    </ul>
  )
}

function NoteWords({ note }: { note: DayNote }) {
  const reader = useReader()
  return (
    <>
      {note.names.map((name, index) => {
        const { text, language } = chooseName(name, reader.language)
        return (
          <>
            {index > 0 ? ', ' : null}
            <span {...languageAttributes(reader, language)}>{text}</span>
          </>
        )
      })}
      {note.names.length === 0 || note.kind === 'bridge' ? (
        <>
          {note.names.length > 0 ? ', ' : null}
          {reader.t(`agenda.calendar.${note.kind}`)}
        </>
      ) : null}
      {note.kind === 'open' ? ` (${reader.t(`agenda.calendar.${note.kind}`)})` : null}
    </>
  )
}

/** A country in the word that a calendar has room for. */
export function sideWords(reader: Reader, country: string): string {
  return reader.t('agenda.calendar.side', { country, name: countryName(reader, country) })
}

/** Long closures in words: `Administrations coréennes fermées (30 sept.–9 oct.)`. */
export function Closures({ closures }: { closures: readonly Closure[] }) {
  const reader = useReader()
  if (closures.length === 0) return null
  return (
    <ul class="closures">
      {closures.map(({ country, from, to }) => (
        <li key={`${country} ${from}`} class="attention">
          {capitalized(
            reader.t('agenda.warning.closed', {
              country,
              name: countryName(reader, country),
              days: daysInWords(reader, from, to),
            }),
            reader.interfaceLanguage,
          )}
        </li>
      ))}
    </ul>
  )
}
