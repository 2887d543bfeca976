import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalWebAddress } from '../../../../platform/input/address-input.ts'
import { fieldError, typedValue } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { errorOf, errorsOf, typedTexts } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { cooperationPart } from './cooperation-part.ts'

const kinds = ['figure', 'resource', 'other_tie'] as const
const longestLabel = 300
const longestValue = 200

/** A figure, a link, or a tie with a country outside the group. */
export const noteForm = cooperationPart({
  key: 'notes',
  title: 'registry.record.notes',
  lead: 'registry.form.notesLead',
  entries: ({ reader, document }) =>
    document.notes.map(({ id, kind, label, value, url }) => {
      const chosen = chooseText(label, reader.language)
      return {
        id,
        title: chosen?.text ?? reader.t(`registry.form.noteKind.${kind}`),
        ...(chosen ? { language: chosen.language } : {}),
        note: [reader.t(`registry.form.noteKind.${kind}`), value, url].filter(Boolean).join(' · '),
      }
    }),
  values: ({ document, entryId }) => {
    const found = document.notes.find(({ id }) => id === entryId)
    return { kind: found?.kind ?? '', value: found?.value ?? '', url: found?.url ?? '' }
  },
  schema: ({ document, entryId }) =>
    z.object({
      kind: z.enum(kinds),
      label: localizedText({
        max: longestLabel,
        isRequired: true,
        previous: document.notes.find(({ id }) => id === entryId)?.label ?? {},
      }),
      value: z.string().trim().max(longestValue).default(''),
      url: optionalWebAddress,
    }),
  write: ({ context, document, entryId }, { kind, label, value, url }) => {
    if (kind === 'figure' && value === '') return [fieldError('value', 'registry.form.figureMissing')]
    const found = document.notes.find(({ id }) => id === entryId)
    const note = {
      id: found?.id ?? newId(),
      kind,
      label,
      value: value === '' ? null : value,
      url,
      knownOn: found?.knownOn ?? context.today,
    }
    return {
      ...document,
      notes: found
        ? document.notes.map((each) => (each.id === note.id ? note : each))
        : [...document.notes, note],
    }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    notes: document.notes.filter(({ id }) => id !== entryId),
  }),
  form: ({ reader, network, document, entryId }, shown) => (
    <>
      <ChoiceField
        reader={reader}
        name="kind"
        label={reader.t('registry.form.noteKind')}
        options={kinds.map((kind) => ({ value: kind, label: reader.t(`registry.form.noteKind.${kind}`) }))}
        chosen={[typedValue(shown.values, 'kind')]}
        error={errorOf(reader, shown, 'kind')}
        required
      />
      <LocalizedField
        reader={reader}
        name="label"
        label={reader.t('registry.form.noteLabel')}
        hint={reader.t('registry.form.noteLabelHint')}
        languages={network.languages}
        text={document.notes.find(({ id }) => id === entryId)?.label ?? {}}
        values={typedTexts(shown, 'label')}
        errors={errorsOf(reader, shown)}
        max={longestLabel}
        rows={1}
        required
      />
      <Field
        reader={reader}
        name="value"
        label={reader.t('registry.field.figure')}
        hint={reader.t('registry.form.figureHint')}
        value={typedValue(shown.values, 'value')}
        error={errorOf(reader, shown, 'value')}
      />
      <Field
        reader={reader}
        name="url"
        type="url"
        label={reader.t('registry.record.url')}
        hint={reader.t('registry.form.urlHint')}
        value={typedValue(shown.values, 'url')}
        error={errorOf(reader, shown, 'url')}
      />
    </>
  ),
})
