import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'

export const meetingKinds = ['group', 'other'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export interface Meeting {
  id: string
  networkId: string
  slug: string
  title: LocalizedText
  kind: MeetingKind
  /** ISO day on the clock of `zone`. */
  heldOn: string
  /** Null where the hours are unknown. */
  startsAt: Date | null
  endsAt: Date | null
  /** IANA zone in which the hours were decided. */
  zone: string
  place: LocalizedText
  placeOrganisation: OrganisationRef | null
  /** Function and name of the chair, as publicly stated. */
  chair: LocalizedText
  chairOrganisation: OrganisationRef | null
  conveners: OrganisationRef[]
  languages: string[]
  /** What the convocation says beside the agenda. */
  invitation: LocalizedText
  announcedAt: Date | null
  convenedAt: Date | null
  heldAt: Date | null
  cancelledAt: Date | null
  preparedAt: Date | null
  amendableAt: Date | null
  amendableUntil: string | null
  finalAt: Date | null
  finalNumber: string | null
  finalSha256: string | null
  /** Its minutes are final, or a source serves as minutes: decisions and attendance are public. */
  isPublished: boolean
  knownOn: string
  updatedAt: Date
  /** Counts the changes that calendars must know of. */
  calendarSequence: number
}

export const meetingStates = ['cancelled', 'held', 'convened', 'announced', 'draft'] as const
export type MeetingState = (typeof meetingStates)[number]

/** The state of a meeting: cancelled comes before held, held before convened, convened before announced. */
export function meetingState(meeting: Meeting): MeetingState {
  if (meeting.cancelledAt) return 'cancelled'
  if (meeting.heldAt) return 'held'
  if (meeting.convenedAt) return 'convened'
  return meeting.announcedAt ? 'announced' : 'draft'
}

export type MinutesPhase = 'notes' | 'prepared' | 'amendable' | 'final'

/** The phase of the minutes of a meeting; amendments close after their last day (ISO, by the clock). */
export function minutesPhase(meeting: Meeting, actualDay: string): MinutesPhase {
  if (meeting.finalAt) return 'final'
  if (meeting.amendableUntil !== null && meeting.amendableUntil >= actualDay) return 'amendable'
  return meeting.preparedAt ? 'prepared' : 'notes'
}

/** The day on which a meeting ends: the next one if it goes beyond midnight. */
export function endDay({
  heldOn,
  start,
  end,
}: {
  heldOn: string
  start: string | null
  end: string | null
}): string {
  if (start === null || end === null || end > start) return heldOn
  return Temporal.PlainDate.from(heldOn).add({ days: 1 }).toString()
}
