import { z } from 'zod'
import {
  type Choices,
  choiceErrors,
  OrganisationPicker,
  readChoices,
} from '../../src/features/directory/index.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { Reader } from '../../src/platform/i18n/reader.ts'
import { optionalSaidDate, saidDate } from '../../src/platform/input/date-input.ts'
import {
  type FieldError,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../src/platform/input/form.ts'
import { applyListAction } from '../../src/platform/input/list-action.ts'
import { pointInput } from '../../src/platform/input/point-input.ts'
import { chosenAmong, localizedText } from '../../src/platform/input/text-input.ts'
import { AutosaveStatus } from '../../src/ui/form/autosave-status.tsx'
import { DateField } from '../../src/ui/form/date-field.tsx'
import { FormFields } from '../../src/ui/form/filled.tsx'
import { ErrorList } from '../../src/ui/form/form.tsx'
import { LocalizedField } from '../../src/ui/form/localized-field.tsx'
import { applyMapClick } from '../../src/ui/form/map-click.ts'
import { PointPicker } from '../../src/ui/form/point-picker.tsx'
import { RepeatedParts, UsualSubmit } from '../../src/ui/form/repeated-parts.tsx'
import { sayErrors } from '../../src/ui/form/say-errors.ts'
import { TextAreaField } from '../../src/ui/form/text-area-field.tsx'
import { ThemePicker } from '../../src/ui/form/theme-picker.tsx'
import { useReader } from '../../src/ui/reader.tsx'

/** The data of a saved form, or the form to render again. */
export type ExampleAnswer =
  | { state: 'saved'; data: object }
  | {
      state: 'draw'
      values: FormValues
      errors: FieldError[]
      choices: Choices
      focus?: number
      isOnMap?: boolean
    }

const schemaFor = (reader: Reader) =>
  z.object({
    since: saidDate(reader.interfaceLanguage),
    title: localizedText({ max: 60, isRequired: true }),
    themes: chosenAmong(['ceramics', 'arts', 'tourism']),
    note: z.string().max(40).optional(),
    place: pointInput(),
    agreements: z.array(z.object({ on: optionalSaidDate(reader.interfaceLanguage) })).default([]),
  })

/** Reads the example that the guide describes (docs/guides/build-a-form.md); null renders it for the first time. */
export async function readExample(context: Context, reader: Reader, body: unknown): Promise<ExampleAnswer> {
  const values = readValues(body)
  const choices = await readChoices(context, values, ['partner'])
  const change = applyListAction(values, typedValue(values, 'action'))
  if (change) {
    return { state: 'draw', values: change.values, errors: [], choices, focus: change.focus.index }
  }
  const clicked = applyMapClick(values, 'place')
  if (clicked) return { state: 'draw', values: clicked, errors: [], choices, isOnMap: true }
  if (body === null) return { state: 'draw', values, errors: [], choices }
  const read = readForm(schemaFor(reader), body)
  const errors = [...(read.valid ? [] : read.errors), ...choiceErrors(choices, true)]
  if (!read.valid || errors.length > 0) return { state: 'draw', values, errors, choices }
  const picked = choices.get('partner')
  const partner = picked?.state === 'chosen' ? picked.organisation.slug : null
  return { state: 'saved', data: { ...read.data, partner } }
}

type Drawn = Extract<ExampleAnswer, { state: 'draw' }>

export function ExampleForm({ answer }: { answer: Drawn }) {
  const { values, choices } = answer
  const { byField } = sayErrors(useReader(), answer.errors)
  return (
    <form method="post" action="/example" data-autosave="/example/draft" novalidate>
      <UsualSubmit value="save" />
      <ErrorList form={answer} />
      <FormFields form={answer}>
        <DateField name="since" label="Depuis" required />
        <OrganisationPicker
          name="partner"
          label="Partenaire"
          picked={choices.get('partner') ?? { state: 'empty' }}
          addByHand="/example/add"
        />
        <LocalizedField
          name="title"
          label="Intitulé"
          languages={['fr', 'ko']}
          text={{}}
          max={60}
          rows={1}
          required
        />
        <TextAreaField name="note" label="Note" max={40} />
        <ThemePicker
          name="themes"
          label="Thèmes"
          groups={[
            {
              label: 'Culture',
              options: [
                { value: 'ceramics', label: 'céramique' },
                { value: 'arts', label: 'arts' },
              ],
            },
            { label: 'Économie', options: [{ value: 'tourism', label: 'tourisme' }] },
          ]}
        />
        <PointPicker
          name="place"
          label="Lieu"
          values={values}
          country="FR"
          errors={byField}
          hasFocus={answer.isOnMap ?? false}
        />
        <RepeatedParts
          name="agreements"
          label="Accords"
          titleOf={(index) => `Accord ${index + 1}`}
          addLabel="Ajouter un accord"
          focus={answer.focus ?? null}
          isOrdered
        >
          {(prefix) => <DateField name={`${prefix}.on`} label="Signé" />}
        </RepeatedParts>
      </FormFields>
      <AutosaveStatus />
      <button type="submit" class="button primary" name="action" value="save">
        Enregistrer
      </button>
    </form>
  )
}
