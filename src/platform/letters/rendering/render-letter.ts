import type { Application } from '../../http/application.ts'
import { labelOf, passageOf } from '../../mail/rendering/passage.ts'
import { wrap } from '../../mail/rendering/wrap.ts'
import { type Letter, type LetterPart, type Passage, plainWords } from '../letter.ts'
import { type LetterWords, placeholders } from '../letter-words.ts'
import { renderLetterHtml } from './render-letter-html.tsx'

/**
 * The two parts of a letter’s mail, equal for all readers in its language but for the `placeholders`, which replace
 * absolute addresses. No text of the letter can become one. The HTML stays under 100 kB: items beyond that are read on the
 * site, where its last button leads.
 */
export async function renderLetter(
  { translate }: Pick<Application, 'translate'>,
  letter: Letter,
): Promise<{ html: string; text: string }> {
  const t = translate(letter.language)
  const safe = withoutBraces(letter)
  const words: LetterWords = {
    credit: t('ui.letter.credit'),
    web: t('ui.letter.web'),
    group: t('ui.letter.group'),
    reason: t('ui.letter.reason'),
    preferences: t('ui.letter.preferences'),
    unsubscribe: t('ui.letter.unsubscribe'),
  }
  return { html: await drawWithin(safe, words), text: renderLetterText(safe, words) }

  async function drawWithin(whole: Letter, said: LetterWords): Promise<string> {
    let html = await renderLetterHtml(whole, said)
    let shown = countItems(whole)
    while (Buffer.byteLength(html) > mostBytes && shown > 0) {
      shown = Math.min(shown - 1, Math.floor((shown * mostBytes) / Buffer.byteLength(html)))
      const left = countItems(whole) - shown
      const more = { label: t('ui.letter.left', { count: left }), address: whole.webAddress }
      html = await renderLetterHtml(shorten(whole, shown, more), said)
    }
    return html
  }
}

// Gmail cuts a mail off at 102 kB, in the middle of a word, and the way out at its foot with it.
const mostBytes = 98_000

/** How many items a letter has. */
function countItems({ parts }: Letter): number {
  return parts.reduce((count, part) => count + (part.kind === 'items' ? part.items.length : 0), 0)
}

/** The letter with its first items only, and a button that leads to the others. */
function shorten(letter: Letter, items: number, more: { label: string; address: string }): Letter {
  let room = items
  const parts = letter.parts.flatMap((part): LetterPart[] => {
    if (part.kind !== 'items') return [part]
    const shown = part.items.slice(0, room)
    room -= shown.length
    return shown.length === 0 ? [] : [{ ...part, items: shown }]
  })
  const label = { text: more.label, language: letter.language }
  return { ...letter, parts: [...parts, { kind: 'button', label, address: more.address }] }
}

/**
 * The letter without two braces in a row: what a person typed, in a text or an address, must not become the
 * placeholder of a reader’s own address.
 */
function withoutBraces(letter: Letter): Letter {
  return JSON.parse(JSON.stringify(letter), (key, value: unknown) => {
    if (typeof value !== 'string') return value
    return value.replaceAll('{{', /address$/i.test(key) ? '%7B%7B' : '{ {')
  })
}

/** The text/plain part: the same content in lines of 72 columns, each address whole and on a line of its own. */
function renderLetterText(letter: Letter, words: LetterWords): string {
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
