import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { withPassage } from '../../../platform/translation/with-passage.ts'
import { lookUpOwnParticipation } from '../attendance/queries.ts'
import { lockedMeeting } from '../meetings/commands.ts'
import { type Meeting, minutesPhase } from '../meetings/meeting.ts'
import { mayAmend, mayKeepMeetings } from '../policy.ts'
import { changingText } from '../sections/editing.commands.ts'
import { type Amendment, listAmendments } from './queries.ts'

export interface TypedAmendment {
  section: string
  language: string
  passage: string
  proposal: string
  reason: string
}

/** Proposes another wording of a passage. Only people who attended may, while amendments are open. */
export async function proposeAmendment(
  context: Context,
  meeting: Meeting,
  typed: TypedAmendment,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const locked = await lockedMeeting(inside, meeting)
    const own = await lookUpOwnParticipation(inside, locked)
    const personId = personIdOf(inside.actor)
    authorize(mayAmend(inside.actor, locked.networkId, own !== null))
    if (!own || personId === null) notFound('amendment')
    const now = inside.clock.now().toString()
    if (minutesPhase(locked, now.slice(0, 10)) !== 'amendable')
      throw new Refusal('tooLate', 'Amendments are closed')
    await inside.database
      .insertInto('minutes_amendment')
      .values({
        amendment_id: newId(),
        meeting_id: meeting.id,
        section_id: typed.section,
        language: typed.language,
        passage: typed.passage,
        proposal: typed.proposal,
        reason: typed.reason,
        person_id: personId,
        participant_id: own.id,
        proposed_at: now,
      })
      .execute()
    await noteAmendment(inside, meeting, 'proposed-amendment')
  })
}

export interface Decided {
  decision: 'accepted' | 'declined'
  answer: string
}

/**
 * Answers an amendment, once. An accepted one replaces its passage in the text. Refuses with `changedMeanwhile` if the passage is no longer
 * there.
 */
export async function decideAmendment(
  context: Context,
  meeting: Meeting,
  amendmentId: string,
  { decision, answer }: Decided,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, meeting.networkId))
  await inTransaction(context, async (inside) => {
    const found = (await listAmendments(inside, meeting.id)).find(({ id }) => id === amendmentId)
    const amendment = found ?? notFound(amendmentId)
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_amendment')
      .set({
        decision,
        answer,
        decided_at: inside.clock.now().toString(),
        decided_by: personIdOf(inside.actor),
      })
      .where('amendment_id', '=', amendmentId)
      .where('decided_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('taken', 'The amendment was answered')
    if (decision === 'accepted') await putIn(inside, meeting, amendment)
    await noteAmendment(inside, meeting, `${decision}-amendment`)
  })
}

async function putIn(context: Context, meeting: Meeting, amendment: Amendment): Promise<void> {
  const { sectionId, language, passage, proposal } = amendment
  const minutes = { networkId: meeting.networkId, meetingId: meeting.id }
  await changingText(context, minutes, amendment.reason, async (_, sections) => {
    const section = sections.find(({ id }) => id === sectionId)
    const words = section?.text[language]
    if (!section || !words?.text.includes(passage))
      throw new Refusal('changedMeanwhile', 'The passage is gone')
    // A function, so that signs in the proposal are not read as replacement patterns.
    const text = words.text.replace(passage, () => proposal)
    const changed = { ...section, text: withPassage(section.text, language, { text, state: 'reviewed' }) }
    return sections.map((each) => (each.id === sectionId ? changed : each))
  })
}

async function noteAmendment(context: Context, meeting: Meeting, verb: string): Promise<void> {
  await sql`update minutes_meeting set updated_at = ${context.clock.now().toString()} where meeting_id = ${meeting.id}`.execute(
    context.database,
  )
  await recordActivity(context, {
    networkId: meeting.networkId,
    verb,
    subjectKind: 'meeting',
    subjectId: meeting.id,
  })
}
