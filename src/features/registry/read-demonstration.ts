import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const demonstrationFolder = join(import.meta.dirname, '../../../data/demonstration/france-coree')
export const originalMinutes = join(
  import.meta.dirname,
  '../../../../shared/minutes/2017-07-07-groupe-pays-coree.md',
)

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Fact = { [key: string]: Json }

/** An evidence item as written, with its fact, the fact’s record and their file. */
export interface WrittenEvidence {
  file: string
  fact: Fact
  record: Fact
  minutes: string | null
  account: string | null
  since: string | null
  source: string | null
  label: string | null
}

/** The demonstration’s JSON files as written, by name, without the generated locators. */
export function readDemonstrationFiles(): { name: string; content: Fact }[] {
  return readdirSync(demonstrationFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== 'locators.json')
    .sort()
    .map((name) => ({ name, content: asFact(JSON.parse(readDemonstrationText(name))) }))
}

export function readDemonstrationText(name: string): string {
  return readFileSync(join(demonstrationFolder, name), 'utf8')
}

export function listEvidence(): WrittenEvidence[] {
  return readDemonstrationFiles().flatMap(({ name, content }) => evidenceIn(name, content))
}

/** Every object in a value, itself included, outermost first. */
export function objectsIn(value: Json): Fact[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (value === null || typeof value !== 'object') return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

export function listOf(value: Json | undefined): Fact[] {
  return Array.isArray(value) ? value.map(asFact) : []
}

/** A file is one record, or one list of them under the file’s own name. */
function evidenceIn(file: string, content: Fact): WrittenEvidence[] {
  const list = content[file.replace('.json', '')]
  const records = list === undefined ? [content] : listOf(list)
  return records.flatMap((record) =>
    objectsIn(record).flatMap((fact) =>
      evidenceItems(fact).map((item) => ({
        file,
        fact,
        record,
        minutes: text(item.minutes),
        account: text(item.account),
        since: text(item.since),
        source: text(item.source),
        label: text(item.label),
      })),
    ),
  )
}

function evidenceItems(fact: Fact): Fact[] {
  const keys = Object.keys(fact).filter((key) => key === 'evidence' || key.endsWith('_evidence'))
  return keys.flatMap((key) => listOf(fact[key]))
}

function asFact(value: Json): Fact {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error('an object was expected')
  return value
}

const text = (value: Json | undefined) => (typeof value === 'string' ? value : null)
