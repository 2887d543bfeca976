import { hash } from 'node:crypto'
import type { IssuePart } from '../issues/part.ts'
import type { Choices } from '../subscribers/subscription.ts'

export type Concern = Pick<Choices, 'themes' | 'organisationId'>

/**
 * What of a letter concerns a reader: what its source says is of their themes or of their authority, with the parts that editors added once there
 * is any; nothing where no item does.
 */
export function whatConcerns(parts: readonly IssuePart[], { themes, organisationId }: Concern): IssuePart[] {
  const isMeant = (item: { themes?: readonly string[]; organisationIds?: readonly string[] }) =>
    // Letters of before items said whom they concern are still read.
    (item.themes ?? []).some((theme) => themes.includes(theme)) ||
    (organisationId !== null && (item.organisationIds ?? []).includes(organisationId))
  const chosen = parts.map((part) =>
    // How much more a source had is not how much more concerns this reader.
    part.kind === 'items' ? { ...part, items: part.items.filter(isMeant), left: [] } : part,
  )
  const isAny = chosen.some((part) => part.kind === 'items' && part.items.length > 0)
  return isAny ? chosen.filter((part) => part.kind !== 'items' || part.items.length > 0) : []
}

/** A mark of a choice of items: readers whom the same concerns get the same letter, composed once. */
export function markOfChoice(parts: readonly IssuePart[]): string {
  const keys = parts.flatMap((part) =>
    part.kind === 'items' ? part.items.map(({ key }) => `${part.source} ${key}`) : [],
  )
  return hash('sha256', JSON.stringify(keys), 'base64url').slice(0, 22)
}
