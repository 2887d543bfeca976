import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { factsOf, frenchMinutes, importWords } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function openReview(words = frenchMinutes) {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id, name: 'Anne Roux' })
  const address = await importWords(testApp, coordinator, network.slug, words)
  return { network, coordinator, address }
}

const decide = (person: SignedIn, address: string, form: Record<string, string>) =>
  person.post(`${address}/decisions`, form)
const takeBack = (person: SignedIn, address: string, manner = 'ask') =>
  person.post(`${address}/withdrawal`, { manner })

/** What a page says about what stays, without markup. */
const wordsOf = (body: string) =>
  /<ul class="kept-facts">.*?<\/ul>/s
    .exec(body)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function find(address: string, part: string, about = '') {
  const found = (await factsOf(testApp, address)).find(
    ({ value }) => value.part === part && JSON.stringify(value).includes(about),
  )
  if (!found) throw new Error(`The text states no ${part} ${about}`)
  return found
}

/** Everything of a network in the registry and the index of texts. */
async function registryOf(networkId: string) {
  const count = async (
    table:
      | 'registry_cooperation'
      | 'registry_source'
      | 'registry_evidence'
      | 'registry_agreement'
      | 'agenda_event'
      | 'registry_theme'
      | 'registry_interest'
      | 'registry_note'
      | 'registry_dispute'
      | 'minutes_meeting'
      | 'minutes_decision'
      | 'translations_text',
  ) => {
    const row = await testApp.context.database
      .selectFrom(table)
      .select((each) => each.fn.countAll<string>().as('count'))
      .where('network_id', '=', networkId)
      .executeTakeFirst()
    return Number(row?.count)
  }
  return {
    ties: await count('registry_cooperation'),
    sources: await count('registry_source'),
    evidence: await count('registry_evidence'),
    agreements: await count('registry_agreement'),
    activities: await count('agenda_event'),
    themes: await count('registry_theme'),
    interests: await count('registry_interest'),
    notes: await count('registry_note'),
    disputes: await count('registry_dispute'),
    meetings: await count('minutes_meeting'),
    decisions: await count('minutes_decision'),
    texts: await count('translations_text'),
  }
}

it('leaves the registry as it was when an import is taken back whole', async () => {
  const { network, coordinator, address } = await openReview()
  const before = await registryOf(network.id)
  await decide(coordinator, address, { sure: 'text' })
  const written = await registryOf(network.id)
  expect(written.ties).toBe(2)
  expect(written.sources).toBe(1)
  expect(written.interests).toBe(1)
  expect(written.meetings).toBe(1)
  expect((await takeBack(coordinator, address)).statusCode).toBe(303)
  expect(await registryOf(network.id)).toEqual(before)
  expect((await testApp.get(`/fr/${network.slug}/cooperations/limoges-icheon`)).statusCode).toBe(404)
  const list = await coordinator.get(`/fr/${network.slug}/imports`)
  expect(list.body).toContain('Annulé')
  expect((await coordinator.get(address)).body).toContain('Import annulé par Anne Roux')
})

it('can be opened again, and then decided on anew', async () => {
  const { network, coordinator, address } = await openReview()
  await decide(coordinator, address, { sure: 'text' })
  const written = await registryOf(network.id)
  await takeBack(coordinator, address)
  const late = await decide(coordinator, address, { sure: 'text' })
  expect(late.statusCode).toBe(410)
  await coordinator.post(`${address}/reopening`)
  await decide(coordinator, address, { sure: 'text' })
  expect(await registryOf(network.id)).toEqual(written)
})

it('takes one decision back, and with the fact that made a tie all of that tie', async () => {
  const { network, coordinator, address } = await openReview()
  await decide(coordinator, address, { sure: (await find(address, 'tie', 'Suncheon')).id })
  const alone = await registryOf(network.id)
  await decide(coordinator, address, { sure: (await find(address, 'tie', 'Limoges')).id })
  const theme = await find(address, 'theme', 'crafts')
  await decide(coordinator, address, { undo: theme.id })
  expect((await find(address, 'theme', 'crafts')).decision).toBe(null)
  expect((await registryOf(network.id)).ties).toBe(2)
  await decide(coordinator, address, { undo: (await find(address, 'tie', 'Limoges')).id })
  expect(await registryOf(network.id)).toEqual(alone)
})

it('asks before it touches what somebody changed since, and leaves it where that is wished', async () => {
  const { network, coordinator, address } = await openReview()
  await decide(coordinator, address, { sure: 'text' })
  const place = `/fr/${network.slug}/cooperations/nantes-metropole-suncheon/edit/summary`
  const changed = await coordinator.post(place, {
    'summary.fr.text': '',
    since: '2008',
    reason: 'Archives de la ville',
    base: '2',
  })
  expect([303, 409]).toContain(changed.statusCode)
  const since = async () =>
    (
      await testApp.context.database
        .selectFrom('registry_cooperation')
        .select('since')
        .where('network_id', '=', network.id)
        .where('slug', '=', 'nantes-metropole-suncheon')
        .executeTakeFirst()
    )?.since
  expect(await since()).toBe('2008')

  const asked = await takeBack(coordinator, address)
  expect(asked.statusCode).toBe(409)
  expect(asked.body).toContain('Rien n’est encore annulé')
  const told = wordsOf(asked.body)
  expect(told).toContain('Lu dans le texte 2009 Aujourd’hui dans le registre 2008 Modifié par Anne Roux,')
  expect(told).toContain('Nantes Métropole – Suncheon')
  expect((await registryOf(network.id)).ties).toBe(2)

  expect((await takeBack(coordinator, address, 'keep')).statusCode).toBe(303)
  expect(await since()).toBe('2008')
  const left = await registryOf(network.id)
  expect([left.ties, left.agreements, left.themes]).toEqual([1, 0, 0])
})

it('takes back what was changed since as well where that is confirmed', async () => {
  const { network, coordinator, address } = await openReview()
  await decide(coordinator, address, { sure: (await find(address, 'tie', 'Suncheon')).id })
  await coordinator.post(`/fr/${network.slug}/cooperations/nantes-metropole-suncheon/edit/summary`, {
    'summary.fr.text': '',
    since: '2008',
    reason: 'Archives de la ville',
    base: '2',
  })
  await takeBack(coordinator, address, 'all')
  const tie = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('since')
    .where('network_id', '=', network.id)
    .executeTakeFirst()
  expect(tie?.since ?? null).toBe(null)
})

it('leaves what another text says as well', async () => {
  const { network, coordinator, address } = await openReview()
  await decide(coordinator, address, { sure: 'text' })
  const other = await importWords(testApp, coordinator, network.slug, `${frenchMinutes}\n\nFin.`)
  await decide(coordinator, other, { sure: 'text' })
  const both = await registryOf(network.id)
  await takeBack(coordinator, address, 'keep')
  const left = await registryOf(network.id)
  expect({ ...left, evidence: 0, sources: 0 }).toEqual({ ...both, evidence: 0, sources: 0 })
  // The meeting stays with the account that was the first to mention it.
  expect(left.sources).toBe(2)
  const shown = await testApp.get(`/fr/${network.slug}/cooperations/nantes-metropole-suncheon`)
  expect(shown.body).toContain('2009')
})
