import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'

export const presences = ['present', 'remote', 'represented', 'excused', 'absent', 'mentioned'] as const
export type Presence = (typeof presences)[number]

/** A participant, as typed or as read from minutes. */
export interface NewParticipant {
  name: string
  /** As stated: « maire adjointe ». */
  function: LocalizedText
  organisationId: string | null
  /** For an organisation that the directory does not have. */
  organisationWords: string
  presence: Presence
  representedBy: string
  /** The published minutes name them. */
  isNamed: boolean
}

export interface Participant extends Omit<NewParticipant, 'organisationId'> {
  id: string
  personId: string | null
  organisation: OrganisationRef | null
}

/** Whether a participant was there, in the room or remotely. */
export function isThere(presence: Presence): boolean {
  return presence === 'present' || presence === 'remote'
}

/** Participants as the public may read them: function first, and the name only if the published minutes give it. */
export function withoutHiddenNames(participants: readonly Participant[]): Participant[] {
  return participants.map((each) =>
    each.isNamed ? each : { ...each, name: '', representedBy: '', personId: null },
  )
}
