import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { NewOrganisation } from '../../src/features/directory/organisation.ts'
import { namesOf, searchOf } from '../../src/features/directory/organisation-names.ts'
import { weightOf } from '../../src/features/directory/weight.ts'

/** A file that COPY reads, and where its columns go. */
export interface CopyFile {
  table: string
  columns: string
  path: string
}

const organisationColumns =
  'organisation_id, key, country, kind, slug, name, parent_id, latitude, longitude, search, grams, created_at, updated_at'
const nameColumns = 'organisation_id, position, language, kind, text, folded, start, skeleton, weight'
const writtenAt = '2026-11-02T09:00:00Z'

/** Writes organisations, and every name they are found by, as files for COPY: a million rows by INSERT take ten times as long. */
export function writeOrganisationFiles(folder: string, organisations: Iterable<NewOrganisation>): CopyFile[] {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const [organisationPath, namePath] = [join(folder, 'organisations.copy'), join(folder, 'names.copy')]
  const [ofOrganisations, ofNames] = [new LineFile(organisationPath), new LineFile(namePath)]
  for (const organisation of organisations) {
    const names = namesOf(organisation)
    const { search, grams } = searchOf(names)
    const { organisationId: id, key, country, kind, slug, name, parentId, place } = organisation
    ofOrganisations.add([
      ...[id, key, country, kind, slug, JSON.stringify(name), parentId, place?.latitude ?? null],
      ...[place?.longitude ?? null, search, arrayLiteral(grams), writtenAt, writtenAt],
    ])
    const weight = weightOf(organisation)
    for (const [position, found] of names.entries()) {
      ofNames.add([
        id,
        position,
        found.language,
        found.kind,
        found.text,
        found.folded,
        found.start,
        found.skeleton,
        weight,
      ])
    }
  }
  ofOrganisations.close()
  ofNames.close()
  return [
    { table: 'directory_organisation', columns: organisationColumns, path: organisationPath },
    { table: 'directory_name', columns: nameColumns, path: namePath },
  ]
}

const chunk = 1_000_000

class LineFile {
  readonly #file: number
  #waiting: string[] = []
  #size = 0

  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o644)
  }

  add(values: (string | number | null)[]): void {
    const line = `${values.map(copyText).join('\t')}\n`
    this.#waiting.push(line)
    this.#size += line.length
    if (this.#size > chunk) this.#write()
  }

  close(): void {
    this.#write()
    closeSync(this.#file)
  }

  #write(): void {
    writeSync(this.#file, this.#waiting.join(''))
    this.#waiting = []
    this.#size = 0
  }
}

function copyText(value: string | number | null): string {
  if (value === null) return '\\N'
  return String(value).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function arrayLiteral(values: string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
