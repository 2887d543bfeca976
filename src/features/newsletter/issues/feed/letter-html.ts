import { escapeXml } from '../../../../platform/documents/xml.ts'
import { type Letter, type LetterPart, plainWords } from '../../../../platform/letters/letter.ts'

/** A letter as a little HTML for news readers: what it says, without how it looks. */
export function letterHtml({ introduction, parts }: Letter): string {
  return [introduction ? paragraph(plainWords(introduction)) : '', ...parts.map(partHtml)].join('')
}

function partHtml(part: LetterPart): string {
  switch (part.kind) {
    case 'items':
      return `<h2>${escapeXml(plainWords(part.title))}</h2><ul>${part.items.map(itemHtml).join('')}</ul>${part.more ? `<p>${linkTo(part.more.address, part.more.label)}</p>` : ''}`
    case 'text':
      return (
        (part.title ? `<h2>${escapeXml(plainWords(part.title))}</h2>` : '') + paragraph(plainWords(part.text))
      )
    case 'quote':
      return `<blockquote>${paragraph(plainWords(part.text))}${paragraph(part.author)}</blockquote>`
    case 'button':
      return `<p>${linkTo(part.address, plainWords(part.label))}</p>`
    case 'picture':
      return `<p><img src="${escapeXml(part.address)}" alt="${escapeXml(plainWords(part.alternative))}"/></p>`
  }
}

function itemHtml({ title, text, facts, address }: Extract<LetterPart, { kind: 'items' }>['items'][number]) {
  const name = address === null ? escapeXml(plainWords(title)) : linkTo(address, plainWords(title))
  return `<li><p>${name}</p>${paragraph(facts.join(' · '))}${paragraph(text ? plainWords(text) : '')}</li>`
}

const linkTo = (address: string, words: string) => `<a href="${escapeXml(address)}">${escapeXml(words)}</a>`

function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escapeXml(text).replaceAll('\n', '<br/>')}</p>`
}
