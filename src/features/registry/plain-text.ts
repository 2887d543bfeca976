import type { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'

export type Block = ReturnType<typeof fromMarkdown>['children'][number]

/** The words of a Markdown node without its markup; `lines` keeps the line ends of the source. */
export function plainText(node: Block, spacing: 'collapsed' | 'lines' = 'collapsed'): string {
  const text = words(node).normalize('NFC')
  return spacing === 'lines' ? text : collapse(text)
}

/** Collapses breakable white space only: French no-break spaces belong to the text. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').trim()
}

function words(node: Block): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
  if ('children' in node) return node.children.map(words).join('')
  return textOf(node)
}
