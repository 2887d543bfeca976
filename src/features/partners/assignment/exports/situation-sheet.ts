import { cellText } from '../../../../platform/documents/cell-text.ts'
import type { Sheet } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { hasMoved } from '../following/event-change.ts'
import { eventRemark } from '../following/event-remark.ts'
import { eventTimeWords } from '../following/event-time-words.ts'
import { type Appointment, standingOf } from '../publication/appointment.ts'
import { phraseOf, placeOf, titleWords } from '../publication/event-of.ts'

/** What holds of what was published, and as of when, on every clock: a file is read long after it was taken. */
export function situationSheet(asked: SessionRequest, appointments: readonly Appointment[]): Sheet {
  const { t } = asked.reader
  const rows = situationOf(asked, appointments)
  return {
    name: sheetName(t('partners.assignment.situation')),
    columns: [
      { title: t('partners.assignment.situation'), width: 34 },
      { title: titleWords(asked.reader, asked.event), width: 90 },
    ],
    async *slices() {
      yield rows.map((row) => row.map(cellText))
    },
  }
}

/** A name as Excel takes it: 31 characters, and none of these. */
export function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/** Whether what was published is certain, and if not why. */
export function holdingWords({ reader: { t }, ground: { session } }: SessionRequest): string {
  if (session.isEventCancelled) return t('partners.assignment.holding.cancelled')
  return t(
    session.isEventHidden || hasMoved(session)
      ? 'partners.assignment.holding.uncertain'
      : 'partners.assignment.holding.certain',
  )
}

function situationOf(asked: SessionRequest, appointments: readonly Appointment[]): [string, string][] {
  const { reader, network, event, ground, writing } = asked
  const { t } = reader
  const { session } = ground
  const countries = byOwnSide(reader, network.countries)
  const at = (startsAt: Date) =>
    clockWords(reader, { countries, hours: { startsAt, endsAt: null, zone: session.zone } })
  const place = placeOf(reader, event)
  const standing = standingOf(appointments)
  const held = session.isEventCancelled ? 0 : standing.length
  return [
    [t('partners.assignment.asOf'), at(new Date(writing.clock.now().epochMilliseconds))],
    [t('partners.assignment.holding'), eventRemark(asked) ?? t('partners.assignment.asPublished')],
    [t('partners.assignment.eventDate'), eventDateWords(reader, countries, event)],
    ...(hasMoved(session) && !session.isEventCancelled
      ? [
          [t('partners.assignment.eventDateBefore'), eventTimeWords(asked, session.wentBy)] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...(place === null
      ? []
      : [[t('partners.assignment.venue'), phraseOf(place).text] satisfies [string, string]]),
    [t('partners.assignment.heldCount'), String(held)],
    [t('partners.assignment.calledOffCount'), String(appointments.length - held)],
    ...(session.publishedAt === null
      ? []
      : [[t('partners.assignment.lastPublished'), at(session.publishedAt)] satisfies [string, string]]),
  ]
}
