import { readdirSync } from 'node:fs'
import { assignSlugs } from './assign-slugs.ts'
import { recordColumns, successionColumns } from './directory-record.ts'
import { communeRecords } from './france/commune-records.ts'
import { epciMembers, epciRecords } from './france/epci-records.ts'
import { formerRecords } from './france/former-records.ts'
import { readFranceSources } from './france/france-sources.ts'
import { departementRecords, regionRecords } from './france/level-records.ts'
import { slugWishes } from './france/slug-wishes.ts'
import { successionRows } from './france/succession-rows.ts'
import { readTsv, writeTsv } from './tsv.ts'

const target = new URL('../../data/directory/', import.meta.url).pathname
const sources = readFranceSources()
const files = {
  'fr-regions.tsv': regionRecords(sources),
  'fr-departements.tsv': departementRecords(sources),
  'fr-epci.tsv': epciRecords(sources),
  'fr-communes.tsv': communeRecords(sources),
  'fr-former.tsv': formerRecords(sources),
}
const rows = Object.values(files).flat()

// Korean slugs are the older claim: a French commune of the same name takes an ending.
const korean = readdirSync(target).filter((name) => /^kr-.*\.tsv$/u.test(name))
const taken = new Set(korean.flatMap((name) => readTsv(`${target}${name}`).map((row) => row.slug ?? '')))
assignSlugs(slugWishes(rows), taken)
for (const [name, records] of Object.entries(files)) writeTsv(`${target}${name}`, recordColumns, records)
writeTsv(`${target}fr-epci-members.tsv`, ['epci', 'commune'], epciMembers(sources))
writeTsv(`${target}successions-fr.tsv`, successionColumns, successionRows(sources))

const communes = files['fr-communes.tsv']
const placed = communes.filter(({ codes }) => codes.includes('geonames=')).length
const located = communes.filter(({ lat }) => lat !== '').length
console.info(
  `${rows.length} authorities; communes: ${communes.length}, ${placed} in GeoNames, ${located} located`,
)
