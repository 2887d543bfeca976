import { describe, expect, it } from 'vitest'
import { type CommuneMovement, communeLives } from './commune-lives.ts'

const move = (
  kind: string,
  on: string,
  before: [string, string],
  after: [string, string],
): CommuneMovement => ({
  kind,
  on,
  before: { code: before[0], name: before[1] },
  after: { code: after[0], name: after[1] },
})
const brief = (movements: CommuneMovement[]) =>
  communeLives(movements).map(({ code, name, from, until, into }) => ({ code, name, from, until, into }))

describe('the lives of communes', () => {
  it('end when a commune nouvelle of another name takes the code, and a new one begins that day', () => {
    const lives = brief([
      move('32', '2016-01-01', ['14762', 'Vire'], ['14762', 'Vire Normandie']),
      move('32', '2016-01-01', ['14730', 'Vaudry'], ['14762', 'Vire Normandie']),
    ])
    expect(lives).toEqual([
      { code: '14762', name: 'Vire', from: '', until: '2016-01-01', into: ['14762'] },
      { code: '14730', name: 'Vaudry', from: '', until: '2016-01-01', into: ['14762'] },
      { code: '14762', name: 'Vire Normandie', from: '2016-01-01', until: '', into: [] },
    ])
  })

  it('go on when a commune absorbs others and keeps its name', () => {
    const lives = brief([
      move('32', '2017-01-01', ['74010', 'Annecy'], ['74010', 'Annecy']),
      move('32', '2017-01-01', ['74268', 'Seynod'], ['74010', 'Annecy']),
    ])
    expect(lives).toEqual([
      { code: '74268', name: 'Seynod', from: '', until: '2017-01-01', into: ['74010'] },
      { code: '74010', name: 'Annecy', from: '', until: '', into: [] },
    ])
  })

  it('go on under another name or another code, and remember the old one', () => {
    const [life] = communeLives([
      move('41', '1968-01-01', ['78001', 'Ancien'], ['91001', 'Ancien']),
      move('10', '1990-01-01', ['91001', 'Ancien'], ['91001', 'Nouveau']),
    ])
    expect(life).toMatchObject({
      code: '91001',
      name: 'Nouveau',
      formerCodes: ['78001'],
      formerNames: ['Ancien'],
    })
  })

  it('are two when a commune was merged and set up again', () => {
    const lives = brief([
      move('31', '1973-01-01', ['15031', 'Celles'], ['15141', 'Neussargues']),
      move('31', '1973-01-01', ['15141', 'Neussargues'], ['15141', 'Neussargues']),
      move('21', '1985-01-01', ['15141', 'Neussargues'], ['15031', 'Celles']),
      move('21', '1985-01-01', ['15141', 'Neussargues'], ['15141', 'Neussargues']),
    ])
    expect(lives.filter(({ code }) => code === '15031')).toEqual([
      { code: '15031', name: 'Celles', from: '', until: '1973-01-01', into: ['15141'] },
      { code: '15031', name: 'Celles', from: '1985-01-01', until: '', into: [] },
    ])
  })
})
