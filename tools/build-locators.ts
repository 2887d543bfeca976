import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locator, makeLocator, readPassages, resolveReference } from '../src/features/registry/index.ts'

const data = join(import.meta.dirname, '../data/demonstration/france-coree')
const minutes = join(import.meta.dirname, '../../shared/minutes/2017-07-07-groupe-pays-coree.md')

if (existsSync(minutes)) writeLocators()
else
  console.error('tools/build-locators: the minutes are not beside this clone, locators.json stays as it is')

/** Turns every reference to the minutes into a locator; stops at the first one that names no sentence. */
function writeLocators(): void {
  const passages = readPassages(readFileSync(minutes, 'utf8'))
  const locators: Record<string, Locator> = {}
  for (const reference of [...new Set(minutesReferences())].sort(byPlace)) {
    const place = resolveReference(passages, reference)
    if (!place) throw new Error(`${reference} names no sentence of the minutes`)
    locators[reference] = makeLocator(place.passage, place.start, place.end)
  }
  const entries = Object.entries(locators)
  const lines = entries.map(
    ([reference, locator]) => `  ${JSON.stringify(reference)}: ${JSON.stringify(locator)}`,
  )
  writeFileSync(join(data, 'locators.json'), `{\n${lines.join(',\n')}\n}\n`)
  console.error(`tools/build-locators: ${entries.length} locators`)
}

function minutesReferences(): string[] {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' })
  const records = files.filter((name) => name.endsWith('.json') && name !== 'locators.json')
  return records
    .flatMap((name) => [...readFileSync(join(data, name), 'utf8').matchAll(/"minutes": "([^"]+)"/g)])
    .flatMap((match) => match[1] ?? [])
}

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
