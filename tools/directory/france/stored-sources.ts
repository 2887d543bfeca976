import type { Point } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'
import type { CommuneMovement } from './commune-lives.ts'

/** What a person wrote about the names of one authority; empty cells keep what the sources say. */
export type NameNote = {
  key: string
  name_fr: string
  name_en: string
  name_ko: string
  koreanSeen: boolean
  short_fr: string
  short_ko: string
  short_en: string
  aliases: string
}

/** The names typed by hand, by key. */
export function readNameNotes(): Map<string, NameNote> {
  const notes = ['levels', 'epci', 'communes'].flatMap((part) => readTsv(stored(`fr-names-${part}.tsv`)))
  return new Map(notes.map((row) => [row.key ?? '', nameNote(row)]))
}

/** Movements of communes since 1943 (INSEE), oldest last as published. */
export function readMovements(): CommuneMovement[] {
  return readTsv(stored('fr-commune-movements.tsv')).map((row) => ({
    kind: row.mod ?? '',
    on: row.on ?? '',
    before: side(row.type_before, row.code_before, row.name_before),
    after: side(row.type_after, row.code_after, row.name_after),
  }))
}

/** Centre of the largest polygon of every commune of 2018 (IGN), by code. */
export function readCommuneCentres(): Map<string, Point> {
  const rows = readTsv(stored('fr-commune-centres.tsv'))
  return new Map(rows.map((row) => [row.cog ?? '', { lat: Number(row.lat), lon: Number(row.lon) }]))
}

/** Path of a file of `tools/directory/sources`. */
export function stored(name: string): string {
  return new URL(`../sources/${name}`, import.meta.url).pathname
}

// Associated and delegated communes are parts of a commune: there is no authority on that side.
function side(type = '', code = '', name = ''): { code: string; name: string } {
  return type === 'COM' ? { code, name } : { code: '', name: '' }
}

function nameNote(row: Record<string, string>): NameNote {
  return {
    key: row.key ?? '',
    name_fr: row.name_fr ?? '',
    name_en: row.name_en ?? '',
    name_ko: row.name_ko ?? '',
    koreanSeen: row.ko_seen === '1',
    short_fr: row.short_fr ?? '',
    short_ko: row.short_ko ?? '',
    short_en: row.short_en ?? '',
    aliases: row.aliases ?? '',
  }
}
