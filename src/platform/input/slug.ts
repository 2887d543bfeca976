import { romanize } from 'es-hangul'

const longest = 60

/**
 * The part of an address that a name becomes: Latin letters and figures, Hangul in the Revised Romanization of Korea. `otherwise` where it
 * has none, and before figures alone: an address says what it leads to.
 */
export function slugOf(name: string, otherwise: string): string {
  const slug = name
    .replaceAll(/[가-힣]+/g, (word) => romanize(word))
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
  if (/[a-z]/.test(slug)) return slug
  return [otherwise, slug].filter(Boolean).join('-').slice(0, longest).replace(/-+$/, '')
}

/** The requested slug, or with the first free number. */
export function freeSlug(wished: string, taken: ReadonlySet<string>): string {
  let slug = wished
  for (let number = 2; taken.has(slug); number++) slug = `${wished}-${number}`
  return slug
}
