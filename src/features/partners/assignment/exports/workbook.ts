import { cityOf, wallTime, zonesFor } from '../../../../platform/dates/index.ts'
import { cellText } from '../../../../platform/documents/xml.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Sheet } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { byOwnSide, countryName, shortNames } from '../../../directory/index.ts'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import { interpreterWords, whenWords } from '../publication/meeting-words.ts'
import type { SessionRequest } from '../request.ts'
import type { RunReport } from '../runs/run.ts'
import { type Participant, present } from '../session.ts'
import { holdingWords, sheetName, situationSheet } from './situation-sheet.ts'

interface Column<Row> {
  title: string
  width: number
  cell(row: Row): string
}

/** The meetings that hold now; then the sheets of each participant, and who was left out by the last assignment. */
export function wholeWorkbook(
  visit: SessionRequest,
  all: readonly Appointment[],
  report: RunReport | null,
): Sheet[] {
  const { t } = visit.reader
  const appointments = heldOf(all)
  const here = present(visit.facts.participants)
  const ofEach = here.flatMap((one) =>
    appointments
      .filter(({ firstId, secondId }) => [firstId, secondId].includes(one.id))
      .map((appointment) => ({ one, appointment })),
  )
  return [
    situationSheet(visit, all),
    sheetOf(t('partners.assignment.bySlot'), meetingColumns(visit), appointments),
    sheetOf(
      t('partners.assignment.byParticipant'),
      [
        ...nameColumns<{ one: Participant }>(visit, 'participant', ({ one }) => one),
        ...ownColumns(visit).map(({ cell, ...column }) => ({
          ...column,
          cell: ({ one, appointment }: { one: Participant; appointment: Appointment }) =>
            cell({ one, appointment }),
        })),
      ],
      ofEach,
    ),
    ...(report === null
      ? []
      : [sheetOf(t('partners.assignment.leftOut'), leftOutColumns(visit), report.blocking)]),
  ]
}

/** The meetings of one participant that hold now. */
export function ownWorkbook(visit: SessionRequest, one: Participant, all: readonly Appointment[]): Sheet[] {
  const own = all.filter(({ firstId, secondId }) => [firstId, secondId].includes(one.id))
  return [
    situationSheet(visit, own),
    sheetOf(
      visit.reader.t('partners.assignment.meetings'),
      ownColumns(visit),
      heldOf(own).map((appointment) => ({ one, appointment })),
    ),
  ]
}

function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name: sheetName(name),
    columns,
    async *slices() {
      yield rows.map((row) => columns.map(({ cell }) => cellText(cell(row))))
    },
  }
}

function meetingColumns(visit: SessionRequest): Column<Appointment>[] {
  const find = finder(visit)
  return [
    ...timeColumns<Appointment>(visit, (appointment) => appointment),
    ...nameColumns<Appointment>(visit, 'first', ({ firstId }) => find(firstId)),
    ...nameColumns<Appointment>(visit, 'second', ({ secondId }) => find(secondId)),
  ]
}

interface Own {
  one: Participant
  appointment: Appointment
}

function ownColumns(visit: SessionRequest): Column<Own>[] {
  const find = finder(visit)
  return [
    ...timeColumns<Own>(visit, ({ appointment }) => appointment),
    ...nameColumns<Own>(visit, 'with', ({ one, appointment: { firstId, secondId } }) =>
      find(firstId === one.id ? secondId : firstId),
    ),
  ]
}

function timeColumns<Row>(visit: SessionRequest, of: (row: Row) => Appointment): Column<Row>[] {
  const { reader, network, facts } = visit
  const { t } = reader
  const zones = zonesFor(byOwnSide(reader, network.countries), facts.session.zone)
  const speaking = { reader, network, session: facts.session }
  const holds = holdingWords(visit)
  return [
    ...zones.flatMap((zone) => clockColumns(reader, zone, of)),
    { title: t('partners.assignment.when'), width: 48, cell: (row) => whenWords(speaking, of(row)) },
    { title: t('partners.assignment.table'), width: 8, cell: (row) => String(of(row).table) },
    {
      title: t('partners.assignment.interpreter'),
      width: 30,
      cell: (row) => interpreterWords(reader, of(row).interpreter),
    },
    { title: t('partners.assignment.holding'), width: 18, cell: () => holds },
  ]
}

// Day and hours are separate, on each clock: readers who sort or filter by their own clock find the other side’s beside it.
function clockColumns<Row>(reader: Reader, zone: string, of: (row: Row) => Appointment): Column<Row>[] {
  const { t } = reader
  const city = chooseName(cityOf(zone), reader.language).text
  const onClock = (title: string) => t('partners.assignment.onClock', { title, city })
  const end = ({ startsAt, endsAt }: Appointment) => {
    const [first, last] = [wallTime(startsAt, zone), wallTime(endsAt, zone)]
    return first.day === last.day ? last.time : `${last.time} (${t('ui.clock.later', { days: 1 })})`
  }
  return [
    {
      title: onClock(t('partners.assignment.day')),
      width: 16,
      cell: (row) => wallTime(of(row).startsAt, zone).day,
    },
    {
      title: onClock(t('partners.assignment.from')),
      width: 11,
      cell: (row) => wallTime(of(row).startsAt, zone).time,
    },
    { title: onClock(t('partners.assignment.to')), width: 14, cell: (row) => end(of(row)) },
  ]
}

// Names in the reader’s language and in their bearer’s own, each in a column.
function nameColumns<Row>(
  { reader }: SessionRequest,
  which: 'first' | 'second' | 'with' | 'participant',
  of: (row: Row) => Participant | undefined,
): Column<Row>[] {
  const { t } = reader
  const name = (participant: Participant | undefined) =>
    participant ? chooseName(shortNames(participant.organisation), reader.language).text : ''
  const own = (participant: Participant | undefined) =>
    participant
      ? (shortNames(participant.organisation)[languageOf(participant.organisation.country)] ?? '')
      : ''
  const title = t(`partners.assignment.column.${which}`)
  return [
    { title, width: 28, cell: (row) => name(of(row)) },
    { title: t('partners.assignment.ownName', { title }), width: 22, cell: (row) => own(of(row)) },
    {
      title: t('partners.assignment.countryOf', { title }),
      width: 20,
      cell: (row) => {
        const participant = of(row)
        return participant ? countryName(reader, participant.organisation.country) : ''
      },
    },
  ]
}

function leftOutColumns(visit: SessionRequest): Column<RunReport['blocking'][number]>[] {
  const find = finder(visit)
  const { t } = visit.reader
  return [
    ...nameColumns<RunReport['blocking'][number]>(visit, 'first', ({ firstId }) => find(firstId)),
    ...nameColumns<RunReport['blocking'][number]>(visit, 'second', ({ secondId }) => find(secondId)),
    {
      title: t('partners.assignment.cause'),
      width: 60,
      cell: ({ cause }) => t(`partners.assignment.cause.${cause}`),
    },
  ]
}

function finder({ facts }: SessionRequest) {
  const byId = new Map(facts.participants.map((each) => [each.id, each]))
  return (id: string) => byId.get(id)
}
