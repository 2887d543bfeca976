import { cityOf, describeDate } from '../../../platform/dates/index.ts'
import type { Part, Passage, Sheet } from '../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../platform/documents/speaker.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { daysInWords, type Holiday, holidaysBetween, weekdayInWords } from '../../agenda/planning/index.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import type { Room } from '../visit-note/room.ts'
import { renderOrganisationSheet } from '../visit-note/views/organisation-sheet.ts'
import { limited } from '../visit-note/views/sheet-parts.ts'
import type { VisitFacts } from './queries.ts'

/** The visit note for some days: what they are in the calendars of all sides comes first, at most so many holidays. */
export function renderVisitSheet(
  reader: Reader,
  visit: VisitFacts,
  { baseUrl, room, mostHolidays }: { baseUrl: string; room: Room; mostHolidays: number },
): Sheet {
  const { network, holder } = visit.facts
  const days = describeDate(
    visit.from === visit.to ? visit.from : `${visit.from}/${visit.to}`,
    reader.interfaceLanguage,
  )
  const url = baseUrl + paths.organisation(reader, network.slug, holder.slug)
  return renderOrganisationSheet(reader, visit.facts, url, room, {
    title: reader.t('registry.visit.noteTitle', { name: placeName(reader, visit), days }),
    from: visit.from,
    tieHref: (slug) => baseUrl + paths.note(reader, network.slug, 'cooperations', slug, 'pdf'),
    days: (speaker) => daysPart(speaker, visit, mostHolidays),
  })
}

export function placeName({ language }: Reader, { facts: { holder } }: VisitFacts): string {
  return chooseName(shortNames(holder), language).text
}

/** How far the hosts’ clock is ahead: a sentence for each zone from which one comes, and for each clock that changes meanwhile. */
export function clockSentences(reader: Reader, { zone, comings }: VisitFacts): string[] {
  const city = (of: string) => chooseName(cityOf(of), reader.language).text
  return comings.flatMap(({ zone: from, differences }) =>
    differences.map(({ hours, ...days }) => {
      const names = { hosts: city(zone), visitors: city(from), hours: Math.abs(hours) }
      const way = hours === 0 ? 'same' : hours > 0 ? 'ahead' : 'behind'
      const words = reader.t(`registry.visit.clock.${way}`, names)
      return differences.length === 1 ? words : `${daysInWords(reader, days.from, days.to)} – ${words}`
    }),
  )
}

/** The hours, the holidays of all sides day by day, the sides that have none, and those of which nobody knows any. */
function daysPart(speaker: Speaker, visit: VisitFacts, mostHolidays: number): Part[] {
  const { reader, words } = speaker
  const found = visit.sides.map((side) => ({
    side,
    holidays: holidaysBetween(side, visit.from, visit.to),
  }))
  const holidays = found
    .flatMap((each) => each.holidays)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const { shown, more } = limited(speaker, holidays, mostHolidays)
  const entry = (lead: string, passage: Passage) => ({ lead: words(lead), passage })
  const about = (key: 'none' | 'unknown', among: typeof found) => {
    const countries = among.map(({ side }) => countryName(reader, side.country)).join(', ')
    if (countries === '') return []
    return [
      entry(
        reader.t('registry.visit.holidays'),
        words(reader.t(`registry.visit.days.${key}`, { countries })),
      ),
    ]
  }
  const entries = [
    ...clockSentences(reader, visit).map((sentence) =>
      entry(reader.t('registry.visit.clocks'), words(sentence)),
    ),
    ...shown.map((day) => entry(weekdayInWords(reader, day.date), holidayWords(speaker, day))),
    ...(more.length > 0 ? [{ lead: [], passage: more }] : []),
    ...about(
      'none',
      found.filter((each) => each.side.isKnown && each.holidays.length === 0),
    ),
    ...about(
      'unknown',
      found.filter(({ side }) => !side.isKnown),
    ),
  ]
  return [{ kind: 'entries', title: reader.t('registry.visit.theseDays'), entries }]
}

function holidayWords(speaker: Speaker, holiday: Holiday): Passage {
  const { reader, words, name } = speaker
  const remarks = [
    countryName(reader, holiday.country),
    ...(holiday.isDayOff ? [] : [reader.t('agenda.holiday.open')]),
    ...(holiday.isProjected ? [reader.t('agenda.holiday.projected')] : []),
    ...(holiday.isChecked || holiday.kind === 'added' ? [] : [reader.t('agenda.holiday.unchecked')]),
  ]
  return joined([name(holiday.name, { emphasis: 'strong' }), words(remarks.join(', '))], ' – ')
}
