/** How far the reading of a file has come: pages, or nothing that can be counted. */
export type Progress = (done: number, of: number) => void

/** A slice of a passage's text: UTF-16 offsets, `end` exclusive. */
export interface Slice {
  start: number
  end: number
}

export interface Cell extends Slice {
  text: string
  /** In the head of its table (first row or column that names the others). */
  isHead: boolean
}

export interface Link extends Slice {
  label: string
  /** Null for a dead link: `#`, an empty address, one that leads nowhere. */
  url: string | null
}

/**
 * One title, paragraph, list item or table row of a text. `text` is plain (NFC, breakable white space collapsed, words
 * that a line end had cut joined again); `at[i]` is the place in the document's `source` of the i-th unit of `text`,
 * and `at[text.length]` that of its end, so that a quotation can be given to the letter, markup included.
 */
export interface TextPassage {
  kind: 'title' | 'paragraph' | 'item' | 'row'
  /** 1–6 of a title, 1 and more of a nested list item, else 0. */
  level: number
  /** The name that the text itself gives a title: `{#name}`. */
  anchor?: string | null
  text: string
  at: readonly number[]
  /** 1-based line of `source` on which it begins. */
  line: number
  /** 1-based page of a file that has pages. */
  page: number | null
  /** What is bold, in reading order. */
  strong: readonly Slice[]
  links: readonly Link[]
  /** The cells of a row; its text is theirs, joined by ` | `. */
  cells: readonly Cell[]
  /** 1-based number of the table of a row, else null. */
  table: number | null
  /** How deep it is in what a mail quotes, from 1; missing where nobody else is quoted. */
  quoted?: number
}

export type TextLanguage = 'fr' | 'ko' | 'en'

export interface TextDocument {
  format: string
  /** The language in which most of it is written; null when it has too few words to say. */
  language: TextLanguage | null
  /** The decoded text of Markdown, HTML and plain text; of other formats the text of their passages, a line each. */
  source: string
  /** In reading order, without a printed table of contents and without running headers and footers. */
  passages: readonly TextPassage[]
  pages: number | null
  /** The title of the file beside its text, as a web page has; missing where it has none. */
  name?: string
  /** What a reader of the result should know: codes of the messages of the reading. */
  remarks: readonly TextRemark[]
}

export interface TextRemark {
  code:
    | 'contentsLeftOut'
    | 'runningLinesLeftOut'
    | 'macrosIgnored'
    | 'scriptsIgnored'
    | 'recognised'
    | 'encodingGuessed'
    | 'lettersLost'
    | 'directionMarksLeftOut'
    | 'attachmentUnread'
    | 'imagesWithoutText'
    | 'formulasWithoutValue'
  /** How many, or what: a number of lines, a name of an encoding, of an attachment. */
  detail: string
}

/** The slice of a document's source, white space unchanged, that a slice of a passage was read from. */
export function sourceSlice(document: TextDocument, passage: TextPassage, slice: Slice): string {
  const from = passage.at[slice.start]
  const last = passage.at[slice.end - 1]
  if (from === undefined || last === undefined || from < 0 || slice.end <= slice.start) return ''
  // What follows the slice in the text cannot belong to it, however much an entity seems to take.
  const next = passage.at.slice(slice.end).find((at) => at > last)
  return document.source.slice(from, Math.min(last + unitsAt(document.source, last), next ?? Infinity))
}

// The last unit of a passage may come from several of the source: an entity, a letter with its accent apart, Hangul by letters.
function unitsAt(source: string, at: number): number {
  const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(source.slice(at, at + 36))
  if (entity) return entity[0].length
  return 1 + (/^[\p{M}\u1160-\u11ff]+/u.exec(source.slice(at + 1, at + 5))?.[0].length ?? 0)
}
