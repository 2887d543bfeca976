import { expect, test } from 'vitest'
import { baseMap } from './base-map.ts'
import { thin } from './outline-path.ts'

test('draws metropolitan France, not the ocean between it and Guiana', () => {
  const [france] = baseMap(['FR', 'KR']).insets
  expect(france?.code).toBe('FR')
  expect((france?.width ?? 0) / (france?.height ?? 1)).toBeCloseTo(1.05, 1)
  expect(france?.project([1.26, 45.83])).not.toBeNull()
  expect(france?.project([-52.3, 4.9])).toBeNull()
})

test('places north above south and west before east', () => {
  const [france, korea] = baseMap(['FR', 'KR']).insets
  const [lille, marseille] = [france?.project([3.06, 50.63]), france?.project([5.37, 43.3])]
  const [incheon, busan] = [korea?.project([126.7, 37.46]), korea?.project([129.08, 35.18])]
  expect(lille?.[1]).toBeLessThan(marseille?.[1] ?? 0)
  expect(incheon?.[0]).toBeLessThan(busan?.[0] ?? 0)
})

test('stays light: the land of both countries, their neighbours and the world in under 32 kB', () => {
  const { insets, world } = baseMap(['FR', 'KR'])
  const paths = [
    ...insets.flatMap(({ land, around }) => [land, around]),
    world.land,
    world.arc,
    ...world.countries,
  ]
  expect(paths.join('').length).toBeLessThan(32_000)
  expect(paths.every((path) => path.length > 0)).toBe(true)
})

test('draws a set of countries once', () => {
  expect(baseMap(['FR', 'KR'])).toBe(baseMap(['FR', 'KR']))
  expect(baseMap(['KR', 'FR'])).not.toBe(baseMap(['FR', 'KR']))
})

test('draws any country, and an empty sheet for one that the atlas does not know', () => {
  const drawn = baseMap(['MA', 'US', 'JP', 'NZ', 'XX'])
  for (const { code, land } of drawn.insets) expect(land.length > 100).toBe(code !== 'XX')
})

test('thins a coast without moving it further than allowed', () => {
  const line: [number, number][] = [
    [0, 0],
    [1, 0.1],
    [2, 0],
    [3, 5],
    [4, 0],
  ]
  expect(thin(line, 0.5)).toEqual([
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 0],
  ])
})
