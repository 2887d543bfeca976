import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

export interface NewNote {
  subjectKind: 'cooperation' | 'interest' | 'network'
  subjectId: string
  /** A figure with its value, a link (whose address may be dead: null), or a tie with a country outside the network. */
  kind: 'figure' | 'resource' | 'other_tie'
  label: LocalizedText
  value?: string | null
  url?: string | null
  /** The cooperation of this registry that the note speaks of. */
  cooperationId?: string | null
  position: number
  knownOn: string
}

/** Writes a figure, a link or another tie beside a cooperation or an interest; answers its id. */
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
