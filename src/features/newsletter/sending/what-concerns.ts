import { hash } from 'node:crypto'
import type { IssuePart } from '../issues/issue.ts'
import type { Choices } from '../subscribers/subscription.ts'

export type Concern = Pick<Choices, 'themes' | 'organisationId'>

/**
 * The parts of a letter that concern a reader: items about their themes or their authority, and, if there are any, the editors’ additions.
 * Empty when no item concerns them.
 */
export function whatConcerns(parts: readonly IssuePart[], { themes, organisationId }: Concern): IssuePart[] {
  const isMeant = (item: { themes?: readonly string[]; organisationIds?: readonly string[] }) =>
    // Old letters, whose items do not say whom they concern, can still be read.
    (item.themes ?? []).some((theme) => themes.includes(theme)) ||
    (organisationId !== null && (item.organisationIds ?? []).includes(organisationId))
  const chosen = parts.map((part) =>
    // The source’s number of omitted items says nothing about this reader.
    part.kind === 'items' ? { ...part, items: part.items.filter(isMeant), left: [] } : part,
  )
  const isAny = chosen.some((part) => part.kind === 'items' && part.items.length > 0)
  return isAny ? chosen.filter((part) => part.kind !== 'items' || part.items.length > 0) : []
}

/** A mark of a selection of items: readers with the same selection get the same letter, drawn once. */
export function markOfChoice(parts: readonly IssuePart[]): string {
  const keys = parts.flatMap((part) =>
    part.kind === 'items' ? part.items.map(({ key }) => `${part.source} ${key}`) : [],
  )
  return hash('sha256', JSON.stringify(keys), 'base64url').slice(0, 22)
}
