import type { SlugWish } from '../assign-slugs.ts'
import type { DirectoryRecord } from '../directory-record.ts'

const kindWords: Record<string, string> = {
  region: 'region',
  departement: 'departement',
  administrative_place: 'departement',
}

/**
 * The slugs that every French row prefers, and the endings it falls back on: the word of its kind, its
 * parent's name (communes and EPCI), the year it ended, its code.
 */
export function slugWishes(rows: readonly DirectoryRecord[]): SlugWish[] {
  const names = new Map(rows.map((row) => [row.key, row.name_fr]))
  return rows.map((row) => {
    const word = kindWords[row.kind]
    const parent = row.level === '4' || row.level === '3' ? names.get(row.parent) : undefined
    const code = row.key.split(':').at(-1)?.replaceAll('@', '-') ?? ''
    const until = row.valid_until.slice(0, 4)
    const endings = [word, parent, until, code].filter(isPresent)
    return { row, candidates: [row.name_fr, ...endings.map((end) => `${row.name_fr} ${end}`)] }
  })
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
