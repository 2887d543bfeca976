import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { uiReader } from '../ui-reader.ts'
import { Field, fieldId } from './field.tsx'
import { FormErrors } from './form-errors.tsx'

const reader = uiReader('fr')

test('ties label, hint and error to the input', () => {
  const html = renderToString(
    <Field reader={reader} name="email" label="Adresse" hint="Du service" error="Manque" required />,
  )
  expect(html).toContain('<label for="field-email">Adresse</label>')
  expect(html).toContain('id="field-email-hint">Du service')
  expect(html).toContain('aria-describedby="field-email-hint field-email-error"')
  expect(html).toContain('aria-invalid="true" required')
})

test('says which fields may stay empty', () => {
  expect(renderToString(<Field reader={reader} name="phone" label="Téléphone" />)).toContain('(facultatif)')
})

test('hands the same ties to an input of the caller’s own', () => {
  const html = renderToString(
    <Field reader={reader} name="note" label="Message" error="Trop long">
      {(control) => <textarea {...control} />}
    </Field>,
  )
  expect(html).toContain(
    '<textarea id="field-note" name="note" aria-describedby="field-note-error" aria-invalid="true">',
  )
})

test('lists the errors above the form, each a link to its field', () => {
  const html = renderToString(
    <FormErrors reader={reader} errors={[{ field: 'parties[0].name', message: 'Manque' }]} />,
  )
  expect(html).toContain(`<a href="#${fieldId('parties[0].name')}">Manque</a>`)
  expect(html).toContain('Un point est à corriger')
  expect(renderToString(<FormErrors reader={reader} errors={[]} />)).toBe('')
})
