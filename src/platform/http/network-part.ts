import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Context } from '../context/context.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import type { RecordNetwork } from '../records/record-kind.ts'

export interface NetworkPartCall {
  context: Context
  reader: Reader
  network: RecordNetwork
  /** What is searched for, where the page is one of answers. */
  text?: string
}

/** Something of one feature on a page of a network that another one draws: on its home, on the page of the group, among answers. */
export interface NetworkPart {
  place: 'home.coming' | 'home.looking' | 'home.watch' | 'group' | 'search'
  /** Null where there is nothing to show. */
  draw(call: NetworkPartCall): Promise<ComponentChildren | null>
  /** What it finds, for programs; of a part among answers. */
  finding?: Finding
}

/** So many records a feature answers at most to a search. */
export const mostFound = 20

/** A record of one feature among the answers to a search that another one gives. */
export interface FoundRecord<Facts = Record<string, unknown>> {
  id: string
  slug: string
  /** What follows the network in the address of its page. */
  path: string
  updatedAt: Date
  name: LocalizedText
  facts: Facts
}

/** One kind of record that a feature finds by words: the document of the API says every kind. */
export interface Finding {
  /** What answers call it: `event`. */
  type: string
  /** Facts of its own in the answer, besides those that every one has. */
  facts: z.ZodObject
  list(call: Omit<NetworkPartCall, 'reader'>): Promise<FoundRecord[]>
}

/** Sees to it that what is found is what the schema of its facts says. */
export function findingOf<F extends z.ZodObject>(finding: {
  type: string
  facts: F
  list(call: Omit<NetworkPartCall, 'reader'>): Promise<FoundRecord<z.input<F>>[]>
}): Finding {
  return finding
}

/** What the features find, in their order. */
export function findingsOf(parts: readonly NetworkPart[]): Finding[] {
  return parts.flatMap(({ finding }) => finding ?? [])
}

/** What the features show at a place, in their order. */
export async function drawParts(
  parts: readonly NetworkPart[],
  place: NetworkPart['place'],
  call: NetworkPartCall,
): Promise<ComponentChildren[]> {
  const drawn = await Promise.all(parts.filter((part) => part.place === place).map((part) => part.draw(call)))
  return drawn.filter((each) => each !== null)
}
