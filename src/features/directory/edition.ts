import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { projectPath } from '../../platform/settings/project-path.ts'
import { type ReferenceRow, readReferenceRows } from './reference-file.ts'

/** The reference files of a country in this release. */
export interface Edition {
  checksum: string
  /** Parses the files. Every start compares the checksum, and hardly ever needs the rows. */
  readRows(): EditionRows
}

export interface EditionRows {
  organisations: ReferenceRow[]
  successions: ReferenceRow[]
  transfers: ReferenceRow[]
  memberships: ReferenceRow[]
}

/** Reads the files of France or Korea (`FR`, `KR`). */
export function readEdition(country: 'FR' | 'KR'): Edition {
  const part = country.toLowerCase()
  const paths = readdirSync(projectPath('data', 'directory'))
    .filter((file) => file.endsWith('.tsv') && (file.startsWith(`${part}-`) || file.endsWith(`-${part}.tsv`)))
    .sort()
    .map((file) => projectPath('data', 'directory', file))
  return readFiles(paths)
}

/** Reads files of one country; their names say what they hold. */
export function readFiles(paths: string[]): Edition {
  const texts = paths.map((path) => ({ file: basename(path), text: readFileSync(path, 'utf8') }))
  const checksum = createHash('sha256')
    .update(texts.map(({ text }) => text).join('\n'))
    .digest('hex')
  const readRows = () => {
    const rows: EditionRows = { organisations: [], successions: [], transfers: [], memberships: [] }
    for (const { file, text } of texts) rows[kindOf(file)].push(...readReferenceRows(text))
    return rows
  }
  return { checksum, readRows }
}

function kindOf(file: string): keyof EditionRows {
  if (file.startsWith('successions-')) return 'successions'
  if (file.startsWith('transfers-')) return 'transfers'
  return file.includes('-members') ? 'memberships' : 'organisations'
}
