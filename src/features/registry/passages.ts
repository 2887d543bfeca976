import { fromMarkdown } from 'mdast-util-from-markdown'
import { documentLanguage } from './document-language.ts'
import { type Block, plainText } from './plain-text.ts'

/**
 * One paragraph or list item of a document. `heading` is the path of titles above it, `headingId` the `{#id}`
 * of the nearest one, `paragraph` its 1-based number under that title, `text` plain text (NFC, white space
 * collapsed, no-break spaces kept), `line` the line of the source on which it begins.
 */
export interface Passage {
  heading: string[]
  headingId: string | null
  paragraph: number
  text: string
  line: number
  language: string | null
}

/** The passages of a Markdown document in reading order; a printed table of contents is left out. */
export function readPassages(markdown: string): Passage[] {
  const language = documentLanguage(markdown)
  const passages: Passage[] = []
  let path: Title[] = []
  let paragraph = 0
  let cut: Passage | null = null

  for (const block of flatten(fromMarkdown(markdown).children)) {
    const title = readTitle(block, path)
    if (title) {
      path = openTitle(path, title)
      paragraph = 0
      cut = null
      continue
    }
    const text = block.text
    if (text === '' || isTableOfContents(block)) continue
    if (cut && block.kind === 'paragraph' && startsInLowerCase(text)) {
      cut.text = `${cut.text} ${text}`
      if (endsSentence(text)) cut = null
      continue
    }
    paragraph += 1
    const passage = {
      heading: path.map(({ text: name }) => name),
      headingId: path.at(-1)?.id ?? null,
      paragraph,
      text,
      line: block.line,
      language,
    }
    passages.push(passage)
    cut = block.kind === 'paragraph' && !endsSentence(text) ? passage : null
  }
  return passages
}

interface Title {
  text: string
  id: string | null
  depth: number
}

interface FlatBlock {
  kind: 'heading' | 'paragraph' | 'item'
  depth: number
  text: string
  raw: string
  line: number
  only: 'strong' | 'dead link' | null
}

function flatten(blocks: Block[]): FlatBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading' || block.type === 'paragraph') return [flat(block, block.type)]
    if (block.type === 'list') return block.children.flatMap((item) => flattenItem(item.children))
    if (block.type === 'blockquote') return flatten(block.children)
    return []
  })
}

/** The paragraphs of one item are one passage; items of a nested list are passages of their own. */
function flattenItem(blocks: Block[]): FlatBlock[] {
  const own = blocks.filter((block) => block.type === 'paragraph').map((block) => flat(block, 'item'))
  const first = own[0]
  const item = first ? [{ ...first, text: own.map(({ text }) => text).join(' ') }] : []
  return [...item, ...flatten(blocks.filter((block) => block.type !== 'paragraph'))]
}

function flat(block: Block, kind: FlatBlock['kind']): FlatBlock {
  const raw = plainText(block, 'lines')
  const children = 'children' in block ? block.children : []
  const child = children.length === 1 ? children[0] : undefined
  const only =
    child?.type === 'strong' ? 'strong' : child?.type === 'link' && child.url === '#' ? 'dead link' : null
  const depth = block.type === 'heading' ? block.depth : 0
  return { kind, depth, text: plainText(block), raw, line: block.position?.start.line ?? 0, only }
}

/** A bold line alone is a title; a title that is nothing but a dead link is a resource that a converter promoted. */
function readTitle(block: FlatBlock, path: Title[]): Title | null {
  if (block.kind === 'heading' && block.only === 'dead link') return null
  const bold = block.kind === 'paragraph' && block.only === 'strong'
  if (block.kind !== 'heading' && !bold) return null
  const id = block.text.match(/\s*\{#([a-z0-9-]+)\}$/)
  const text = id ? block.text.slice(0, id.index) : block.text
  return { text, id: id?.[1] ?? null, depth: bold ? Math.max(3, path.at(-1)?.depth ?? 0) : block.depth }
}

function openTitle(path: Title[], title: Title): Title[] {
  const level = isPair(title.text) ? path.findIndex(({ text }) => isPair(text)) : -1
  const above = level >= 0 ? path.slice(0, level) : path.filter(({ depth }) => depth < title.depth)
  return [...above, title]
}

/** "A – B": two pairs are never one above the other, though minutes put some of them a level deeper. */
const isPair = (text: string) => /\S [–—] \S/.test(text)

function isTableOfContents({ raw }: FlatBlock): boolean {
  const lines = raw.split('\n')
  return lines.length > 2 && lines.filter((line) => /\.{4,}\s*\d+\s*$/.test(line)).length * 2 > lines.length
}

const endsSentence = (text: string) => /[.!?…:;](?:[\s)\]»”"]*)$/u.test(text)
const startsInLowerCase = (text: string) => /^\p{Ll}/u.test(text)
