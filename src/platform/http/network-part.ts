import type { ComponentChildren } from 'preact'
import type { Context } from '../context/context.ts'
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
  place: 'home.coming' | 'home.watch' | 'group' | 'search'
  /** Null where there is nothing to show. */
  draw(call: NetworkPartCall): Promise<ComponentChildren | null>
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
