import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Field } from './field.tsx'
import { RepeatedParts, UsualSubmit } from './repeated-parts.tsx'

const reader = uiReader('fr')

test('draws each part with its buttons, named for who hears them alone', () => {
  const html = draw(2)
  expect(html).toContain('name="contacts.0.name"')
  expect(html).toContain('<input type="hidden" name="contacts.1.part" value/>')
  const buttons = [...html.matchAll(/name="action" value="([^"]+)"/g)].map(([, value]) => value)
  expect(buttons).toEqual([
    'down:contacts.0',
    'remove:contacts.0',
    'up:contacts.1',
    'remove:contacts.1',
    'add:contacts',
  ])
  expect(html).toContain('Retirer<span class="visually-hidden"> (Contact 2)</span>')
  expect(html.match(/formnovalidate/g)).toHaveLength(5)
})

test('gives the keyboard to the part that was added, and to the adding button when none is left', () => {
  expect(draw(2, 1)).toContain('id="field-contacts-1" tabindex="-1" autofocus>')
  expect(draw(2, 1).match(/autofocus/g)).toHaveLength(1)
  expect(draw(0, -1)).toMatch(/value="add:contacts"[^>]*autofocus/)
  expect(draw(2)).not.toContain('autofocus')
})

test('the usual button stands ready for Enter and is not seen', () => {
  expect(renderToString(<UsualSubmit value="save" />)).toContain('hidden name="action" value="save"')
})

function draw(count: number, focus: number | null = null) {
  return renderFor(reader, () => (
    <RepeatedParts
      name="contacts"
      label="Contacts"
      count={count}
      titleOf={(index) => `Contact ${index + 1}`}
      addLabel="Ajouter un contact"
      focus={focus}
      isOrdered
    >
      {(prefix) => <Field name={`${prefix}.name`} label="Nom" />}
    </RepeatedParts>
  ))
}
