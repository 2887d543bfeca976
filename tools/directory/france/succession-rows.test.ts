import { describe, expect, it } from 'vitest'
import { communeLives } from './commune-lives.ts'
import { communeSuccessions } from './succession-rows.ts'

const movement = (kind: string, on: string, before: string, after: string, name = after) => ({
  kind,
  on,
  before: { code: before, name: before },
  after: { code: after, name },
})

const told = (movements: ReturnType<typeof movement>[]) =>
  communeSuccessions(communeLives(movements)).map(({ predecessor, successor, on, kind }) => [
    predecessor.replace('FR:commune:', ''),
    kind,
    successor.replace('FR:commune:', ''),
    on,
  ])

describe('successions of communes', () => {
  it('follow a chain of mergers through the earlier life of a code', () => {
    expect(
      told([
        movement('31', '1972-01-01', 'A', 'B'),
        movement('31', '1972-01-01', 'B', 'B'),
        movement('32', '2017-01-01', 'B', 'B', 'Neuve'),
        movement('32', '2017-01-01', 'C', 'B', 'Neuve'),
      ]),
    ).toEqual([
      ['A', 'absorption', 'B@1943-01-01', '1972-01-01'],
      ['B@1943-01-01', 'merger', 'B', '2017-01-01'],
      ['C', 'merger', 'B', '2017-01-01'],
    ])
  })

  it('find a successor whose code has changed since', () => {
    expect(
      told([
        movement('31', '1972-01-01', 'A', 'B'),
        movement('31', '1972-01-01', 'B', 'B'),
        movement('50', '2024-01-01', 'B', 'D', 'B'),
      ]),
    ).toEqual([['A', 'absorption', 'D', '1972-01-01']])
  })

  it('tell of a commune set up again as a split from the one that goes on', () => {
    expect(told([movement('21', '1985-01-01', 'B', 'A'), movement('21', '1985-01-01', 'B', 'B')])).toEqual([
      ['B', 'split', 'A', '1985-01-01'],
    ])
  })
})
