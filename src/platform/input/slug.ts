const longest = 60

/** The part of an address that a name becomes: Latin letters and figures; `otherwise` where it has none. */
export function slugOf(name: string, otherwise: string): string {
  const slug = name
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
  return slug || otherwise
}

/** The requested slug, or with the first free number. */
export function freeSlug(wished: string, taken: ReadonlySet<string>): string {
  let slug = wished
  for (let number = 2; taken.has(slug); number++) slug = `${wished}-${number}`
  return slug
}
