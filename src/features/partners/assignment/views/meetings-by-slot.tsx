import { wallTime } from '../../../../platform/dates/index.ts'
import { writeDay } from '../../../../platform/i18n/formatters.ts'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import type { SessionRequest } from '../request.ts'
import type { Meeting } from '../runs/run.ts'
import { MeetingTable } from './meeting-table.tsx'

type Held = Parameters<typeof MeetingTable>[0]['meetings'][number]

/** More rows than these are a page that no phone draws in time. */
const mostRows = 150

interface MeetingsBySlotProps {
  visit: SessionRequest
  caption: string
  meetings: readonly Held[]
  /** Which of the slots with meetings is shown where they are very many, from 1. */
  slot: number
  hrefOf(slot: number): string
}

/** Meetings in the order of time: all of them, or where they are very many those of one slot, with the way to the others. */
export function MeetingsBySlot({ visit, caption, meetings, slot, hrefOf }: MeetingsBySlotProps) {
  if (meetings.length <= mostRows) return <MeetingTable visit={visit} caption={caption} meetings={meetings} />
  const slots = [...Map.groupBy(meetings, ({ startsAt }) => startsAt.getTime()).values()]
  const at = Math.min(Math.max(slot, 1), slots.length)
  const days = new Set(meetings.map(({ startsAt }) => wallTime(startsAt, visit.facts.session.zone).day))
  return (
    <>
      <Tabs
        label={visit.reader.t('partners.assignment.slots')}
        tabs={slots.map((some, index) => ({
          href: hrefOf(index + 1),
          label: labelOf(visit, some[0], days.size > 1),
          current: index + 1 === at,
        }))}
      />
      <MeetingTable visit={visit} caption={caption} meetings={slots[at - 1] ?? []} />
    </>
  )
}

function labelOf(
  { reader, facts }: SessionRequest,
  meeting: Pick<Meeting, 'startsAt'> | undefined,
  hasDay: boolean,
) {
  if (!meeting) return ''
  const { day, time } = wallTime(meeting.startsAt, facts.session.zone)
  return hasDay
    ? `${writeDay(reader.interfaceLanguage, day, { day: 'numeric', month: 'short' })} ${time}`
    : time
}
