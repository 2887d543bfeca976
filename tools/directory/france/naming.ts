import { type Alias, aliasCell, parseAliases } from '../aliases.ts'
import type { DirectoryRecord } from '../directory-record.ts'
import type { NameNote } from './stored-sources.ts'

export type FoundName = { french: string; korean?: string | undefined; aliases?: Alias[] }

type NameCells = Pick<
  DirectoryRecord,
  'name_fr' | 'name_ko' | 'name_en' | 'short_fr' | 'short_ko' | 'short_en' | 'machine' | 'aliases'
>

/** The name cells of a French authority: a note overrides what a source says; English falls back on French.
 * A Korean name that no source carries is marked in `machine`. */
export function nameCells(found: FoundName, note: NameNote | undefined): NameCells {
  const names = {
    name_fr: note?.name_fr || found.french,
    name_ko: note?.name_ko || found.korean || '',
    name_en: note?.name_en || note?.name_fr || found.french,
  }
  const ours = note !== undefined && note.name_ko !== '' && !note.koreanSeen
  const noted = note === undefined ? [] : parseAliases(note.aliases)
  const shorts = (['fr', 'ko', 'en'] as const).map((language) => ({
    language,
    kind: 'short',
    text: note?.[`short_${language}`] ?? '',
  }))
  return {
    ...names,
    short_fr: note?.short_fr ?? '',
    short_ko: note?.short_ko ?? '',
    short_en: note?.short_en ?? '',
    machine: ours ? 'ko' : '',
    aliases: aliasCell([...shorts, ...noted, ...(found.aliases ?? [])], names),
  }
}
