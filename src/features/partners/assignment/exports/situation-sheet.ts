import { cellText } from '../../../../platform/documents/xml.ts'
import type { Sheet } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { hasMoved } from '../following/event-change.ts'
import { eventRemark, eventTimeWords } from '../following/event-change-notice.tsx'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import { phraseOf, placeOf, titleWords } from '../publication/event-of.ts'
import type { SessionRequest } from '../request.ts'

/** What holds of what was published, and as of which instant, on every clock: a file is read long after it was taken. */
export function situationSheet(visit: SessionRequest, appointments: readonly Appointment[]): Sheet {
  const { t } = visit.reader
  const rows = situationOf(visit, appointments)
  return {
    name: sheetName(t('partners.assignment.situation')),
    columns: [
      { title: t('partners.assignment.situation'), width: 34 },
      { title: titleWords(visit.reader, visit.event), width: 90 },
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

/** Whether the published meetings are certain, and if not why. */
export function holdingWords({ reader: { t }, facts: { session } }: SessionRequest): string {
  if (session.isEventCancelled) return t('partners.assignment.holding.cancelled')
  return t(
    session.isEventHidden || hasMoved(session)
      ? 'partners.assignment.holding.uncertain'
      : 'partners.assignment.holding.certain',
  )
}

function situationOf(visit: SessionRequest, appointments: readonly Appointment[]): [string, string][] {
  const { reader, network, event, facts, writing } = visit
  const { t } = reader
  const { session } = facts
  const countries = byOwnSide(reader, network.countries)
  const at = (startsAt: Date) =>
    clockWords(reader, { countries, hours: { startsAt, endsAt: null, zone: session.zone } })
  const place = placeOf(reader, event)
  const stored = heldOf(appointments)
  const held = session.isEventCancelled ? 0 : stored.length
  return [
    [t('partners.assignment.asOf'), at(new Date(writing.clock.now().epochMilliseconds))],
    [t('partners.assignment.holding'), eventRemark(visit) ?? t('partners.assignment.asPublished')],
    [t('partners.assignment.eventDate'), eventDateWords(reader, countries, event)],
    ...(hasMoved(session) && !session.isEventCancelled
      ? [
          [t('partners.assignment.eventDateBefore'), eventTimeWords(visit, session.wentBy)] satisfies [
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
