import type { ComponentChildren } from 'preact'
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
  /** What is found, for programs; of a part among answers. */
  answers?(call: Omit<NetworkPartCall, 'reader'>): Promise<FoundRecord[]>
}

/** So many records a feature answers at most to a search. */
export const mostFound = 20

/** A record of one feature among the answers to a search that another one gives. */
export interface FoundRecord {
  type: 'meeting' | 'event'
  id: string
  slug: string
  /** What follows the network in the address of its page. */
  path: string
  updatedAt: Date
  name: LocalizedText
  /** EDTF of when it is or was, a day in the case of a meeting; null where nobody says. */
  day: string | null
}

/** What other features find of a text. */
export async function listFound(
  parts: readonly NetworkPart[],
  call: Omit<NetworkPartCall, 'reader'>,
): Promise<FoundRecord[]> {
  const found = await Promise.all(parts.map((part) => part.answers?.(call) ?? []))
  return found.flat()
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
