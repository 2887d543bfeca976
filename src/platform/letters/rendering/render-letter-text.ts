import { labelOf, passageOf } from '../../mail/rendering/passage.ts'
import { wrap } from '../../mail/rendering/wrap.ts'
import { type Letter, type LetterPart, type Passage, plainWords } from '../letter.ts'
import { type LetterWords, placeholders } from '../letter-words.ts'

/** The text/plain part: the same content in lines of 72 columns, each address whole and on a line of its own. */
export function renderLetterText(letter: Letter, words: LetterWords): string {
  const say = (passage: Passage) => wrap(plain(passage, letter.language))
  const blocks = [
    [wrap(letter.sender), wrap(letter.heading)].join('\n'),
    underlined(say(letter.title), '='),
    letter.introduction && say(letter.introduction),
    ...letter.parts.map((part) => renderPart(part, letter, words)),
    [
      // Mail programs know a line of "-- " and fold what follows it.
      '-- ',
      wrap(words.reason),
      ...(letter.counting ? [wrap(letter.counting.notice)] : []),
      ...[
        [words.web, letter.webAddress],
        [words.group, letter.groupAddress],
        [words.preferences, placeholders.preferences],
        [words.unsubscribe, placeholders.unsubscribe],
      ].map(([label = '', address]) => `${wrap(labelOf(label, letter.language))}\n${address}`),
    ].join('\n'),
  ]
  return `${blocks.filter((block) => block !== null).join('\n\n')}\n`
}

function renderPart(part: LetterPart, { language }: Letter, words: LetterWords): string {
  const say = (passage: Passage) => plain(passage, language)
  switch (part.kind) {
    case 'items':
      return [
        underlined(wrap(say(part.title)), '-'),
        ...part.items.map(({ title, text, facts, credit, address }) =>
          [
            wrap(say(title), '  ', '* '),
            ...facts.map((fact) => wrap(plain({ text: fact, language }, language), '  ')),
            ...(text ? [wrap(say(text), '  ')] : []),
            ...(credit ? [wrap(`${labelOf(words.credit, language)} ${say(credit)}`, '  ')] : []),
            ...(address === null ? [] : [`  ${address}`]),
          ].join('\n'),
        ),
        ...(part.more ? [`${wrap(labelOf(part.more.label, language))}\n${part.more.address}`] : []),
      ].join('\n\n')
    case 'text':
      return [part.title && underlined(wrap(say(part.title)), '-'), wrap(say(part.text))]
        .filter((block) => block !== null)
        .join('\n\n')
    case 'picture':
      return wrap(
        `[${[part.alternative, part.caption].flatMap((each) => (each ? say(each) : [])).join(' – ')}]`,
      )
    case 'quote':
      return [wrap(say(part.text), '> '), ...(part.author === '' ? [] : [wrap(`— ${part.author}`)])].join(
        '\n',
      )
    case 'button':
      return `${wrap(labelOf(say(part.label), language))}\n${part.address}`
  }
}

function underlined(heading: string, line: string): string {
  return `${heading}\n${line.repeat(Math.min(24, heading.length))}`
}

function plain(passage: Passage, language: string): string {
  return plainWords({ ...passage, ...passageOf(passage, language), language })
}
