import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { readingLimits } from '../reading-limits.ts'
import { TextUnreadable } from '../text-unreadable.ts'
import { wordSet } from '../word-lists.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode

export const isElement = (node: HtmlNode): node is HtmlElement => defaultTreeAdapter.isElementNode(node)
export const isText = (node: HtmlNode): node is HtmlText => defaultTreeAdapter.isTextNode(node)

/** The tree of an HTML text, its nodes with their places. */
export function parseHtml(source: string): readonly HtmlNode[] {
  const { childNodes } = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  if (isDeeper(childNodes, readingLimits.depth)) throw new TextUnreadable('tooDeep')
  return childNodes
}

// Without recursion: a tree may be as deep as its text is long.
function isDeeper(nodes: readonly HtmlNode[], most: number): boolean {
  let level = nodes
  for (let depth = 0; depth <= most; depth += 1) {
    if (level.length === 0) return false
    level = level.flatMap((node) => (isElement(node) ? node.childNodes : []))
  }
  return true
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

const unread = new Set(
  'script style template noscript nav iframe object embed svg canvas head select button textarea datalist dialog audio video'.split(
    ' ',
  ),
)
const outsideRoles = new Set('navigation menu menubar search banner contentinfo'.split(' '))

/** Whether an element is never read: invisible to readers of the page, or navigation. */
export function isUnread(element: HtmlElement): boolean {
  if (unread.has(element.tagName)) return true
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true
  if (outsideRoles.has(attributeOf(element, 'role') ?? '')) return true
  const style = (attributeOf(element, 'style') ?? '').toLowerCase().replace(/\s+/g, '')
  if (/display:none|visibility:hidden|mso-hide:all|font-size:0(?![.\d])/.test(style)) return true
  // The head and foot of the whole page, not those of an article.
  return (
    /^(?:header|footer)$/.test(element.tagName) &&
    element.parentNode !== null &&
    'tagName' in element.parentNode &&
    element.parentNode.tagName === 'body'
  )
}

const blocks = wordSet(`
  address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody
  td tfoot th thead tr ul
`)

export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && blocks.has(node.tagName)
