import { type DraftCell, draftRow } from '../draft-passage.ts'
import type { TextPassage } from '../text-document.ts'
import { runsOfNodes } from './html-runs.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isElement, isUnread } from './html-tree.ts'

/** The rows of a table, its merged cells followed by empty ones; null for a table that only lays out a page. */
export function readHtmlTable(source: string, table: HtmlElement, number: number): TextPassage[] | null {
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
