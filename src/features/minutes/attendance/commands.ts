import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { NewParticipant } from './participant.ts'

/** Writes participants in order, as part of another command. Returns their ids. */
export async function writeParticipants(
  { database }: Context,
  meetingId: string,
  participants: readonly NewParticipant[],
): Promise<string[]> {
  if (participants.length === 0) return []
  const ids = participants.map(() => newId())
  await database
    .insertInto('minutes_participant')
    .values(
      participants.map((participant, position) => ({
        participant_id: ids[position] ?? newId(),
        meeting_id: meetingId,
        ...columnsOf(participant),
        position,
      })),
    )
    .execute()
  return ids
}

export function columnsOf(participant: NewParticipant) {
  return {
    name: participant.name,
    function: JSON.stringify(participant.function),
    organisation_id: participant.organisationId,
    organisation_words: participant.organisationWords,
    presence: participant.presence,
    represented_by: participant.representedBy,
    is_named: participant.isNamed,
  }
}
