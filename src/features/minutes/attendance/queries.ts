import { sql } from 'kysely'
import { organisationsOf, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { fold } from '../../../platform/search/index.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { selectReference } from '../meetings/queries.ts'
import { mayReadConvened } from '../policy.ts'
import { isThere, type Participant, withoutHiddenNames } from './participant.ts'

/**
 * The participants of a meeting in order, as far as the reader may know them. The public sees none before the minutes are public, and then
 * only the names in them.
 */
export async function listParticipants(context: Context, meeting: Meeting): Promise<Participant[]> {
  const isInside = mayReadConvened(context.actor, meeting.networkId)
  if (!isInside && !meeting.isPublished) return []
  const participants = await selectParticipants(context, meeting.id)
  return isInside ? participants : withoutHiddenNames(participants)
}

/** The reader’s own line of attendance, if they were there: found by account, or by name and organisation. */
export async function lookUpOwnParticipation(
  context: Context,
  meeting: Meeting,
): Promise<Participant | null> {
  const { actor } = context
  if (actor.kind !== 'person') return null
  const own = organisationsOf(actor, meeting.networkId, roles)
  const isOwn = ({ personId, organisation, name }: Participant) =>
    personId === actor.personId ||
    (personId === null &&
      organisation !== null &&
      own.includes(organisation.id) &&
      fold(name) === fold(actor.name))
  const participants = await selectParticipants(context, meeting.id)
  return participants.find((each) => isThere(each.presence) && isOwn(each)) ?? null
}

/** All participants with their names, without asking who reads: for coordinators and for files. */
export async function selectParticipants({ database }: Context, meetingId: string): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    select p.participant_id as id, p.person_id as "personId", p.name, p.function, ${selectReference('o')} as organisation,
      p.organisation_words as "organisationWords", p.presence, p.represented_by as "representedBy",
      p.is_named as "isNamed"
    from minutes_participant p left join directory_organisation o on o.organisation_id = p.organisation_id
    where p.meeting_id = ${meetingId}
    order by p.position, p.participant_id
  `.execute(database)
  return rows
}
