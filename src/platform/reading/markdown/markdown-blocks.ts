import { alignWords } from '../align-words.ts'
import { draftPassage, draftRow, joinPassages } from '../draft-passage.ts'
import { listHtmlBlocks } from '../html/html-blocks.ts'
import { parseHtml } from '../html/html-tree.ts'
import { sliceRuns } from '../lines/text-line.ts'
import { isKeyValue } from '../lines/wrapped-lines.ts'
import { isContentsLine, isPrintedContents } from '../printed-contents.ts'
import type { TextPassage } from '../text-document.ts'
import { runAt } from '../text-runs.ts'
import { type Block, endOf, lineOf, type MarkdownText, runsOf, startOf } from './markdown-runs.ts'

/** A passage and what it is made of, before titles are distinguished from bold paragraphs. */
export interface MarkdownBlock {
  passage: TextPassage
  /** The whole block is one bold text, or one link that leads nowhere. */
  only: 'strong' | 'dead link' | null
  /** Lines of a printed table of contents, 0 when it is none. */
  contentsLines: number
}

/** No person writes deeper quotations and lists. */
const deepest = 40

interface Place {
  depth: number
  item: number
  quoted: number
  nextTable(): number
}

/** The blocks of a text in reading order, lists and quotations opened. */
export function listBlocks(text: MarkdownText, nodes: readonly Block[]): MarkdownBlock[] {
  let tables = 0
  return flatten(text, nodes, { depth: 0, item: 0, quoted: 0, nextTable: () => ++tables })
}

function flatten(text: MarkdownText, nodes: readonly Block[], place: Place): MarkdownBlock[] {
  if (place.depth > deepest) return []
  return nodes.flatMap((node): MarkdownBlock[] => {
    if (node.type === 'paragraph')
      return bulleted(text, node, place) ?? labelled(text, node, place) ?? [flat(text, node, place)]
    if (node.type === 'heading') return [flat(text, node, place)]
    if (node.type === 'list')
      return node.children.flatMap((item) =>
        flattenItem(text, item.children, { ...place, depth: place.depth + 1, item: place.item + 1 }),
      )
    if (node.type === 'blockquote')
      return flatten(text, node.children, { ...place, depth: place.depth + 1, quoted: place.quoted + 1 })
    if (node.type === 'table') return flattenTable(text, node, place)
    if (node.type === 'html' && /^<table\b/i.test(node.value)) return flattenHtml(text, node, place)
    if (node.type === 'code' && !/^[`~]/.test(text.source.slice(startOf(node), endOf(node)).trimStart()))
      return [indented(text, node, node.value, place)]
    return []
  })
}

/** The paragraphs at the head of an item are one passage; items of a nested list, and what follows them, are passages of their own. */
function flattenItem(text: MarkdownText, nodes: readonly Block[], place: Place): MarkdownBlock[] {
  const end = nodes.findIndex((node) => node.type !== 'paragraph')
  const paragraphs = end < 0 ? nodes : nodes.slice(0, end)
  const [first, ...others] = paragraphs.map((node) => flat(text, node, place))
  const passages = others.map(({ passage }) => passage).filter(({ text }) => text !== '')
  const joined = first ? [{ ...first, passage: joinPassages(first.passage, passages) }] : []
  const item = (others.length === 0 && paragraphs[0] && pointsIn(text, paragraphs[0], place)) || joined
  // What follows a nested list is a passage of its own: joined with what came before it, it would be no quotation.
  return [...item, ...flatten(text, nodes.slice(paragraphs.length), place)]
}

/** 1. 화성시, and ㅇ on the lines beneath, which a blank line does not part from it: the item and its points; null for any other. */
function pointsIn(text: MarkdownText, node: Block, place: Place): MarkdownBlock[] | null {
  const [lead, ...points] = bulleted(text, node, place) ?? []
  return lead && points.length > 0
    ? [{ ...lead, passage: { ...lead.passage, kind: 'item', level: place.item } }, ...points]
    : null
}

function flat(text: MarkdownText, node: Block, { item, quoted }: Place): MarkdownBlock {
  const words = runsOf(text, node)
  const runs = words.length > 0 ? words : [{ text: '', at: [], end: startOf(node) }]
  const lines = runs.map(({ text }) => text).join('')
  const [child, ...others] = 'children' in node ? node.children : []
  const alone = others.length === 0 ? child : undefined
  const only =
    alone?.type === 'strong' ? 'strong' : alone?.type === 'link' && alone.url === '#' ? 'dead link' : null
  const kind = node.type === 'heading' ? 'title' : item > 0 ? 'item' : 'paragraph'
  const level = node.type === 'heading' ? node.depth : item
  const contentsLines = isPrintedContents(lines) ? lines.split('\n').length : Number(isContentsLine(lines))
  return {
    passage: draftPassage(runs, { kind, level, line: lineOf(node), ...quotedBy(quoted) }),
    only,
    contentsLines,
  }
}

/** A paragraph whose lines are « De : … », « À : … », « Date : … » each: a paragraph a line; null for any other. */
function labelled(text: MarkdownText, node: Block, { item, quoted }: Place): MarkdownBlock[] | null {
  const runs = runsOf(text, node)
  const lines = Array.from(
    runs
      .map((run) => run.text)
      .join('')
      .matchAll(/[^\n]+/g),
  ).filter(([line]) => line.trim() !== '')
  if (item > 0 || lines.length < 2 || !lines.every(([line]) => isKeyValue(line.trim()))) return null
  return lines.map(({ 0: line, index }, at) => ({
    passage: draftPassage(sliceRuns(runs, index, index + line.length), {
      kind: 'paragraph',
      line: lineOf(node) + at,
      ...quotedBy(quoted),
    }),
    only: null,
    contentsLines: 0,
  }))
}

/** A paragraph whose lines begin with ○ or ※, which are no bullets to Markdown: an item a line; null for any other. */
function bulleted(text: MarkdownText, node: Block, { item, quoted }: Place): MarkdownBlock[] | null {
  const runs = runsOf(text, node)
  const lines = runs.map((run) => run.text).join('')
  const starts = Array.from(
    lines.matchAll(
      /(?<=^|\n)[ \t]*([○◯●ㅇ◦◇◆▪▫■□※❍▶▸►▹‣→⇒➜➔➤✓✔•∙–—-]|[①-⑮]|[가나다라마바사아자차카타파하][.)](?= )|·(?= )) *(?=\S)/gu,
    ),
  )
  const first = starts[0]
  if (!first || first[1] === '-') return null
  // One dash at the head of a line may go on with a sentence; two make a list.
  if (/^(?:[–—·]|[나-하][.)])$/u.test(first[1] ?? '') && starts.length < 2) return null
  const lead = first.index > 0 ? [{ from: 0, to: first.index, mark: 0 }] : []
  const pieces = [
    ...lead,
    ...starts.map(({ index, 0: mark }, at) => ({
      from: index,
      to: starts[at + 1]?.index ?? lines.length,
      mark: mark.length,
    })),
  ]
  return pieces.map(({ from, to, mark }) => {
    const line = lineOf(node) + (lines.slice(0, from).match(/\n/g)?.length ?? 0)
    const words = lines.slice(from + mark, to)
    const kind =
      mark === 0 ? 'paragraph' : isBoxTitle(lines.slice(from, from + mark), words) ? 'title' : 'item'
    const level = kind === 'title' ? 5 : kind === 'item' ? item + 1 : 0
    return {
      passage: draftPassage(sliceRuns(runs, from + mark, to), { kind, level, line, ...quotedBy(quoted) }),
      only: null,
      contentsLines: 0,
    }
  })
}

const quotedBy = (quoted: number) => (quoted > 0 ? { quoted } : {})

/** □ 결정 사항: a few words behind a box, no sentence, no field of a form and no name with its bracket. */
const isBoxTitle = (mark: string, words: string) =>
  /[□■]/u.test(mark) && words.trim().length <= 40 && !/[:：.;,(]|[다음함임]\s*$/u.test(words)

function flattenTable(
  text: MarkdownText,
  node: Extract<Block, { type: 'table' }>,
  place: Place,
): MarkdownBlock[] {
  const table = place.nextTable()
  return node.children.map((row, index) => {
    const cells = row.children.map((cell) => ({ runs: runsOf(text, cell), isHead: index === 0 }))
    const start = { text: '', at: [], end: startOf(row) }
    const placed = cells.map(({ runs, isHead }) => ({ runs: runs.length > 0 ? runs : [start], isHead }))
    return {
      passage: draftRow(placed, { table, line: lineOf(row), ...quotedBy(place.quoted) }),
      only: null,
      contentsLines: 0,
    }
  })
}

/** Programs that turn documents into Markdown leave the tables with merged cells in HTML. */
function flattenHtml(text: MarkdownText, node: Block, place: Place): MarkdownBlock[] {
  const [start, line] = [startOf(node), lineOf(node) - 1]
  const html = text.source.slice(start, endOf(node))
  const blocks = listHtmlBlocks(html, parseHtml(html))
  const table = blocks.some(({ passage }) => passage.table !== null) ? place.nextTable() : null
  return blocks.map(({ passage }) => ({
    passage: {
      ...passage,
      at: passage.at.map((at) => at + start),
      line: passage.line + line,
      table: passage.table === null ? null : table,
    },
    only: null,
    contentsLines: 0,
  }))
}

// Lines set in by four spaces are code to Markdown; in a pasted text they are a paragraph set in.
function indented(text: MarkdownText, node: Block, words: string, { quoted }: Place): MarkdownBlock {
  const at = alignWords(words, text.source, startOf(node), endOf(node), 'code')
  const run = { ...runAt(words, 0), at, end: endOf(node) }
  return {
    passage: draftPassage([run], { kind: 'paragraph', line: lineOf(node), ...quotedBy(quoted) }),
    only: null,
    contentsLines: 0,
  }
}
