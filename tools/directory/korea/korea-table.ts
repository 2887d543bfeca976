import { fileURLToPath } from 'node:url'
import { type DirectoryRecord, directoryRecord, type Succession } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'

export type KoreaTable = {
  firstLevel: DirectoryRecord[]
  secondLevel: DirectoryRecord[]
  places: DirectoryRecord[]
  former: DirectoryRecord[]
  successions: Succession[]
  /** Authorities that came under another one on a day without changing themselves, and their codes since. */
  transfers: Record<string, string>[]
}

const folder = new URL('../../../data/directory/', import.meta.url)

/** Reads the Korean files of data/directory; a file that is not there throws. */
export function readKoreaTable(): KoreaTable {
  return {
    firstLevel: records('kr-first-level.tsv'),
    secondLevel: records('kr-second-level.tsv'),
    places: records('kr-places.tsv'),
    former: records('kr-former.tsv'),
    successions: readTsv(path('successions-kr.tsv')).map(succession),
    transfers: readTsv(path('transfers-kr.tsv')),
  }
}

/** The rows in force on an ISO day: begun on it or before, and ending after it. */
export function inForceOn(day: string, rows: readonly DirectoryRecord[]): DirectoryRecord[] {
  return rows.filter((row) => row.valid_from <= day && (row.valid_until === '' || row.valid_until > day))
}

/** The value of one code (`kr`, `kr10`, `iso`), or an empty string. */
export function codeOf(row: DirectoryRecord, scheme: string): string {
  const pair = row.codes.split(';').find((each) => each.startsWith(`${scheme}=`))
  return pair?.slice(scheme.length + 1) ?? ''
}

export function aliasesOf(row: DirectoryRecord, kind: string): string[] {
  return row.aliases
    .split('|')
    .filter((alias) => alias.split(':')[1] === kind)
    .map((alias) => alias.split(':').slice(2).join(':'))
}

/** The official romanisation with its ending, as `Icheon-si`; an empty string when there is none. */
export function romanisationOf(row: DirectoryRecord): string {
  const ending = /-(si|gun|gu|do)$/u
  return ending.test(row.name_en)
    ? row.name_en
    : (aliasesOf(row, 'romanisation').find((text) => ending.test(text)) ?? '')
}

function records(file: string): DirectoryRecord[] {
  return readTsv(path(file)).map((row) =>
    directoryRecord({ ...row, key: row.key ?? '', kind: row.kind ?? '', level: row.level ?? '' }),
  )
}

function succession(row: Record<string, string>): Succession {
  return {
    predecessor: row.predecessor ?? '',
    successor: row.successor ?? '',
    on: row.on ?? '',
    kind: row.kind ?? '',
    reported_by: row.reported_by ?? '',
    source: row.source ?? '',
  }
}

function path(file: string): string {
  return fileURLToPath(new URL(file, folder))
}
