import { z } from 'zod'
import { newId } from '../../platform/context/identifier.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { matchEntries } from '../../platform/records/api/program-entries.ts'
import { entryId, line, webAddress } from '../../platform/records/api/program-fields.ts'
import { programText, textAfter } from '../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../platform/records/api/wrong-parts.ts'
import { longestLabel, longestValue, noteKinds } from './notes/note-part.tsx'

/** Figures, links and ties with other countries, as programs write them. */
export const programNotes = z
  .array(
    z.strictObject({
      id: entryId,
      kind: z.enum(noteKinds),
      label: programText(longestLabel),
      value: line(longestValue),
      url: webAddress,
    }),
  )
  .max(200)

interface NoteEntry {
  id: string
  kind: (typeof noteKinds)[number]
  label: LocalizedText
  value: string | null
  url: string | null
  knownOn: string
}

export function showNotes(notes: readonly NoteEntry[]): z.output<typeof programNotes> {
  return notes.map(({ id, kind, label, value, url }) => ({ id, kind, label, value, url }))
}

interface NotePlace {
  path: readonly PropertyKey[]
  languages: readonly string[]
  today: string
  wrong: WrongParts
}

/** The notes of a record after a program sent them. */
export function notesAfter(
  before: readonly NoteEntry[],
  sent: z.output<typeof programNotes>,
  { path, languages, today, wrong }: NotePlace,
): NoteEntry[] {
  const matched = matchEntries(before, sent, path, wrong)
  return sent.map(({ kind, label, value, url }, index) => {
    const found = matched[index]
    const at = [...path, index]
    if (kind === 'figure' && value === null) wrong.add([...at, 'value'], 'a figure has a value')
    if (Object.keys(label).length === 0) wrong.add([...at, 'label'], 'a text in one language at least')
    return {
      id: found?.id ?? newId(),
      kind,
      label: textAfter(found?.label ?? {}, label, { path: [...at, 'label'], languages, wrong }),
      value,
      url,
      knownOn: found?.knownOn ?? today,
    }
  })
}
