import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { asDocument, type NewSection, type Section } from './section.ts'

/** Writes the text of minutes as part of another command. Makes the first version if there was none. */
export async function writeSections(
  context: Context,
  meetingId: string,
  sections: readonly NewSection[],
): Promise<void> {
  if (sections.length === 0) return
  const written = sections.map((section) => ({ ...section, id: newId() }))
  await replaceSections(context, meetingId, written)
  await keepVersion(context, meetingId, { sections: written, reason: '' })
}

/** Replaces the sections of a meeting; sections that stay keep their ids. */
export async function replaceSections(
  { database }: Context,
  meetingId: string,
  sections: readonly Section[],
): Promise<void> {
  await database.deleteFrom('minutes_section').where('meeting_id', '=', meetingId).execute()
  if (sections.length === 0) return
  await database
    .insertInto('minutes_section')
    .values(
      sections.map(({ id, title, text, level }, position) => ({
        section_id: id,
        meeting_id: meetingId,
        title: JSON.stringify(title),
        text: JSON.stringify(text),
        level,
        position,
      })),
    )
    .execute()
}

/** Keeps the present text as a version. Returns its number. */
export async function keepVersion(
  { database, clock, actor }: Context,
  meetingId: string,
  { sections, reason }: { sections: readonly Section[]; reason: string },
): Promise<number> {
  const last = await database
    .selectFrom('minutes_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await database
    .insertInto('minutes_version')
    .values({
      meeting_id: meetingId,
      number,
      document: JSON.stringify(asDocument(sections)),
      reason,
      person_id: personIdOf(actor),
      made_at: clock.now().toString(),
    })
    .execute()
  return number
}
