import type { PublishedIssue } from '../../issues/issue.ts'
import { type IssuePart, type ItemsPart, shownParts } from '../../issues/part.ts'

/**
 * Compiles the items of a season’s issues, newest issue first: each thing once, in its latest words, under the parts of the newest issue
 * that has them. Editors’ additions to an issue are left out.
 */
export function compileDigest(issues: readonly Pick<PublishedIssue, 'parts'>[]): IssuePart[] {
  const parts = new Map<string, ItemsPart>()
  const told = new Set<string>()
  for (const issue of issues)
    for (const part of shownParts(issue.parts)) {
      if (part.kind !== 'items') continue
      const items = part.items.filter(({ key }) => !told.has(key) && told.add(key))
      for (const key of items.flatMap(({ tells = [] }) => tells)) told.add(key)
      const known = parts.get(part.source)
      parts.set(part.source, { ...(known ?? part), items: [...(known?.items ?? []), ...items] })
    }
  return [...parts.values()].filter(({ items }) => items.length > 0)
}
