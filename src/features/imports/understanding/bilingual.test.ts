import { expect, it } from 'vitest'
import { readMarkdown } from '../../../platform/reading/markdown/read-markdown.ts'
import { readOnce } from './bilingual.ts'

const textsOf = (markdown: string) =>
  readOnce(readMarkdown(markdown)).map((passage) => passage && `${passage.kind} ${passage.text}`)

it('reads minutes in two columns of two languages once', () => {
  const rows = [
    ['Français', '한국어'],
    ['L’accord est signé. Il entre en vigueur.', '협정이 체결되었다. 효력이 발생한다.'],
    ['La visite a eu lieu. Elle fut brève.', '방문이 있었다. 짧은 방문이었다.'],
    ['Une suite est prévue.', '후속 조치가 예정되어 있다.'],
  ]
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  expect(textsOf([head, '|---|---|', ...body].join('\n'))).toEqual(
    rows.map(([first]) => `paragraph ${first}`),
  )
})

it('leaves a table of towns in two scripts a table', () => {
  expect(textsOf('| France | 한국 |\n|---|---|\n| Brest | 여수시 |\n| Rennes | 진주시 |')).toEqual([
    'row France | 한국',
    'row Brest | 여수시',
    'row Rennes | 진주시',
  ])
})

it('takes a line that usually stands over a part of minutes for its title', () => {
  expect(textsOf('논의를 마쳤다.\n\n결정사항\n\n예산을 늘린다.')).toEqual([
    'paragraph 논의를 마쳤다.',
    'title 결정사항',
    'paragraph 예산을 늘린다.',
  ])
})
