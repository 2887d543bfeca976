import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { NewAccount } from '../accounts/commands.ts'
import type { NewPoint } from '../agenda/queries.ts'
import type { NewParticipant } from '../attendance/participant.ts'
import type { NewDecision } from '../decisions/decision.ts'
import type { NewResource } from '../resources/resource.ts'
import type { NewSection } from '../sections/section.ts'
import type { MeetingKind } from './meeting.ts'

/** The facts of a meeting that its form changes. */
export interface MeetingFacts {
  title: LocalizedText
  kind: MeetingKind
  /** ISO day on the clock of `zone`. */
  heldOn: string
  /** `HH:MM` on that clock; null where the hours are unknown. An end before the beginning is on the next day. */
  start: string | null
  end: string | null
  /** IANA zone. */
  zone: string
  place: LocalizedText
  placeId: string | null
  chair: LocalizedText
  chairId: string | null
  convenerIds: string[]
  /** BCP 47. */
  languages: string[]
  invitation: LocalizedText
}

/** A whole meeting to add at once; fields left out are empty. */
export interface NewMeeting extends Partial<MeetingFacts> {
  title: LocalizedText
  heldOn: string
  zone: string
  /** An existing slug; made from title and day otherwise. */
  slug?: string
  /** It took place, and the public sees it. */
  isHeld: boolean
  knownOn: string
  points?: NewPoint[]
  participants?: NewParticipant[]
  /** The text of its minutes, in order; prepared, not final. */
  sections?: NewSection[]
  decisions?: NewDecision[]
  accounts?: NewAccount[]
  resources?: NewResource[]
}
