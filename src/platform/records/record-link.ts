import type { ComponentChildren } from 'preact'
import type { Context } from '../context/context.ts'
import type { Reader } from '../i18n/reader.ts'

export interface RecordLinkCall {
  context: Context
  reader: Reader
  network: { id: string; slug: string }
  /** As a `RecordKind` is called. */
  kind: string
  /** As its own page has it: its feature says how to read more of it. */
  record: { id: string; slug: string }
}

/** Where the page of a record leads to, beside its own. */
export interface LinkedPage {
  href: string
  label: string
}

/** The way from the page of a record to what another feature knows of it; null where there is nothing for this reader. */
export type RecordLink = (call: RecordLinkCall) => Promise<LinkedPage | null>

/** All the ways from the page of a record that its reader may go, in the order of the features. */
export async function listRecordLinks(
  links: readonly RecordLink[],
  call: RecordLinkCall,
): Promise<LinkedPage[]> {
  const pages = await Promise.all(links.map((link) => link(call)))
  return pages.flatMap((page) => page ?? [])
}

/** What another feature shows on the page of a record: a section; null where there is nothing for this reader. */
export type RecordSection = (call: RecordLinkCall) => Promise<ComponentChildren | null>

/** The sections of all features on the page of a record, in their order. */
export async function renderRecordSections(
  sections: readonly RecordSection[],
  call: RecordLinkCall,
): Promise<ComponentChildren[]> {
  const rendered = await Promise.all(sections.map((section) => section(call)))
  return rendered.filter((each) => each !== null)
}
