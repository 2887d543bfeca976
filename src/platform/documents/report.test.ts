import { expect, test } from 'vitest'
import { drawnBlocks, type ReportBlock } from './report.ts'

const say = (text: string) => [{ text }]
const picture = (caption: string): ReportBlock => {
  const place = { kind: 'picture', picture: 0, width: 1, height: 1 } as const
  return { ...place, alternative: say('Barres'), caption: say(caption) }
}

test('a caption that only repeats the heading above it is left out, any other stays', () => {
  const heading: ReportBlock = { kind: 'heading', level: 1, passage: say('Thèmes') }
  const drawn = drawnBlocks([heading, picture('Thèmes'), picture('Thèmes en 2017')])
  expect(drawn).toEqual([heading, { ...picture('Thèmes'), caption: [] }, picture('Thèmes en 2017')])
})

test.each([
  ['numbers, with signs, groups and parts', ['1', '34\u202f875', '1,254', '−3', '0,5', '16\u00a0%'], true],
  ['a dash: nobody gave it', ['1', '–'], true],
  ['dashes alone', ['–', '–'], false],
  ['years are names', ['2017', '2018'], false],
  ['words among them', ['1', 'année non renseignée'], false],
  ['days', ['2017-07-08', '2018-01-01'], false],
  ['nothing', [], false],
])('knows which columns are figures: %s', (_what, cells, isFigures) => {
  const rows = cells.map((cell) => [say(cell)])
  expect(drawnBlocks([{ kind: 'table', columns: ['a'], rows }])).toMatchObject([{ figures: [isFigures] }])
})
