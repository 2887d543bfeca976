import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Context } from '../context/context.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import type { RecordNetwork } from '../records/record-head.ts'

export interface NetworkPartCall {
  context: Context
  reader: Reader
  network: RecordNetwork
  /** The searched words, where the page is one of search results. */
  text?: string
}

/** A feature's part of a network page that another feature draws: on its home, on the page of the group, where nothing waits for a reader, among search results. */
export interface NetworkPart {
  place: 'home.coming' | 'home.looking' | 'home.latest' | 'group' | 'group.watch' | 'toDo.own' | 'search'
  /** Null where there is nothing to show. */
  render(call: NetworkPartCall): Promise<ComponentChildren | null>
  /** Finds records for programs; of a part among search results. */
  finding?: Finding
}

/** The most records that a feature returns to a search. */
export const mostFound = 20

/** A feature's record among the results of a search that another feature shows. */
export interface FoundRecord<Facts = Record<string, unknown>> {
  id: string
  slug: string
  /** What follows the network in the address of its page. */
  path: string
  updatedAt: Date
  name: LocalizedText
  facts: Facts
}

/** One kind of record that a feature finds by words: the document of the API lists every kind. */
export interface Finding {
  /** What answers call it: `event`. */
  type: string
  /** Facts of its own in the answer, besides those that every one has. */
  facts: z.ZodObject
  list(call: Omit<NetworkPartCall, 'reader'>): Promise<FoundRecord[]>
}

/** Ensures that the records found match the schema of their facts. */
export function findingOf<F extends z.ZodObject>(finding: {
  type: string
  facts: F
  list(call: Omit<NetworkPartCall, 'reader'>): Promise<FoundRecord<z.input<F>>[]>
}): Finding {
  return finding
}

/** The findings of all features, in their order. */
export function findingsOf(parts: readonly NetworkPart[]): Finding[] {
  return parts.flatMap(({ finding }) => finding ?? [])
}

/** The parts of all features at a place, in their order. */
export async function renderParts(
  parts: readonly NetworkPart[],
  place: NetworkPart['place'],
  call: NetworkPartCall,
): Promise<ComponentChildren[]> {
  const rendered = await Promise.all(
    parts.filter((part) => part.place === place).map((part) => part.render(call)),
  )
  return rendered.filter((each) => each !== null)
}
