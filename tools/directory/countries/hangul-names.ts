import type { DirectoryRecord } from '../directory-record.ts'

/** Hangul names of first levels by key, typed by hand: `JP:40` is 후쿠오카현. */
export type HangulNames = ReadonlyMap<string, { name: string; aliases: readonly string[] }>

export function hangulNames(rows: readonly Record<string, string>[]): HangulNames {
  return new Map(
    rows.map(({ key = '', name_ko: name = '', aliases = '' }) => [
      key,
      { name, aliases: aliases.split('|').filter((alias) => alias !== '') },
    ]),
  )
}

/** A row with its Hangul name and the others under which Korean texts know the area. */
export function withHangul(row: DirectoryRecord, names: HangulNames): DirectoryRecord {
  const known = names.get(row.key)
  if (!known) return row
  const aliases = known.aliases.map((alias) => `ko:alias:${alias}`)
  return {
    ...row,
    name_ko: known.name,
    aliases: [row.aliases, ...aliases].filter((part) => part !== '').join('|'),
  }
}
