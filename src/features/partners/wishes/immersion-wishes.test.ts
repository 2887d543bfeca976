import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProgram } from '../../../../test/support/program.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { addWish, openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'

const slug = 'normandie-president-incheon-2017'
const page = `/fr/france-coree/agenda/${slug}`
const heading = 'Qui cherche ou offre un échange de praticiens'
const ceramists = 'Des céramistes en immersion'

let wishing: WishingFixture
beforeAll(async () => {
  wishing = await openWishing()
  const title = (text: string) => ({ 'title.fr.text': text, action: 'anyway' })
  await addWish(wishing.member, { ...title(ceramists), forms: ['practitioner_exchange'] })
  await addWish(wishing.member, { ...title('Un projet de céramistes'), forms: ['project'] })
  await addWish(wishing.member, {
    ...title('Des jardiniers en immersion'),
    ...{ themes: ['parks_and_gardens'], forms: ['practitioner_exchange'] },
  })
})
afterAll(() => wishing.close())

const seen = async (browser: Pick<SignedIn, 'get'>) => pageWords((await browser.get(page)).body)

async function becomes(document: object) {
  const program = await openProgram(wishing.testApp, { networkId: wishing.networkId })
  const path = `/networks/france-coree/events/${slug}/document`
  const { headers } = await program.get(path)
  const answer = await program.send(
    'PATCH',
    path,
    { document, reason: 'Letter of the region' },
    { 'if-match': String(headers.etag) },
  )
  expect(answer.statusCode, answer.body).toBe(200)
}

test('members read on an immersion whose open wishes it would answer, by its themes and trades', async () => {
  expect(await seen(wishing.icheon)).not.toContain(heading)
  await becomes({
    kind: 'job_shadowing',
    ...{ themes: ['education'], delegation: { immersion: { trades: ['crafts'] } } },
  })
  const words = await seen(wishing.icheon)
  expect(words).toContain(heading)
  expect(words).toContain(ceramists)
  for (const other of ['Un projet de céramistes', 'Des jardiniers en immersion'])
    expect(words).not.toContain(other)
  expect(await seen(wishing.testApp)).not.toContain(heading)

  await becomes({ themes: ['parks_and_gardens'] })
  expect(await seen(wishing.icheon)).toContain('Des jardiniers en immersion')
})

test('an immersion that is cancelled or over asks nobody', async () => {
  await becomes({ state: 'cancelled' })
  expect(await seen(wishing.icheon)).not.toContain(heading)
  await becomes({ state: 'planned' })
  expect(await seen(wishing.icheon)).toContain(heading)
  await becomes({ when: '2017-03' })
  expect(await seen(wishing.icheon)).not.toContain(heading)
})
