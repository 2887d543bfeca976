import type { Passage } from './sheet.ts'

/** One thing after another in a report. Levels of headings begin at 1 under the title. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; passage: Passage }
  | { kind: 'paragraph' | 'quotation'; passage: Passage }
  | { kind: 'list'; isOrdered: boolean; items: Passage[] }
  | {
      kind: 'facts'
      facts: { label: string; passage: Passage }[]
      /** The language of all its words that name no other. */
      language?: string
    }
  | {
      /** Begins a page, unless nothing is on it yet; from here on each page has these words at its head. */
      kind: 'page'
      head: Passage
    }
  | {
      /** Small words on the block above: a date, an address. */
      kind: 'note'
      passage: Passage
      /** It stays on the page of what follows. */
      isLeading?: boolean
    }
  | {
      kind: 'picture'
      /** Its place among the pictures that are given with the report. */
      picture: number
      alternative: Passage
      caption: Passage
      /** In pixels. */
      width: number
      height: number
    }
  | {
      kind: 'table'
      /** The language of all its words that name no other. */
      language?: string
      columns: string[]
      /** Relative widths of the columns; all equal when left out. */
      widths?: number[]
      rows: Passage[][]
      /** Rows have a line and room to write by hand. */
      isToSign?: boolean
      /** Which columns are figures, set at the right; found out by `drawnBlocks`. */
      figures?: boolean[]
    }

/** A document of any length in a neutral form, with a table of contents made of its headings: minutes, a letter to members. */
export interface Report {
  /** BCP 47; the language of everything that names no other. */
  language: string
  title: Passage
  /** Title and subject of the file, shown by readers of documents. */
  name: string
  subject: string
  author: string
  /** ISO day written as the day of the file, so that the same content makes the same bytes. */
  day: string
  /** Small words above the title. */
  kicker: Passage
  /** Under the title. */
  facts: { label: string; passage: Passage }[]
  /** What the table of contents is called; null leaves it out. */
  contents: string | null
  /** The words at the head of each page until a block of pages says otherwise. */
  head?: Passage
  /** How deep it goes; all levels when left out. */
  contentsDepth?: 1 | 2 | 3
  /** Set close, for a document of few pages: 9.5 points, tables 8.5, margins 14 mm; headings are lines. Never smaller, whatever its length. */
  isClose?: boolean
  /** A drawing that leads to the living page (SVG) stands at the head; its place among the pictures. */
  code?: { picture: number; alternative: string }
  blocks: ReportBlock[]
  foot: Passage[]
}

/** A report whose lists may be shortened, so that it takes no more than so many pages. */
export interface ReportForms {
  /** From the whole to the shortest. */
  reports: Report[]
  mostPages: number
  /** PNG, JPEG or SVG. */
  pictures: readonly Uint8Array[]
}

/**
 * The blocks as every kind of file shows them: no heading more than one level beneath the one before, for a reader of headings must not
 * miss a step; no caption that only repeats the heading above it; and tables know their columns of figures.
 */
export function drawnBlocks(blocks: readonly ReportBlock[]): ReportBlock[] {
  let last = 0
  let heading = ''
  return blocks.map((block) => {
    if (block.kind === 'picture') return textOf(block.caption) === heading ? { ...block, caption: [] } : block
    if (block.kind === 'table')
      return { ...block, figures: block.columns.map((_, column) => hasFigures(block.rows, column)) }
    if (block.kind !== 'heading') return block
    const level = Math.min(block.level, last + 1)
    last = level
    heading = textOf(block.passage)
    return { ...block, level: level === 1 ? 1 : level === 2 ? 2 : 3 }
  })
}

const figure = /^[+−-]?\d{1,3}(?:[\s.,]?\d{3})*(?:[.,]\d+)?\s?%?$/u
const year = /^(?:1[89]|20)\d\d$/

// A dash is no figure given. Years are read as names.
function hasFigures(rows: readonly Passage[][], column: number): boolean {
  const cells = rows.map((row) => textOf(row[column] ?? [])).filter((cell) => cell !== '–')
  return cells.some((cell) => !year.test(cell)) && cells.every((cell) => figure.test(cell))
}

/** The words of a passage alone. */
export function textOf(passage: Passage): string {
  return passage.map(({ text }) => text).join('')
}
