import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { differingEntries } from '../../../platform/records/difference.ts'
import type { CooperationDocument } from '../cooperations/document/schema.ts'

export interface NewNote {
  subjectKind: 'cooperation' | 'interest' | 'organisation' | 'network'
  subjectId: string
  /** A figure with its value, a link (whose address may be dead: null), or a tie with a country outside the network. */
  kind: 'figure' | 'resource' | 'other_tie'
  label: LocalizedText
  value?: string | null
  url?: string | null
  /** The cooperation of this registry that the note is about. */
  cooperationId?: string | null
  position: number
  knownOn: string
}

/** Writes a figure, a link or another tie beside a cooperation or an interest; returns its id. */
export async function writeNote(context: Context, networkId: string, note: NewNote): Promise<string> {
  const noteId = newId()
  await context.database
    .insertInto('registry_note')
    .values({
      note_id: noteId,
      network_id: networkId,
      subject_kind: note.subjectKind,
      subject_id: note.subjectId,
      kind: note.kind,
      label: JSON.stringify(note.label),
      value: note.value ?? null,
      url: note.url ?? null,
      cooperation_id: note.cooperationId ?? null,
      position: note.position,
      known_on: note.knownOn,
    })
    .execute()
  return noteId
}

/** Removes a note with its evidence, as part of another command; returns whether it existed. */
export async function removeNote({ database }: Context, networkId: string, noteId: string): Promise<boolean> {
  await database.deleteFrom('registry_evidence').where('subject_id', '=', noteId).execute()
  const { numDeletedRows } = await database
    .deleteFrom('registry_note')
    .where('network_id', '=', networkId)
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

type Notes = CooperationDocument['notes']

/** Writes the figures, links and other ties given for a subject, where they differ. */
export async function replaceNotes(
  { database }: Context,
  subject: { kind: NewNote['subjectKind']; id: string; networkId: string },
  before: Notes,
  after: Notes,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_note')
      .where('network_id', '=', subject.networkId)
      .where('note_id', 'in', removed)
      .execute()
  }
  for (const { entry, position } of changed) {
    await database
      .updateTable('registry_note')
      .set(columnsOf(entry, position))
      .where('network_id', '=', subject.networkId)
      .where('note_id', '=', entry.id)
      .execute()
  }
  if (added.length === 0) return
  await database
    .insertInto('registry_note')
    .values(
      added.map(({ entry, position }) => ({
        note_id: entry.id,
        network_id: subject.networkId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        ...columnsOf(entry, position),
      })),
    )
    .execute()
}

function columnsOf({ kind, label, value, url, knownOn }: Notes[number], position: number) {
  return { kind, label: JSON.stringify(label), value, url, position, known_on: knownOn }
}
