import type { ComponentChildren } from 'preact'
import type { Context } from '../context/context.ts'
import type { Reader } from '../i18n/reader.ts'

/** A mark beside a fact: a link to the sentence of its source. */
export interface FactMark {
  /** The passage on its source's page, with its anchor. */
  href: string
  /** Short title of the source, in the reader's language. */
  source: string
  stance?: 'supports' | 'contradicts'
  /** Address of the passage alone, which the page can show in place. */
  passage?: string | undefined
}

/** Finds the marks of any fact of a page: subject and field → where it comes from. */
export type FindMarks = (subjectId: string, field?: string) => FactMark[]

export interface FactsCall {
  context: Context
  reader: Reader
  network: { slug: string }
  /** The records, and parts of records, whose facts are shown. */
  subjectIds: string[]
}

/** Where a fact comes from, as the API says it. */
export interface ToldFact {
  field: string
  /** Slug of the source. */
  source: string
  source_url: string | null
  locator: {
    heading: string[]
    paragraph: number
    start: number
    end: number
    sha256: string
    page: number | null
  } | null
  stance: 'supports' | 'contradicts'
  label: string | null
}

/** Where facts come from and what sources disagree on, for features beneath the one that keeps it. */
export interface FactSources {
  findMarks(call: FactsCall): Promise<FindMarks>
  /** What sources say differently, side by side; null where they do not. */
  drawDisputes(call: FactsCall): Promise<ComponentChildren | null>
  listTold(context: Context, subjectId: string): Promise<ToldFact[]>
}
