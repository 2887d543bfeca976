/** A run of text; `language` (BCP 47) where it is not the sheet's. */
export interface Phrase {
  text: string
  language?: string
  emphasis?: 'strong' | 'quiet'
  /** The address it leads to. */
  href?: string
}

/** A paragraph, a cell or a point of a list: its phrases follow each other without a space. */
export type Passage = Phrase[]

/** How the line between two names is drawn. */
export type LinePattern =
  | 'solid'
  | 'longDashes'
  | 'dashes'
  | 'dots'
  | 'dotsThenSolid'
  | 'barred'
  | 'broken'
  | 'openEnd'

/** A name, and the same name in other scripts or languages; that may be empty. */
export interface SheetName {
  main: Passage
  own: Passage
}

/** The names on each side of the line; without a line the left side alone is the heading. */
export interface SheetHeading {
  left: SheetName[]
  right: SheetName[]
  line: { pattern: LinePattern; above: string; below: string } | null
}

export type Part =
  | { kind: 'prose'; title: string; passages: Passage[] }
  | { kind: 'points'; title: string; points: Passage[] }
  | { kind: 'entries'; title: string; entries: { lead: Passage; line?: LinePattern; passage: Passage }[] }
  | { kind: 'table'; title: string; columns: Passage[]; rows: { label: string; cells: Passage[] }[] }

/** The picture that is given with a sheet. */
export interface SheetPicture {
  alternative: Passage
  caption: Passage
  /** In pixels. */
  width: number
  height: number
}

/** A page of A4 in a neutral form: its PDF and its DOCX show the same content. */
export interface Sheet {
  /** BCP 47; the language of everything that names no other. */
  language: string
  /** Title and subject of the file, shown by readers of documents. */
  title: string
  subject: string
  author: string
  /** ISO day written as the day of the file, so that the same content makes the same bytes. */
  day: string
  /** Small words at the top left and top right. */
  kicker: Passage
  aside: Passage
  heading: SheetHeading
  /** Under the heading. */
  picture?: SheetPicture
  parts: Part[]
  foot: Passage[]
}
