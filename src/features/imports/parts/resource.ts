import { newId } from '../../../platform/context/identifier.ts'
import { fold } from '../../../platform/search/index.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type { PartRules } from './part-rules.ts'
import type { ResourceValue } from './part-values.ts'

type Note = CooperationDocument['notes'][number]

/** A link that stands in the section of a tie: the same one where it has that address, or that name. */
export const resourceRules: PartRules<ResourceValue> = {
  form: 'notes',
  ways: [],
  compare: ({ notes }, value) => {
    const found = notes.find((note) => isSame(note, value))
    return found ? { outcome: 'confirms', entryId: found.id } : { outcome: 'adds', entryId: null }
  },
  apply: (document, { label, url }, ground, { finding }) => {
    const subject = (id: string) => ({ subjectKind: 'note', subjectId: id, field: 'note' })
    if (finding.entryId !== null)
      return { document, subject: subject(finding.entryId), entryId: finding.entryId }
    const note: Note = {
      id: newId(),
      kind: 'resource',
      label: { [ground.language]: { text: label, state: 'original' } },
      value: null,
      url,
      knownOn: ground.today,
    }
    return {
      document: { ...document, notes: [...document.notes, note] },
      subject: subject(note.id),
      entryId: note.id,
    }
  },
}

function isSame({ kind, label, url }: Note, value: ResourceValue): boolean {
  if (kind !== 'resource') return false
  const names = Object.values(label).map(({ text }) => fold(text))
  return (url !== null && url === value.url) || names.includes(fold(value.label))
}
