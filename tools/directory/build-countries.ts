import { readdirSync } from 'node:fs'
import { assignSlugs } from './assign-slugs.ts'
import { countryRecords } from './countries/country-records.ts'
import { countryTable, countryTableColumns } from './countries/country-table.ts'
import { hangulNames, withHangul } from './countries/hangul-names.ts'
import { largestCities } from './countries/largest-cities.ts'
import { readWorldSources } from './countries/world-sources.ts'
import { recordColumns } from './directory-record.ts'
import { readTsv, writeTsv } from './tsv.ts'

const target = new URL('../../data/directory/', import.meta.url).pathname
const sources = readWorldSources()

// These have their own tables, or are French and in the French ones.
const elsewhere = new Set('FR KR GP MQ GF RE YT PM BL MF NC PF WF TF'.split(' '))
const taken = new Set(
  readdirSync(target)
    .filter((name) => /^(fr|kr)-.*\.tsv$/u.test(name))
    .flatMap((name) => readTsv(`${target}${name}`).map((row) => row.slug ?? '')),
)
const pairTable = readTsv(new URL('sources/iso-geonames.tsv', import.meta.url).pathname)
const knownPairs = new Map(pairTable.map((row) => [row.iso ?? '', row.geonames ?? '']))
const hangulRows = readTsv(new URL('sources/level-1-hangul.tsv', import.meta.url).pathname)
const hangul = hangulNames(hangulRows.filter(({ english }) => english === ''))
const divisions: { name: string; key: string; english: string; korean: string }[] = []
let total = 0

for (const country of sources.countries.filter((code) => !elsewhere.has(code))) {
  const rows = countryRecords({
    country,
    subdivisions: sources.subdivisions.get(country) ?? [],
    firstAreas: sources.firstAreas.get(country) ?? [],
    secondAreas: sources.secondAreas.get(country) ?? [],
    knownPairs,
    points: largestCities(sources.cities.get(country) ?? [], sources.places.get(country) ?? []),
  }).map((row) => withHangul(row, hangul))
  if (rows.length === 0) continue
  const names = new Map(rows.map(({ key, name_en }) => [key, name_en]))
  const wishes = rows.map((row) => {
    const endings = [names.get(row.parent) ?? '', row.key.slice(3)]
    return { row, candidates: [row.name_en, ...endings.map((end) => `${row.name_en} ${end}`)] }
  })
  const local = wishes.map(({ row, candidates }) => ({
    row,
    candidates: candidates.map((text) => `${text} ${country}`),
  }))
  assignSlugs(local, taken)
  writeTsv(`${target}countries/${country}.tsv`, recordColumns, rows)
  for (const { key, name_en: english, name_ko: korean } of rows)
    for (const name of korean === '' ? [] : [korean, ...(hangul.get(key)?.aliases ?? [])])
      divisions.push({ name, key, english, korean })
  total += rows.length
}
// Older texts name provinces that ended in 2025; these have no row now.
for (const { key = '', name_ko: name = '', english = '' } of hangulRows.filter(
  ({ english }) => english !== '',
))
  divisions.push({ name, key, english, korean: name })
// A text that names 하와이주 need not name its country: the reader finds it without knowing in which file to look.
writeTsv(`${target}../places/divisions.tsv`, ['name', 'key', 'english', 'korean'], divisions)
writeTsv(`${target}countries.tsv`, countryTableColumns, countryTable(sources))
console.info(`${total} areas`)
