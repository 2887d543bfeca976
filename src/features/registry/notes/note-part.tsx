import { z } from 'zod'
import { newId } from '../../../platform/context/identifier.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { optionalWebAddress } from '../../../platform/input/address-input.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { localizedText } from '../../../platform/input/text-input.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall } from '../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'

export const noteKinds = ['figure', 'resource', 'other_tie'] as const
export const longestLabel = 300
export const longestValue = 200

interface NoteEntry {
  id: string
  kind: (typeof noteKinds)[number]
  label: LocalizedText
  value: string | null
  url: string | null
  knownOn: string
}

/** Where a record keeps its notes. */
interface Keeping<D> {
  parse(document: RecordDocument): D
  notesOf(call: TypedCall<D>): NoteEntry[]
  withNotes(call: TypedCall<D>, notes: NoteEntry[]): D
}

/** The form of a figure, a link, or a tie with a country outside the group, for a record that keeps such notes. */
export function notePart<D extends RecordDocument>({ parse, notesOf, withNotes }: Keeping<D>): RecordPart {
  const find = (call: TypedCall<D>) => notesOf(call).find(({ id }) => id === call.entryId)
  return recordPart(parse, {
    key: 'notes',
    title: 'registry.record.notes',
    lead: 'registry.form.notesLead',
    entries: (call) =>
      notesOf(call).map(({ id, kind, label, value, url }) => {
        const { reader } = call
        const chosen = chooseText(label, reader.language)
        return {
          id,
          title: chosen?.text ?? reader.t(`registry.form.noteKind.${kind}`),
          ...(chosen ? { language: chosen.language } : {}),
          note: [reader.t(`registry.form.noteKind.${kind}`), value, url].filter(Boolean).join(' · '),
        }
      }),
    values: (call) => {
      const found = find(call)
      return { kind: found?.kind ?? '', value: found?.value ?? '', url: found?.url ?? '' }
    },
    schema: (call) =>
      z.object({
        kind: z.enum(noteKinds),
        label: localizedText({ max: longestLabel, isRequired: true, previous: find(call)?.label ?? {} }),
        value: z.string().trim().max(longestValue).default(''),
        url: optionalWebAddress,
      }),
    write: (call, { kind, label, value, url }) => {
      if (kind === 'figure' && value === '') return [fieldError('value', 'registry.form.figureMissing')]
      const found = find(call)
      const knownOn = found?.knownOn ?? call.context.today
      const note = { id: found?.id ?? newId(), kind, label, value: value === '' ? null : value, url, knownOn }
      const notes = notesOf(call)
      return withNotes(
        call,
        found ? notes.map((each) => (each.id === note.id ? note : each)) : [...notes, note],
      )
    },
    remove: (call) =>
      withNotes(
        call,
        notesOf(call).filter(({ id }) => id !== call.entryId),
      ),
    form: (call) => {
      const { reader, network } = call
      const { t } = reader
      return (
        <>
          <ChoiceField
            name="kind"
            label={t('registry.form.noteKind')}
            options={noteKinds.map((kind) => ({ value: kind, label: t(`registry.form.noteKind.${kind}`) }))}
            required
          />
          <LocalizedField
            name="label"
            label={t('registry.form.noteLabel')}
            hint={t('registry.form.noteLabelHint')}
            languages={network.languages}
            text={find(call)?.label ?? {}}
            max={longestLabel}
            rows={1}
            required
          />
          <Field name="value" label={t('registry.field.figure')} hint={t('registry.form.figureHint')} />
          <Field name="url" type="url" label={t('registry.record.url')} hint={t('registry.form.urlHint')} />
        </>
      )
    },
  })
}
