import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import {
  findWikidataTies,
  readWikidataTies,
  type WikidataTie,
} from '../../../../test/support/wikidata-ties.ts'
import { Abroad } from './abroad.ts'
import { type AskedParty, keyOfParty, kilometresBetween } from './asked-party.ts'
import { lookUpParties } from './queries.ts'
import type { Settled } from './settle.ts'

// Two thousand real names, a tenth of them shared by several communes: this shows what no hand-made sample does.
const file = findWikidataTies()
if (file === null)
  console.log('Not run: ../shared/reference/wikidata-french-ties-2017.tsv is not beside the project')

let testApp: TestApp
beforeAll(async () => {
  if (file) testApp = await openTestApp({ directory: 'whole' })
}, 240_000)
afterAll(() => testApp?.close())

const partyOf = ({ french: { name, ...place } }: WikidataTie, hasPlace: boolean): AskedParty => ({
  name,
  country: 'FR',
  code: null,
  region: null,
  kinds: [],
  place: hasPlace ? place : null,
})

async function measure(hasPlace: boolean) {
  const ties = readWikidataTies(file ?? '')
  const settled = await lookUpParties(
    testApp.context,
    ties.map((tie) => partyOf(tie, hasPlace)),
    { mostGuesses: 20, abroad: new Abroad() },
  )
  const rows = ties.map((tie) => ({ tie, is: settled.get(keyOfParty(partyOf(tie, hasPlace))) }))
  const found = rows.flatMap(({ tie, is }) => (is?.state === 'found' ? [{ tie, is }] : []))
  const far = found.filter(({ tie, is }) => kilometresTo(tie, is) > 15)
  const asked = rows.filter(({ is }) => is?.state === 'asked').length
  const refused = rows.length - found.length - asked
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(2)} %`
  console.log(
    `${rows.length} French parties ${hasPlace ? 'with' : 'without'} coordinates: resolved ${found.length} ` +
      `(${share(found.length, rows.length)}), asked ${asked}, refused ${refused}; far ${far.length} (${share(far.length, found.length)})`,
  )
  return { total: rows.length, found: found.length, far: far.length }
}

function kilometresTo({ french }: WikidataTie, { candidate }: Extract<Settled, { state: 'found' }>): number {
  const { latitude, longitude } = candidate
  // The directory lacks the place of some communes that ended long ago: they are the only ones of their name.
  return latitude === null || longitude === null ? 0 : kilometresBetween(french, { latitude, longitude })
}

test.runIf(file)(
  'finds nine in ten French parties by name and place, and hardly any elsewhere',
  async () => {
    const { total, found, far } = await measure(true)
    expect(found / total).toBeGreaterThan(0.97)
    expect(far / found).toBeLessThan(0.005)
  },
  60_000,
)

test.runIf(file)(
  'takes none for another when nothing tells homonyms apart',
  async () => {
    const { total, found, far } = await measure(false)
    expect(found / total).toBeGreaterThan(0.85)
    expect(far / found).toBeLessThan(0.005)
  },
  60_000,
)
