import { type DraftCell, draftPassage, draftRow, joinPassages } from '../draft-passage.ts'
import type { TextPassage } from '../text-document.ts'
import type { Run } from '../text-runs.ts'
import { runsOfNodes } from './html-runs.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isBlock, isElement, isUnread } from './html-tree.ts'

export interface HtmlBlock {
  passage: TextPassage
  /** Its words with their line ends. */
  lines: string
}

/** The blocks of a page in reading order. */
export function listHtmlBlocks(source: string, nodes: readonly HtmlNode[]): HtmlBlock[] {
  return new BlockReader(source).blocks(nodes, 0)
}

class BlockReader {
  readonly #source: string
  #tables = 0
  #quoted = 0

  constructor(source: string) {
    this.#source = source
  }

  blocks(nodes: readonly HtmlNode[], item: number): HtmlBlock[] {
    const found: HtmlBlock[] = []
    let inline: HtmlNode[] = []
    const flush = () => {
      if (inline.length > 0) found.push(...this.#text(inline, item))
      inline = []
    }
    for (const node of nodes) {
      if (isElement(node) && isUnread(node)) continue
      if (!holdsBlock(node)) {
        inline.push(node)
        continue
      }
      flush()
      if (isElement(node)) found.push(...this.#block(node, item))
    }
    flush()
    return found
  }

  #block(element: HtmlElement, item: number): HtmlBlock[] {
    const { tagName, childNodes } = element
    const rank = /^h([1-6])$/.exec(tagName)?.[1]
    if (rank) return this.#text(childNodes, item, Number(rank))
    if (tagName === 'table') {
      const rows = readHtmlTable(this.#source, element, this.#tables + 1)
      if (rows) this.#tables += 1
      return rows ? rows.map((passage) => ({ passage, lines: '' })) : this.blocks(childNodes, item)
    }
    if (tagName === 'ul' || tagName === 'ol') return this.blocks(childNodes, item + 1)
    if (tagName === 'blockquote') {
      this.#quoted += 1
      const quoted = this.blocks(childNodes, item)
      this.#quoted -= 1
      return quoted
    }
    if (tagName === 'dl') return this.#terms(childNodes, item)
    if (tagName === 'li') return joinItem(this.blocks(childNodes, Math.max(1, item)), Math.max(1, item))
    return this.blocks(childNodes, item)
  }

  /** A list of terms: « term : what it is » where that is one line; else the term is the title of its description. */
  #terms(nodes: readonly HtmlNode[], item: number): HtmlBlock[] {
    return groupsOf(nodes).flatMap(({ terms, said, others }): HtmlBlock[] => {
      const below = said.flatMap((node) => this.blocks(node.childNodes, item))
      const [only, ...more] = below
      const [term, ...synonyms] = terms.flatMap((node) => this.#text(node.childNodes, Math.max(1, item)))
      const rest = this.blocks(others, item)
      if (!term || synonyms.length > 0 || !only)
        return [...terms.flatMap((node) => this.blocks(node.childNodes, item)), ...below, ...rest]
      if (more.length === 0 && only.passage.table === null && !only.lines.trim().includes('\n'))
        return [{ ...term, passage: joinPassages(term.passage, [only.passage], ' : ') }, ...rest]
      return [...terms.flatMap((node) => this.#text(node.childNodes, item, 6)), ...below, ...rest]
    })
  }

  #text(nodes: readonly HtmlNode[], item: number, rank = 0): HtmlBlock[] {
    const runs = runsOfNodes(this.#source, nodes)
    const lines = runs.map(({ text }) => text).join('')
    if (lines.trim() === '') return []
    const kind = rank > 0 ? 'title' : item > 0 ? 'item' : 'paragraph'
    return [
      {
        passage: draftPassage(runs, {
          kind,
          level: rank || item,
          line: lineOf(this.#source, runs, nodes),
          ...(this.#quoted > 0 ? { quoted: this.#quoted } : {}),
        }),
        lines,
      },
    ]
  }
}

interface TermGroup {
  terms: HtmlElement[]
  said: HtmlElement[]
  /** Nodes that do not belong in such a list, but occur in it. */
  others: HtmlNode[]
}

/** The terms of a list of terms, each with its description; a `div` may hold a group. */
function groupsOf(nodes: readonly HtmlNode[]): TermGroup[] {
  const groups: TermGroup[] = []
  for (const node of nodes) {
    if (!isElement(node) || isUnread(node)) continue
    const last = groups.at(-1)
    if (node.tagName === 'div') groups.push(...groupsOf(node.childNodes))
    else if (node.tagName === 'dt' && last?.said.length === 0 && last.others.length === 0)
      last.terms.push(node)
    else if (node.tagName === 'dt') groups.push({ terms: [node], said: [], others: [] })
    else if (node.tagName === 'dd' && last) last.said.push(node)
    else groups.push({ terms: [], said: [], others: [node] })
  }
  return groups
}

/** The paragraphs of one item that follow one another are one passage; a title or an item of a nested list between them parts them. */
function joinItem(blocks: HtmlBlock[], level: number): HtmlBlock[] {
  const isOwn = ({ passage }: HtmlBlock) => passage.kind === 'item' && passage.level === level
  const joined: HtmlBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && isOwn(last) && isOwn(block)) last.passage = joinPassages(last.passage, [block.passage])
    else joined.push({ ...block })
  }
  return joined
}

function holdsBlock(node: HtmlNode): boolean {
  return isBlock(node) || (isElement(node) && !isUnread(node) && node.childNodes.some(holdsBlock))
}

// The line of the first word, which need not be that of the element.
function lineOf(source: string, runs: readonly Run[], nodes: readonly HtmlNode[]): number {
  const node = nodes.find(({ sourceCodeLocation }) => sourceCodeLocation)
  const place = node?.sourceCodeLocation
  if (!place) return 0
  const first = runs.find(({ text }) => text.trim() !== '')
  const lead = first ? first.text.length - first.text.trimStart().length : 0
  const at = first?.at[lead] ?? place.startOffset
  return place.startLine + (source.slice(place.startOffset, at).match(/\r\n|\r|\n/g)?.length ?? 0)
}

/** The rows of a table, its merged cells followed by empty ones; null for a table that only lays out a page. */
function readHtmlTable(source: string, table: HtmlElement, number: number): TextPassage[] | null {
  const rows = rowsOf(table)
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length))
  if (widest < 2 || rows.some(({ cells }) => cells.some((cell) => holdsTable(cell.childNodes)))) return null
  const hanging: number[] = []
  return rows.map(({ row, cells, isHead }) => {
    const drafts: DraftCell[] = []
    const fill = () => {
      while ((hanging[drafts.length] ?? 0) > 0) {
        hanging[drafts.length] = (hanging[drafts.length] ?? 0) - 1
        drafts.push(emptyCell(row))
      }
    }
    for (const cell of cells) {
      fill()
      const [columns, lines] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      const runs = runsOfNodes(source, cell.childNodes)
      const first = drafts.length
      drafts.push({
        runs: runs.length > 0 ? runs : emptyCell(cell).runs,
        isHead: isHead || cell.tagName === 'th',
      })
      for (let column = 1; column < columns; column += 1) drafts.push(emptyCell(cell))
      for (let column = 0; column < columns; column += 1) hanging[first + column] = lines - 1
    }
    fill()
    const place = row.sourceCodeLocation
    return draftRow(drafts, { table: number, line: place?.startLine ?? 0 })
  })
}

function rowsOf(table: HtmlElement): { row: HtmlElement; cells: HtmlElement[]; isHead: boolean }[] {
  const children = (element: HtmlElement) =>
    element.childNodes.filter(isElement).filter((child) => !isUnread(child))
  return children(table).flatMap((part) => {
    const rows =
      part.tagName === 'tr' ? [part] : /^t(?:head|body|foot)$/.test(part.tagName) ? children(part) : []
    return rows
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => ({
        row,
        cells: children(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
        isHead: part.tagName === 'thead',
      }))
      .filter(({ cells }) => cells.length > 0)
  })
}

function holdsTable(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => isElement(node) && (node.tagName === 'table' || holdsTable(node.childNodes)))
}

function emptyCell({ sourceCodeLocation: place }: HtmlElement): DraftCell {
  return {
    runs: [{ text: '', at: [], end: place?.startTag?.endOffset ?? place?.startOffset ?? -1 }],
    isHead: false,
  }
}

// A span that a page invents must not take the memory of the server.
const spanOf = (cell: HtmlElement, name: string) =>
  Math.min(50, Math.max(1, Number.parseInt(attributeOf(cell, name) ?? '1', 10) || 1))
