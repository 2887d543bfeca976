import type { DirectoryRecord } from './directory-record.ts'

export type Alias = { language: string; kind: string; text: string }

export const aliasKinds = ['short', 'former', 'alias', 'romanisation', 'misspelling', 'hanja'] as const

/** The `aliases` cell: `lang:kind:text` joined by `|`, without repeats and without the row's own names. */
export function aliasCell(
  aliases: readonly Alias[],
  row: Pick<DirectoryRecord, 'name_fr' | 'name_ko' | 'name_en'>,
) {
  const names = new Set([`fr:${row.name_fr}`, `ko:${row.name_ko}`, `en:${row.name_en}`])
  const seen = new Set<string>()
  const kept = aliases.filter((alias) => {
    const name = `${alias.language}:${alias.text}`
    if (alias.text === '' || names.has(name) || seen.has(name)) return false
    seen.add(name)
    return true
  })
  return kept.map(({ language, kind, text }) => `${language}:${kind}:${text}`).join('|')
}

/** Reads an `aliases` cell; a part that is not `lang:kind:text` throws. */
export function parseAliases(cell: string): Alias[] {
  if (cell === '') return []
  return cell.split('|').map((part) => {
    const [, language, kind, text] = /^([a-z]{2,3}):([a-z]+):(.+)$/u.exec(part) ?? []
    if (language === undefined || kind === undefined || text === undefined)
      throw new Error(`bad alias ${part}`)
    return { language, kind, text }
  })
}
