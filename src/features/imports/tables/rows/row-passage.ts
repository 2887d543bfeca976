/** A row as a sentence of its own: « Ville : Limoges · Pays : Corée », with the place of each cell in it. */
export interface RowPassage {
  text: string
  /** By the number of the column. */
  spans: Map<number, { start: number; end: number }>
}

/** Writes a row as text so that a fact of a cell can be shown in its place. */
export function rowPassage(titles: readonly string[], cells: readonly string[]): RowPassage {
  const spans: RowPassage['spans'] = new Map()
  let text = ''
  for (const [column, cell] of cells.entries()) {
    const shown = cell.replaceAll(/\s+/g, ' ').trim()
    if (shown === '') continue
    const title = titles[column]?.trim()
    if (text !== '') text += ' · '
    const start = text.length
    text += title ? `${title}: ${shown}` : shown
    spans.set(column, { start, end: text.length })
  }
  return { text, spans }
}
