import { escapeXml } from '../../../../platform/documents/xml.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { textPieces } from '../../../../platform/i18n/web-addresses.ts'
import { type Letter, type LetterPart, plainWords } from '../../../../platform/letters/letter.ts'
import { labelOf } from '../../../../platform/mail/rendering/passage.ts'

/** A letter as simple HTML for news readers, without its looks. */
export function letterHtml({ introduction, parts, language }: Letter, t: Translate): string {
  const credited = labelOf(t('ui.letter.credit'), language)
  return [
    introduction ? prose(plainWords(introduction)) : '',
    ...parts.map((part) => partHtml(part, credited)),
  ].join('')
}

function partHtml(part: LetterPart, credited: string): string {
  switch (part.kind) {
    case 'items':
      return `<h2>${escapeXml(plainWords(part.title))}</h2><ul>${part.items.map((item) => itemHtml(item, credited)).join('')}</ul>${part.more ? `<p>${linkTo(part.more.address, part.more.label)}</p>` : ''}`
    case 'text':
      return (
        (part.title ? `<h2>${escapeXml(plainWords(part.title))}</h2>` : '') + prose(plainWords(part.text))
      )
    case 'quote':
      return `<blockquote>${prose(plainWords(part.text))}${paragraph(part.author)}</blockquote>`
    case 'button':
      return `<p>${linkTo(part.address, plainWords(part.label))}</p>`
    case 'picture':
      return `<p><img src="${escapeXml(part.address)}" alt="${escapeXml(plainWords(part.alternative))}"/></p>${paragraph(part.caption ? plainWords(part.caption) : '')}`
  }
}

type Item = Extract<LetterPart, { kind: 'items' }>['items'][number]

function itemHtml({ title, text, facts, credit, address }: Item, credited: string): string {
  const name = address === null ? escapeXml(plainWords(title)) : linkTo(address, plainWords(title))
  const told = [
    paragraph(facts.join(' · ')),
    prose(text ? plainWords(text) : ''),
    paragraph(credit ? `${credited} ${plainWords(credit)}` : ''),
  ]
  return `<li><p>${name}</p>${told.join('')}</li>`
}

const linkTo = (address: string, words: string) => `<a href="${escapeXml(address)}">${escapeXml(words)}</a>`

function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escapeXml(text).replaceAll('\n', '<br/>')}</p>`
}

/** Prose in which addresses become links. */
function prose(text: string): string {
  if (text === '') return ''
  const pieces = textPieces(text).map((piece) =>
    piece.address === null
      ? escapeXml(piece.text).replaceAll('\n', '<br/>')
      : linkTo(piece.address, piece.text),
  )
  return `<p>${pieces.join('')}</p>`
}
