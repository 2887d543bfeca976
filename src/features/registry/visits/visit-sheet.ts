import { cityOf, describeDate } from '../../../platform/dates/index.ts'
import type { Part, Passage, Sheet } from '../../../platform/documents/sheet.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { daysInWords, type Holiday, holidaysBetween, weekdayInWords } from '../../agenda/planning/index.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import type { Room } from '../visit-note/room.ts'
import { joined, type Speaker } from '../visit-note/speaker.ts'
import { renderOrganisationSheet } from '../visit-note/views/organisation-sheet.ts'
import { limited } from '../visit-note/views/sheet-parts.ts'
import type { VisitDays, VisitFacts } from './queries.ts'
import { atNine, type TimeDifference } from './time-difference.ts'

/** The days of a visit in words: « du 3 au 6 octobre 2017 ». */
export function visitDays({ interfaceLanguage }: Reader, { from, to }: VisitDays): string {
  return describeDate(from === to ? from : `${from}/${to}`, interfaceLanguage)
}

/** The visit note for some days: what they are in the calendars of both sides comes first. `most`: so many holidays. */
export function renderVisitSheet(
  reader: Reader,
  visit: VisitFacts,
  { url, room, most }: { url: string; room: Room; most: number },
): Sheet {
  const { holder } = visit.facts
  const name = chooseName(shortNames(holder), reader.language).text
  return renderOrganisationSheet(reader, visit.facts, url, room, {
    title: reader.t('registry.visit.noteTitle', { name, days: visitDays(reader, visit) }),
    days: (speaker) => daysPart(speaker, visit, most),
  })
}

/** How far the hosts’ clock is ahead, in sentences: one for each side from which one comes, and for each clock that changes meanwhile. */
export function clockSentences(reader: Reader, { zone, comings }: VisitFacts): string[] {
  return comings.flatMap((coming) =>
    coming.differences.map((difference) => {
      const words = differenceWords(reader, zone, coming.zone, difference)
      return coming.differences.length === 1
        ? words
        : [daysInWords(reader, difference.from, difference.to), words].join(' – ')
    }),
  )
}

function differenceWords(reader: Reader, hosts: string, visitors: string, difference: TimeDifference) {
  const city = (zone: string) => chooseName(cityOf(zone), reader.language).text
  const names = { hosts: city(hosts), visitors: city(visitors) }
  if (difference.minutes === 0) return reader.t('registry.visit.sameClock', names)
  const { time, day } = atNine(difference)
  const hours = Math.abs(difference.minutes) / 60
  const key = difference.minutes > 0 ? 'registry.visit.clockAhead' : 'registry.visit.clockBehind'
  return reader.t(key, { ...names, hours, time, day })
}

interface Entry {
  lead: Passage
  passage: Passage
}

function daysPart(speaker: Speaker, visit: VisitFacts, most: number): Part[] {
  const { reader, words } = speaker
  const { t } = reader
  const clocks = clockSentences(reader, visit).map((sentence, index) => ({
    lead: index === 0 ? words(t('registry.visit.clocks')) : [],
    passage: words(sentence),
  }))
  const { shown, more } = limited(speaker, holidayEntries(speaker, visit), most)
  const entries = [...clocks, ...shown, ...(more.length > 0 ? [{ lead: [], passage: more }] : [])]
  return [{ kind: 'entries', title: t('registry.visit.theseDays'), entries }]
}

/** The holidays of all sides, day by day; then the sides that have none, and those of which nobody knows any. */
function holidayEntries(speaker: Speaker, { from, to, sides }: VisitFacts): Entry[] {
  const { reader, words } = speaker
  const { t } = reader
  const found = sides.map((side) => ({ side, holidays: holidaysBetween(side, from, to) }))
  const named = (among: typeof found) => among.map(({ side }) => countryName(reader, side.country)).join(', ')
  const free = found.filter(({ side, holidays }) => side.isKnown && holidays.length === 0)
  const unknown = found.filter(({ side }) => !side.isKnown)
  const lead = words(t('registry.visit.holidays'))
  return [
    ...found
      .flatMap(({ holidays }) => holidays)
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map((holiday) => ({
        lead: words(weekdayInWords(reader, holiday.date)),
        passage: holidayWords(speaker, holiday),
      })),
    ...(free.length > 0
      ? [{ lead, passage: words(t('registry.visit.noHoliday', { countries: named(free) })) }]
      : []),
    ...(unknown.length > 0
      ? [{ lead, passage: words(t('registry.visit.unknownHolidays', { countries: named(unknown) })) }]
      : []),
  ]
}

function holidayWords(speaker: Speaker, holiday: Holiday): Passage {
  const { reader, words } = speaker
  const remarks = [
    holiday.isDayOff ? null : reader.t('agenda.holiday.open'),
    holiday.isProjected ? reader.t('agenda.holiday.projected') : null,
    holiday.isChecked || holiday.kind === 'added' ? null : reader.t('agenda.holiday.unchecked'),
  ]
  return joined(
    [
      speaker.name(holiday.name, { emphasis: 'strong' }),
      words(countryName(reader, holiday.country)),
      words(remarks.filter((remark) => remark !== null).join(', '), 'quiet'),
    ].filter((passage) => passage.some(({ text }) => text !== '')),
    ' – ',
  )
}
