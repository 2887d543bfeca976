import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Field } from './field.tsx'
import { FieldGroup } from './field-group.tsx'
import { renderWithFieldNames } from './field-names.tsx'
import { FormFields, fieldId } from './filled.tsx'
import { FormErrors } from './form-errors.tsx'
import { LocalizedField } from './localized-field.tsx'
import { RepeatedParts } from './repeated-parts.tsx'

const reader = uiReader('fr')

test('ties label, hint and error to the input', () => {
  const html = renderFor(reader, () => (
    <Field name="email" label="Adresse" hint="Du service" error="Manque" required />
  ))
  expect(html).toContain('<label for="field-email">Adresse</label>')
  expect(html).toContain('id="field-email-hint">Du service')
  expect(html).toContain('aria-describedby="field-email-hint field-email-error"')
  expect(html).toContain('aria-invalid="true" required')
})

test('says which fields may stay empty', () => {
  expect(renderFor(reader, () => <Field name="phone" label="Téléphone" />)).toContain('(facultatif)')
})

test('hands the same ties to an input of the caller’s own', () => {
  const html = renderFor(reader, () => (
    <Field name="note" label="Message" error="Trop long">
      {(control) => <textarea {...control} />}
    </Field>
  ))
  expect(html).toContain(
    '<textarea id="field-note" name="note" aria-describedby="field-note-error" aria-invalid="true">',
  )
})

test('tells fields of one name in two forms apart, and gives the one that came back its plain id', () => {
  const wrong = { values: {}, errors: [{ field: 'word', message: () => 'Manque' }] }
  const html = renderFor(reader, () => (
    <>
      <FormFields form={undefined} own="relay">
        <LocalizedField name="word" label="Un mot" languages={['fr', 'ko']} text={{}} max={10} />
      </FormFields>
      <FormFields form={wrong} own="closing">
        <LocalizedField name="word" label="Un mot" languages={['fr', 'ko']} text={{}} max={10} />
      </FormFields>
    </>
  ))
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining([fieldId('word'), fieldId('word-relay')]))
})

test('lists the errors above the form, each a link to its field', () => {
  const html = renderFor(reader, () => (
    <FormErrors errors={[{ field: 'parties[0].name', message: 'Manque' }]} />
  ))
  expect(html).toContain(`<a href="#${fieldId('parties[0].name')}">Manque</a>`)
  expect(html).toContain('Un point est à corriger')
  expect(renderFor(reader, () => <FormErrors errors={[]} />)).toBe('')
})

test('names the field of each error in the list, with the part and the group that it stands in', () => {
  const errors = ['email', 'agreements.0.title.ko.text', 'agreements.0.when', 'gone'].map((field) => ({
    field,
    message: 'Manque.',
  }))
  const html = renderWithFieldNames(reader, () => (
    <>
      <FormErrors errors={errors} />
      <Field name="email" label={<b>Adresse &amp; co</b>} />
      <RepeatedParts
        name="agreements"
        label="Accords"
        count={1}
        titleOf={(index) => `Accord ${index + 1}`}
        addLabel="Ajouter un accord"
      >
        {(prefix) => (
          <>
            <LocalizedField
              name={`${prefix}.title`}
              label="Titre"
              languages={['fr', 'ko']}
              text={{}}
              max={100}
            />
            <FieldGroup name={`${prefix}.when`} label="Date de signature">
              <input />
            </FieldGroup>
          </>
        )}
      </RepeatedParts>
    </>
  ))
  const lines = [...html.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)].map(([, id, text]) => [id, text])
  expect(lines).toEqual([
    ['field-email', '<b>Adresse &amp; co</b> – Manque.'],
    ['field-agreements-0-title-ko-text', 'Accord 1, Titre, Coréen – Manque.'],
    ['field-agreements-0-when', 'Accord 1, Date de signature – Manque.'],
    ['field-gone', 'Manque.'],
  ])
})

test('a page without errors is drawn once', () => {
  let times = 0
  const Counted = () => {
    times++
    return <Field name="email" label="Adresse" />
  }
  renderWithFieldNames(reader, () => <Counted />)
  expect(times).toBe(1)
})
