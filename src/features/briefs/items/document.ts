import { z } from 'zod'
import { stableId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import { itemFields, passages } from './item.ts'
import type { ItemKey } from './skeleton.ts'

const documentItem = documentOf(itemFields)
export type DocumentItem = z.output<typeof documentItem>

export const emptyItem: DocumentItem = emptyOf(itemFields)

/** What versions keep of the brief of a country: its items that say something, and what each group says beside (by its id). */
export const briefDocument = z.object({
  items: z.record(z.string(), documentItem),
  networks: z.record(z.string(), z.object({ lines: z.record(z.string(), passages) })),
})
export type BriefDocument = z.output<typeof briefDocument>

export const emptyBrief: BriefDocument = { items: {}, networks: {} }

/** The brief of a country (ISO 3166-1 alpha-2) has one id on every installation. */
export function briefIdOf(country: string): string {
  return stableId(`brief:${country}`)
}

/** What a group says beside an item; empty for nothing. */
export function lineOf(document: BriefDocument, networkId: string, key: ItemKey): LocalizedText {
  return document.networks[networkId]?.lines[key] ?? {}
}

/** The document with an item; one that says nothing is left out. */
export function withItem(document: BriefDocument, key: ItemKey, item: DocumentItem): BriefDocument {
  const { [key]: _, ...others } = document.items
  return { ...document, items: Object.keys(item.text).length > 0 ? { ...others, [key]: item } : others }
}

/** The document with what a group says beside an item; one that says nothing is left out. */
export function withLine(
  document: BriefDocument,
  key: ItemKey,
  { networkId, line }: { networkId: string; line: LocalizedText },
): BriefDocument {
  const { [networkId]: own, ...networks } = document.networks
  const { [key]: _, ...others } = own?.lines ?? {}
  const lines = Object.keys(line).length > 0 ? { ...others, [key]: line } : others
  const isSaid = Object.keys(lines).length > 0
  return { ...document, networks: isSaid ? { ...networks, [networkId]: { lines } } : networks }
}
