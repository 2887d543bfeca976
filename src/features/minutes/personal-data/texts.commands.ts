import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody's name out of notes, minutes, amendments, decisions and what is to be done. */
export async function eraseFromTexts(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromAgenda(context, subject)
  await eraseFromNotes(context, subject)
  await eraseFromMinutes(context, subject)
  await eraseFromDecisions(context, subject)
}

async function eraseFromAgenda(context: Context, subject: DataSubject): Promise<void> {
  const points = { keys: ['point_id'], texts: ['title', 'rapporteur'] } as const
  await removeNames(context, 'minutes_point', points, subject)
  const resources = { keys: ['resource_id'], texts: ['label', 'copy_words'] } as const
  await removeNames(context, 'minutes_resource', resources, subject)
}

async function eraseFromNotes(context: Context, subject: DataSubject): Promise<void> {
  const notes = { keys: ['note_id'], texts: ['text'] } as const
  await removeNames(context, 'minutes_note', notes, subject)
  const versions = { keys: ['note_id', 'number'], texts: ['text'] } as const
  await removeNames(context, 'minutes_note_version', versions, subject)
}

async function eraseFromMinutes(context: Context, subject: DataSubject): Promise<void> {
  const sections = { keys: ['section_id'], texts: ['title', 'text'] } as const
  await removeNames(context, 'minutes_section', sections, subject)
  const versions = { keys: ['meeting_id', 'number'], texts: ['document', 'reason'] } as const
  await removeNames(context, 'minutes_version', versions, subject)
  const amendments = { keys: ['amendment_id'], texts: ['passage', 'proposal', 'reason', 'answer'] } as const
  await removeNames(context, 'minutes_amendment', amendments, subject)
  const errata = { keys: ['erratum_id'], texts: ['text'] } as const
  await removeNames(context, 'minutes_erratum', errata, subject)
}

async function eraseFromDecisions(context: Context, subject: DataSubject): Promise<void> {
  const decisions = {
    keys: ['decision_id'],
    texts: ['text', 'said_by', 'quotation', 'horizon_words'],
  } as const
  await removeNames(context, 'minutes_decision', decisions, subject)
  const actions = { keys: ['action_id'], texts: ['text', 'person', 'due_words'] } as const
  await removeNames(context, 'minutes_action', actions, subject)
  const steps = { keys: ['step_id'], texts: ['note', 'due_words'] } as const
  await removeNames(context, 'minutes_action_step', steps, subject)
}
