import { expect, test } from 'vitest'
import { drawnSpan } from './open-ends.ts'

const today = '2017-07-08'

test('draws what goes on without an end until today, or in its first year when it has yet to begin', () => {
  expect(drawnSpan({ from: '2006-01-01', until: '9999-12-31' }, today)).toEqual({
    from: '2006-01-01',
    until: today,
  })
  expect(drawnSpan({ from: '2018-01-01', until: '9999-12-31' }, today)).toEqual({
    from: '2018-01-01',
    until: '2018-01-01',
  })
})

test('draws what has no beginning where it ends', () => {
  expect(drawnSpan({ from: '0001-01-01', until: '1999-12-31' }, today)).toMatchObject({ from: '1999-12-31' })
  expect(drawnSpan({ from: '-9999-01-01', until: '+012017-01-01' }, today)).toEqual({
    from: today,
    until: today,
  })
})

test('leaves a span that is known as it is', () => {
  const known = { key: 'k', from: '1886-06-04', until: '2025-04-22' }
  expect(drawnSpan(known, today)).toEqual(known)
})
