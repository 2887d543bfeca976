import { fromMarkdown } from 'mdast-util-from-markdown'

/** A run of text; `href` is set for a link to a web page. */
export interface TextRun {
  text: string
  isStrong: boolean
  isStressed: boolean
  href: string | null
}

/** The blocks of a Markdown text, in order. */
export type TextBlock =
  | { kind: 'paragraph' | 'title' | 'quotation'; runs: TextRun[] }
  | { kind: 'list'; isOrdered: boolean; items: TextRun[][] }

type Block = ReturnType<typeof fromMarkdown>['children'][number]

/**
 * Reads the Markdown of minutes: paragraphs, titles, lists, quotations, emphasis, links. HTML is read as text, links with schemes other
 * than http lead nowhere, and a `#` keeps its label.
 */
export function readBlocks(markdown: string): TextBlock[] {
  return fromMarkdown(boundMarks(markdown)).children.flatMap(blocksOf)
}

/** The words of a text without markup, one paragraph a line. */
export function plainWords(markdown: string): string {
  const words = (runs: TextRun[]) => runs.map(({ text }) => text).join('')
  return readBlocks(markdown)
    .flatMap((block) => (block.kind === 'list' ? block.items.map(words) : [words(block.runs)]))
    .join('\n')
}

/** Converts notes, typed one thought a line, to Markdown: each line becomes a paragraph, or an item if it is marked as one. */
export function asParagraphs(notes: string): string {
  const lines = notes.replaceAll('\r\n', '\n').trimEnd().split('\n')
  return lines
    .map((line, index) => {
      const before = lines[index - 1] ?? ''
      const goesOn = before === '' || line === '' || /^\s/.test(line) || (isItem(line) && isItem(before))
      return index > 0 && !goesOn ? `\n${line}` : line
    })
    .join('\n')
}

function isItem(line: string): boolean {
  return /^(?:[-*+>]|\d+[.)]) /.test(line)
}

function blocksOf(block: Block): TextBlock[] {
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(block.children) }]
    case 'heading':
      return [{ kind: 'title', runs: runsOf(block.children) }]
    case 'blockquote':
      return block.children
        .flatMap(blocksOf)
        .map((inner) => (inner.kind === 'list' ? inner : { ...inner, kind: 'quotation' }))
    case 'list':
      return [{ kind: 'list', isOrdered: block.ordered === true, items: block.children.flatMap(itemsOf) }]
    case 'html':
    case 'code':
      return [{ kind: 'paragraph', runs: [plain(block.value)] }]
    default:
      return []
  }
}

// A list within an item continues at the item’s level: minutes are no outliner.
function itemsOf(item: Block): TextRun[][] {
  if (!('children' in item)) return []
  const own = item.children.flatMap((child) => (child.type === 'paragraph' ? runsOf(child.children) : []))
  const inner = item.children.flatMap((child) =>
    child.type === 'list' ? child.children.flatMap(itemsOf) : [],
  )
  return [...(own.length > 0 ? [own] : []), ...inner]
}

interface Style {
  isStrong: boolean
  isStressed: boolean
  href: string | null
}

const noStyle: Style = { isStrong: false, isStressed: false, href: null }

function runsOf(nodes: readonly Block[], style: Style = noStyle): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    if (node.type === 'text' || node.type === 'html' || node.type === 'inlineCode')
      return [{ ...style, text: node.value }]
    if (node.type === 'break') return [{ ...style, text: '\n' }]
    if (node.type === 'strong') return runsOf(node.children, { ...style, isStrong: true })
    if (node.type === 'emphasis') return runsOf(node.children, { ...style, isStressed: true })
    if (node.type === 'link') return runsOf(node.children, { ...style, href: webAddress(node.url) })
    if (node.type === 'image') return [{ ...style, text: node.alt ?? '' }]
    return 'children' in node ? runsOf(node.children, style) : []
  })
}

function webAddress(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.href : null
}

function plain(text: string): TextRun {
  return { ...noStyle, text }
}

// Markdown marks, and the look-alikes that replace them where there are too many: as wide, and no mark.
const asWords: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '[': '［',
  '\\': '＼',
  '`': '｀',
  '<': '＜',
  '&': '＆',
  '>': '›',
  ' ': '\u00a0',
}

const mostMarks = 400
const mostInBlock = 2_400
const mostNested = 12

/**
 * Replaces the marks in Markdown that exceed what any author means. A parser’s time grows with the square of their number, so thousands in
 * one paragraph, or deeply nested lists, would stop the server. Marks become words beyond 400 in a paragraph or an item, 2,400 up to the
 * next empty line or title, and 12 nested lists or quotations. All positions in the text stay the same.
 */
export function boundMarks(source: string): string {
  let [marks, inBlock] = [0, 0]
  const isTooMany = () => {
    marks++
    inBlock++
    return marks > mostMarks || inBlock > mostInBlock
  }
  return source
    .split('\n')
    .map((line) => {
      if (/^[ \t]*$|^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)) [marks, inBlock] = [0, 0]
      // What looks like an item is one only in a list: within a paragraph it may be words that go on.
      else if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) marks = 0
      return withFewerMarks(withFewerNested(line), isTooMany)
    })
    .join('\n')
}

const withFewerMarks = (line: string, isTooMany: () => boolean) =>
  line.replaceAll(/[*_[\\`<&]/g, (mark) => (isTooMany() ? (asWords[mark] ?? mark) : mark))

function withFewerNested(line: string): string {
  const container = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y
  let end = 0
  for (let nested = 0; nested <= mostNested; nested++) {
    if (!container.test(line)) return line
    if (nested < mostNested) end = container.lastIndex
  }
  const lead = /[ \t>\d.)*+-]*/y
  lead.lastIndex = end
  lead.test(line)
  const over = line.slice(end, lead.lastIndex).replaceAll(/[ >*]/g, (mark) => asWords[mark] ?? mark)
  return line.slice(0, end) + over + line.slice(lead.lastIndex)
}
