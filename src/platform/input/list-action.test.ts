import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormValues } from './form.ts'
import { applyListAction, countParts, mostParts } from './list-action.ts'

const two: FormValues = {
  name: 'Limoges',
  'parties.0.name': 'Limoges',
  'parties.0.theme': ['culture', 'youth'],
  'parties.1.name': 'Icheon',
  'partiesOf.0.name': 'other',
}

test('adds an empty part at the end and goes to it', () => {
  expect(plain('add:parties')).toEqual({
    values: { ...two, 'parties.2.part': '' },
    focus: { list: 'parties', index: 2 },
  })
  expect(plain('add:contacts')?.values).toEqual({ ...two, 'contacts.0.part': '' })
})

test('removes a part with all it holds, and goes to what stands in its place', () => {
  expect(plain('remove:parties.0')).toEqual({
    values: { name: 'Limoges', 'parties.0.name': 'Icheon', 'partiesOf.0.name': 'other' },
    focus: { list: 'parties', index: 0 },
  })
  expect(applyListAction({ 'a.0.x': '1' }, 'remove:a.0')?.focus).toEqual({ list: 'a', index: -1 })
})

test('moves a part, and stops at both ends', () => {
  const moved = plain('down:parties.0')
  expect(moved?.focus.index).toBe(1)
  expect(moved?.values).toEqual({
    name: 'Limoges',
    'parties.1.name': 'Limoges',
    'parties.1.theme': ['culture', 'youth'],
    'parties.0.name': 'Icheon',
    'partiesOf.0.name': 'other',
  })
  expect(plain('up:parties.0')?.values).toEqual(two)
  expect(plain('down:parties.1')?.values).toEqual(two)
})

test('knows lists inside parts', () => {
  const values = { 'agreements.1.parties.0.name': 'a', 'agreements.1.parties.1.name': 'b' }
  expect({ ...applyListAction(values, 'remove:agreements.1.parties.0')?.values }).toEqual({
    'agreements.1.parties.0.name': 'b',
  })
  expect(countParts(values, 'agreements.1.parties')).toBe(2)
})

test.for(['save', '', 'remove:parties', 'remove:parties.9', 'add:parties.1', 'up:', 'drop:parties.0'])(
  'leaves “%s” to the form',
  (action) => {
    expect(applyListAction(two, action)).toBeNull()
  },
)

test('adds no more parts than a form may have', () => {
  const full = Object.fromEntries(Array.from({ length: mostParts }, (_, index) => [`a.${index}.x`, '']))
  const after = applyListAction(full, 'add:a')
  expect([countParts(after?.values ?? {}, 'a'), after?.focus.index]).toEqual([mostParts, mostParts - 1])
})

describe('whatever a form holds,', () => {
  test('adding and removing what was added changes nothing', () => {
    fc.assert(
      fc.property(forms(), (values) => {
        const count = countParts(values, 'a')
        const added = applyListAction(values, 'add:a')?.values ?? {}
        expect({ ...applyListAction(added, `remove:a.${count}`)?.values }).toEqual(values)
      }),
    )
  })

  test('moving loses no value, and moving back changes nothing', () => {
    fc.assert(
      fc.property(forms(), fc.nat(5), (values, seed) => {
        const at = seed % Math.max(1, countParts(values, 'a') - 1)
        const down = applyListAction(values, `down:a.${at}`)
        if (!down) return
        expect(Object.values(down.values).sort()).toEqual(Object.values(values).sort())
        expect({ ...applyListAction(down.values, `up:a.${down.focus.index}`)?.values }).toEqual(
          countParts(values, 'a') > 1 ? values : { ...values },
        )
      }),
    )
  })

  test('parts are numbered without holes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.nat(30).map((number) => `a.${number}.x`),
          fc.string(),
        ),
        (values) => {
          const after = applyListAction(values, 'add:a')?.values ?? {}
          const numbers = Object.keys(after).map((name) => Number(name.split('.')[1]))
          expect(numbers.sort((a, b) => a - b)).toEqual([...numbers.keys()])
        },
      ),
    )
  })
})

// Forms whose parts are numbered from 0 without holes, as they are drawn.
function forms(): fc.Arbitrary<Record<string, string>> {
  const part = fc.record({ x: fc.string(), y: fc.string() })
  return fc.tuple(fc.array(part, { maxLength: 5 }), fc.string()).map(([parts, other]) => ({
    other,
    'ab.0.x': other,
    ...Object.fromEntries(
      parts.flatMap(({ x, y }, index) => [
        [`a.${index}.x`, x],
        [`a.${index}.y`, y],
      ]),
    ),
  }))
}

function plain(action: string) {
  const change = applyListAction(two, action)
  return change && { ...change, values: { ...change.values } }
}
