import { expect, test } from 'vitest'
import { newId } from './identifier.ts'
import { readSignedId, signId } from './signed-id.ts'

const id = newId()
const token = signId('a secret', 'correction', id)

test('reads back what it signed, for that purpose and with that secret alone', () => {
  expect(readSignedId('a secret', 'correction', token)).toBe(id)
  expect(readSignedId('a secret', 'confirmation', token)).toBeNull()
  expect(readSignedId('another', 'correction', token)).toBeNull()
})

test('takes no other id, no shortened or empty signature, no text that is none', () => {
  const [, signature = ''] = token.split('.')
  for (const forged of [
    `${newId()}.${signature}`,
    `${id}.`,
    id,
    `${id}.${signature.slice(1)}`,
    '',
    '.',
    'x.y',
  ])
    expect(readSignedId('a secret', 'correction', forged), forged).toBeNull()
})
