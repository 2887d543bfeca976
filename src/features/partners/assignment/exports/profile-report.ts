import type { Report, ReportBlock } from '../../../../platform/documents/report.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName, currentText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { saidText } from '../../../../ui/text/said-text.ts'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { byOwnSide, shortNames } from '../../../directory/index.ts'
import { eventRemark } from '../following/event-change-notice.tsx'
import { type Appointment, appointmentsOf } from '../publication/appointment.ts'
import { phraseOf, placeOf, titleWords } from '../publication/event-of.ts'
import { betweenWords, whenWords } from '../publication/meeting-words.ts'
import type { SessionRequest } from '../request.ts'
import type { Participant } from '../session.ts'
import { type Encounter, profileFacts } from './profile-sheet.ts'
import type { Profiles } from './queries.ts'
import { namePassage, nameWords, type Services, saidName, sheetReaders } from './sheet-reader.ts'

interface Sheets {
  services: Services
  visit: SessionRequest
  /** The participants to report on: one bundle each. */
  participants: readonly Participant[]
  appointments: readonly Appointment[]
  known: Profiles
}

/**
 * Reports the meetings of each participant, with what is known of each counterpart, to be printed: a bundle for every participant that
 * begins on a page of its own, and in it a page for every meeting. Each passage is given in the languages of both sides, one after the
 * other.
 */
export function profileReport(sheets: Sheets): Report {
  const { services, visit, participants } = sheets
  const { network } = visit
  const [only, ...others] = participants
  const isOne = only !== undefined && others.length === 0
  const [own = visit.reader] = isOne
    ? sheetReaders(services, visit.reader.today, [only.organisation.country])
    : []
  const reader = isOne ? own : visit.reader
  const { t } = reader
  const title = isOne ? nameWords(only, [own]) : t('partners.assignment.title')
  const group = chooseName(network.name, reader.language).text
  return {
    language: reader.interfaceLanguage,
    title: isOne ? namePassage(only, readersOf(sheets, only)) : [{ text: title }],
    name: `${title} – ${t('partners.assignment.sheets')}`,
    subject: t('partners.assignment.sheets'),
    author: group,
    day: reader.today,
    ...(isOne ? { head: namePassage(only, readersOf(sheets, only)) } : {}),
    kicker: [{ text: `${group} · ${t('partners.assignment.sheets')}` }],
    facts: isOne ? [] : eventFacts(visit, reader),
    contents: isOne ? null : t('partners.assignment.contents'),
    contentsDepth: 1,
    blocks: participants.flatMap((one) => bundleOf(sheets, one, isOne)),
    foot: footOf(sheets, isOne ? readersOf(sheets, only) : [reader]),
  }
}

/** The languages of the participant and of all its counterparts, its own first. */
function readersOf(sheets: Sheets, one: Participant): Reader[] {
  const { services, visit } = sheets
  const countries = [one, ...encountersOf(sheets, one).map(({ other }) => other)].map(
    ({ organisation }) => organisation.country,
  )
  const [alone, ...more] = new Set(countries)
  // A participant without meetings still belongs to one of two sides.
  const both = alone !== undefined && more.length === 0 ? [alone, ...visit.network.countries] : countries
  return sheetReaders(services, visit.reader.today, both)
}

function encountersOf({ visit, appointments }: Sheets, one: Participant): Encounter[] {
  return appointmentsOf(appointments, one).flatMap((appointment) => {
    const { firstId, secondId } = appointment
    const other = visit.facts.participants.find(({ id }) => id === (firstId === one.id ? secondId : firstId))
    return other ? [{ one, other, appointment }] : []
  })
}

function bundleOf(sheets: Sheets, one: Participant, isAlone: boolean): ReportBlock[] {
  const { services, visit, known } = sheets
  const readers = readersOf(sheets, one)
  const encounters = encountersOf(sheets, one)
  const head = namePassage(one, readers)
  const level = isAlone ? 1 : 2
  return [
    ...(isAlone
      ? []
      : [
          { kind: 'page' as const, head },
          { kind: 'heading' as const, level: 1 as const, passage: head },
        ]),
    ...readers.flatMap((reader) => timetableOf(visit, reader, encounters, level)),
    ...encounters.flatMap((encounter): ReportBlock[] => {
      const two = sheetReaders(
        services,
        visit.reader.today,
        [encounter.one, encounter.other].map(({ organisation }) => organisation.country),
      )
      return [
        { kind: 'page', head },
        { kind: 'heading', level, passage: namePassage(encounter.other, two) },
        ...two.flatMap((reader): ReportBlock[] => [
          languageHeading(reader, level === 1 ? 2 : 3),
          profileFacts(visit, known, { reader, readers: two }, encounter),
        ]),
      ]
    }),
  ]
}

function timetableOf(
  visit: SessionRequest,
  reader: Reader,
  encounters: readonly Encounter[],
  level: 1 | 2,
): ReportBlock[] {
  const { t, language } = reader
  const remark = eventRemark({ ...visit, reader })
  const speaking = { reader, network: visit.network, session: visit.facts.session }
  return [
    {
      kind: 'heading',
      level,
      passage: [{ text: t('partners.assignment.timetable'), language }],
    },
    { kind: 'facts', language, facts: eventFacts(visit, reader) },
    ...(remark === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            passage: [{ text: remark, language, emphasis: 'strong' as const }],
          },
        ]),
    encounters.length === 0
      ? { kind: 'paragraph', passage: [{ text: t('partners.assignment.noOwnMeetings'), language }] }
      : {
          kind: 'table',
          language,
          columns: [
            t('partners.assignment.when'),
            t('partners.assignment.with'),
            t('partners.assignment.table'),
            t('partners.assignment.interpreter'),
          ],
          widths: [8, 6, 2, 5],
          rows: encounters.map(({ other: { organisation }, appointment }) => [
            [{ text: whenWords(speaking, appointment) }],
            saidName(reader, shortNames(organisation), organisation.country),
            [{ text: String(appointment.table) }],
            [{ text: betweenWords(reader, appointment.interpreter) || '–' }],
          ]),
        },
  ]
}

function eventFacts(
  { network, event }: SessionRequest,
  reader: Reader,
): { label: string; passage: Report['title'] }[] {
  const { t } = reader
  const place = placeOf(reader, event)
  return [
    {
      label: t('partners.assignment.event'),
      passage: saidText(reader, currentText(event.title)) ?? [{ text: titleWords(reader, event) }],
    },
    {
      label: t('partners.assignment.when'),
      passage: [{ text: eventDateWords(reader, byOwnSide(reader, network.countries), event) }],
    },
    ...(place === null ? [] : [{ label: t('partners.assignment.venue'), passage: [phraseOf(place)] }]),
  ]
}

// Each language under its own name: « Français », « 한국어 ».
function languageHeading(reader: Reader, level: 2 | 3): ReportBlock {
  const { language } = reader
  const name = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  return { kind: 'heading', level, passage: [{ text: name, language }] }
}

function footOf({ participants }: Sheets, readers: readonly Reader[]): Report['foot'] {
  if (participants.length === 0) return []
  return readers.map(({ t, language }) => [
    { text: `${t('partners.assignment.sheetFoot')} ${t('partners.competence.unchecked')}`, language },
  ])
}
