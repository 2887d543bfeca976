import { cityOf, wallTime, zonesFor } from '../../../../platform/dates/index.ts'
import { cellText } from '../../../../platform/documents/cell-text.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Sheet } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { byOwnSide, countryName, shortNames } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { type Appointment, standingOf } from '../publication/appointment.ts'
import { interpreterWords, whenWords } from '../publication/meeting-words.ts'
import type { RunReport } from '../runs/run.ts'
import { type Participant, present } from '../session.ts'
import { holdingWords, sheetName, situationSheet } from './situation-sheet.ts'

interface Column<Row> {
  title: string
  width: number
  cell(row: Row): string
}

/** What holds by now; then all the meetings that do, everybody’s own, and who was left out by the last assignment. */
export function wholeWorkbook(
  asked: SessionRequest,
  all: readonly Appointment[],
  report: RunReport | null,
): Sheet[] {
  const { t } = asked.reader
  const appointments = standingOf(all)
  const here = present(asked.ground.participants)
  const ofEach = here.flatMap((one) =>
    appointments
      .filter(({ firstId, secondId }) => [firstId, secondId].includes(one.id))
      .map((appointment) => ({ one, appointment })),
  )
  return [
    situationSheet(asked, all),
    sheetOf(t('partners.assignment.bySlot'), meetingColumns(asked), appointments),
    sheetOf(
      t('partners.assignment.byParticipant'),
      [
        ...nameColumns<{ one: Participant }>(asked, 'participant', ({ one }) => one),
        ...ownColumns(asked).map(({ cell, ...column }) => ({
          ...column,
          cell: ({ one, appointment }: { one: Participant; appointment: Appointment }) =>
            cell({ one, appointment }),
        })),
      ],
      ofEach,
    ),
    ...(report === null
      ? []
      : [sheetOf(t('partners.assignment.leftOut'), leftOutColumns(asked), report.blocking)]),
  ]
}

/** What holds by now, and the meetings of one participant. */
export function ownWorkbook(asked: SessionRequest, one: Participant, all: readonly Appointment[]): Sheet[] {
  const own = all.filter(({ firstId, secondId }) => [firstId, secondId].includes(one.id))
  return [
    situationSheet(asked, own),
    sheetOf(
      asked.reader.t('partners.assignment.meetings'),
      ownColumns(asked),
      standingOf(own).map((appointment) => ({ one, appointment })),
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

function meetingColumns(asked: SessionRequest): Column<Appointment>[] {
  const find = finder(asked)
  return [
    ...timeColumns<Appointment>(asked, (appointment) => appointment),
    ...nameColumns<Appointment>(asked, 'first', ({ firstId }) => find(firstId)),
    ...nameColumns<Appointment>(asked, 'second', ({ secondId }) => find(secondId)),
  ]
}

interface Own {
  one: Participant
  appointment: Appointment
}

function ownColumns(asked: SessionRequest): Column<Own>[] {
  const find = finder(asked)
  return [
    ...timeColumns<Own>(asked, ({ appointment }) => appointment),
    ...nameColumns<Own>(asked, 'with', ({ one, appointment: { firstId, secondId } }) =>
      find(firstId === one.id ? secondId : firstId),
    ),
  ]
}

function timeColumns<Row>(asked: SessionRequest, of: (row: Row) => Appointment): Column<Row>[] {
  const { reader, network, ground } = asked
  const { t } = reader
  const zones = zonesFor(byOwnSide(reader, network.countries), ground.session.zone)
  const speaking = { reader, network, session: ground.session }
  const holds = holdingWords(asked)
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

// Day and hours apart, on each clock: whoever sorts or filters on theirs finds the other side’s beside it.
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

function leftOutColumns(asked: SessionRequest): Column<RunReport['blocking'][number]>[] {
  const find = finder(asked)
  const { t } = asked.reader
  return [
    ...nameColumns<RunReport['blocking'][number]>(asked, 'first', ({ firstId }) => find(firstId)),
    ...nameColumns<RunReport['blocking'][number]>(asked, 'second', ({ secondId }) => find(secondId)),
    {
      title: t('partners.assignment.cause'),
      width: 60,
      cell: ({ cause }) => t(`partners.assignment.cause.${cause}`),
    },
  ]
}

function finder({ ground }: SessionRequest) {
  const byId = new Map(ground.participants.map((each) => [each.id, each]))
  return (id: string) => byId.get(id)
}
