import { expect, test } from 'vitest'
import { hole } from '../project/literals.ts'
import { readShape } from './message-shape.ts'

test('knows the kind of each parameter', () => {
  const { parameters } = readShape(
    '{a} {b, number} {c, plural, other {#}} {d, date, short} {e, select, x {1} other {2}}',
  )
  expect(Object.fromEntries(parameters)).toEqual({
    a: 'text',
    b: 'number',
    c: 'number',
    d: 'date',
    e: 'choice',
  })
})

test('finds parameters inside the forms of a plural', () => {
  const { parameters } = readShape('{count, plural, one {un} other {# à {place}}}')
  expect([...parameters.keys()]).toEqual(['count', 'place'])
})

test('lets a formatted parameter stand plainly beside it, and says which kinds exclude each other', () => {
  expect(readShape('{n} {n, number}').parameters.get('n')).toBe('number')
  expect(readShape('{n, number} {n}')).toMatchObject({ conflicts: [] })
  expect(readShape('{n, number} {n, date}').conflicts).toEqual(['n'])
})

test('gives each passage with holes where parameters stand', () => {
  expect(readShape('Il y a {n, plural, one {# lien} other {# liens}} ici').passages).toEqual([
    `Il y a ${hole} ici`,
    `${hole} lien`,
    `${hole} liens`,
  ])
})

test('takes tags for text, as the page does', () => {
  expect(readShape('a <b>c</b> d').passages).toEqual(['a <b>c</b> d'])
})

test.each(['{', '{a', '{a, plural, one {x}}', '{a, wrong}', '{a, select, x {y}}'])('refuses %s', (text) => {
  expect(() => readShape(text)).toThrow()
})
