import type { DirectoryRecord } from './directory-record.ts'
import { slugify } from './slugify.ts'

/** The slugs that a row prefers, best first; the last should be unique to it. Plain texts. */
export type SlugWish = { row: DirectoryRecord; candidates: readonly string[] }

/**
 * Gives every row its slug, in place; rows that come first in the order of precedence choose first.
 * Throws when a row's last candidate is taken too.
 */
export function assignSlugs(wishes: readonly SlugWish[], taken: Set<string> = new Set()): void {
  for (const wish of [...wishes].sort(precedence)) {
    const candidates = wish.candidates.map(slugify)
    const free = candidates.find((candidate) => candidate !== '' && !taken.has(candidate))
    if (free === undefined) throw new Error(`no free slug for ${wish.row.key}: ${candidates.join(', ')}`)
    taken.add(free)
    wish.row.slug = free
  }
}

// In force before ended, first level before the rest, then by population; the key decides between equals.
function precedence(one: SlugWish, other: SlugWish): number {
  const [a, b] = [one.row, other.row]
  return (
    Number(a.valid_until !== '') - Number(b.valid_until !== '') ||
    Number(a.level !== '1') - Number(b.level !== '1') ||
    Number(b.population) - Number(a.population) ||
    (a.key < b.key ? -1 : 1)
  )
}
