import type { Context } from '../../../../platform/context/context.ts'
import { listNamingRows } from '../../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../../platform/personal-data/personal-data.ts'

/** Takes somebody's name out of notes, minutes, amendments, decisions and what is to be done. */
export async function eraseFromTexts(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromAgenda(context, subject)
  await eraseFromNotes(context, subject)
  await eraseFromMinutes(context, subject)
  await eraseFromDecisions(context, subject)
}

async function eraseFromAgenda(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const points = { keys: ['point_id'], texts: ['title', 'rapporteur'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_point', points, subject))
    await database.updateTable('minutes_point').set(changes).where('point_id', '=', keys.point_id).execute()
  const resources = { keys: ['resource_id'], texts: ['label', 'copy_words'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_resource', resources, subject))
    await database
      .updateTable('minutes_resource')
      .set(changes)
      .where('resource_id', '=', keys.resource_id)
      .execute()
}

async function eraseFromNotes(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const notes = { keys: ['note_id'], texts: ['text'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_note', notes, subject))
    await database.updateTable('minutes_note').set(changes).where('note_id', '=', keys.note_id).execute()
  const versions = { keys: ['note_id', 'number'], texts: ['text'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_note_version', versions, subject))
    await database
      .updateTable('minutes_note_version')
      .set(changes)
      .where('note_id', '=', keys.note_id)
      .where('number', '=', Number(keys.number))
      .execute()
}

async function eraseFromMinutes(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const sections = { keys: ['section_id'], texts: ['title', 'text'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_section', sections, subject))
    await database
      .updateTable('minutes_section')
      .set(changes)
      .where('section_id', '=', keys.section_id)
      .execute()
  const versions = { keys: ['meeting_id', 'number'], texts: ['document', 'reason'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_version', versions, subject))
    await database
      .updateTable('minutes_version')
      .set(changes)
      .where('meeting_id', '=', keys.meeting_id)
      .where('number', '=', Number(keys.number))
      .execute()
  const amendments = { keys: ['amendment_id'], texts: ['passage', 'proposal', 'reason', 'answer'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_amendment', amendments, subject))
    await database
      .updateTable('minutes_amendment')
      .set(changes)
      .where('amendment_id', '=', keys.amendment_id)
      .execute()
  const errata = { keys: ['erratum_id'], texts: ['text'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_erratum', errata, subject))
    await database
      .updateTable('minutes_erratum')
      .set(changes)
      .where('erratum_id', '=', keys.erratum_id)
      .execute()
}

async function eraseFromDecisions(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const decisions = {
    keys: ['decision_id'],
    texts: ['text', 'said_by', 'quotation', 'horizon_words'],
  } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_decision', decisions, subject))
    await database
      .updateTable('minutes_decision')
      .set(changes)
      .where('decision_id', '=', keys.decision_id)
      .execute()
  const actions = { keys: ['action_id'], texts: ['text', 'person', 'due_words'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_action', actions, subject))
    await database
      .updateTable('minutes_action')
      .set(changes)
      .where('action_id', '=', keys.action_id)
      .execute()
  const steps = { keys: ['step_id'], texts: ['note', 'due_words'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_action_step', steps, subject))
    await database
      .updateTable('minutes_action_step')
      .set(changes)
      .where('step_id', '=', keys.step_id)
      .execute()
}
