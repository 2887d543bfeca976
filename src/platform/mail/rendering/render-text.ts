import type { MailBlock, MailText } from '../mail.ts'
import type { Letter } from './letter.ts'
import { labelOf, passageOf } from './passage.ts'
import { wrap } from './wrap.ts'

/** The text/plain part: one block after another, lines of 72 columns, each address whole and on a line of its own. */
export function renderText(letter: Letter): string {
  const blocks = letter.body.map((block) => renderBlock(block, letter))
  // Mail programs know a line of "-- " and fold what follows it.
  return [...blocks, `-- \n${wrap(letter.words.origin)}`].join('\n\n').concat('\n')
}

function renderBlock(block: MailBlock, { language }: Letter): string {
  const say = (text: MailText) => passageOf(text, language).text
  switch (block.kind) {
    case 'paragraph':
    case 'smallPrint':
      return wrap(say(block.text))
    case 'heading': {
      const heading = wrap(say(block.text))
      return `${heading}\n${'='.repeat(Math.min(24, heading.length))}`
    }
    case 'action':
      return `${wrap(labelOf(block.label, language))}\n${block.address}`
    case 'list':
      return block.items.map((item) => wrap(say(item), '  ', '- ')).join('\n')
    case 'quotation':
      return wrap(say({ text: block.text, language: block.language }), '> ')
    case 'facts':
      return block.facts
        .map(({ label, value }) => wrap(`${labelOf(label, language)} ${say(value)}`, '  ', ''))
        .join('\n')
  }
}
