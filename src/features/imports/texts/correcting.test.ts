import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { factsOf, frenchMinutes, importWords } from '../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import type { TieValue } from './facts/fact.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function openReview(words: string, countries = ['FR', 'KR']) {
  const network = await buildNetwork(testApp.context, { countries })
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const address = await importWords(testApp, coordinator, network.slug, words)
  return { network, coordinator, address }
}

async function find(address: string, part: string, about = '') {
  const found = (await factsOf(testApp, address)).find(
    ({ value }) => value.part === part && JSON.stringify(value).includes(about),
  )
  if (!found) throw new Error(`The text states no ${part} ${about}`)
  return found
}

const goseong = `# Réunion

La ville de Limoges et Goseong ont signé une convention de coopération en 2019.

La ville de Limoges et Goseong coopèrent dans le domaine de la culture.
`

it('asks who is meant where a name has several bearers, and takes the answer wherever the text names it', async () => {
  const { network, coordinator, address } = await openReview(goseong)
  const tie = await find(address, 'tie')
  expect(tie.question).toBe('party')
  const page = await coordinator.get(`${address}/facts/${tie.id}`)
  expect(page.body).toContain('Que désigne «\u00a0Goseong\u00a0»')
  const { parties } = tie.value as TieValue
  const candidates = parties.find(({ organisationId }) => organisationId === null)?.candidates ?? []
  expect(candidates.length).toBeGreaterThan(1)
  const chosen = candidates.at(-1)?.organisationId ?? ''
  // Before that nothing of it can be written.
  const agreement = await find(address, 'agreement')
  await coordinator.post(`${address}/decisions`, { accept: agreement.id })
  expect((await find(address, 'agreement')).decision).toBe(null)
  const answer = await coordinator.post(`${address}/facts/${tie.id}`, { candidate: chosen })
  expect(answer.statusCode).toBe(303)
  await coordinator.post(`${address}/decisions`, { accept: agreement.id })
  const known = await testApp.context.database
    .selectFrom('registry_party')
    .select('organisation_id')
    .where('network_id', '=', network.id)
    .execute()
  expect(known.map((party) => party.organisation_id)).toContain(chosen)
})

it('says what is missing when nobody was chosen', async () => {
  const { coordinator, address } = await openReview(goseong)
  const tie = await find(address, 'tie')
  const answer = await coordinator.post(`${address}/facts/${tie.id}`, { candidate: '', 'meant.name': '' })
  expect(answer.statusCode).toBe(422)
})

it('loads the country of an authority that the directory does not hold yet', async () => {
  const words =
    '# Réunion\n\nLa ville de Limoges et la région de Marrakech-Safi (Maroc) ont signé un accord de jumelage en 2019.\n'
  const { network, coordinator, address } = await openReview(words, ['FR', 'MA'])
  const tie = await find(address, 'tie')
  expect(tie.question).toBe('party')
  const { parties } = tie.value as TieValue
  const region =
    parties.find(({ organisationId }) => organisationId === null)?.candidates[0]?.organisationId ?? ''
  await coordinator.post(`${address}/facts/${tie.id}`, { candidate: region })
  await coordinator.post(`${address}/decisions`, { sure: 'text' })
  const ties = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('slug')
    .where('network_id', '=', network.id)
    .execute()
  expect(ties).toHaveLength(1)
})

it('adds a town that only the gazetteer of the world knows, and a body that the text names', async () => {
  const words =
    '# Réunion\n\nLa ville de Limoges et la ville de Rabat (Maroc) ont signé un accord de jumelage en 2019.\n'
  const { network, coordinator, address } = await openReview(words, ['FR', 'MA'])
  const tie = await find(address, 'tie')
  const body = { create: '1', 'new.name': 'Rabat', 'new.country': 'MA', 'new.kind': 'municipality' }
  const wrong = await coordinator.post(`${address}/facts/${tie.id}`, { ...body, 'new.kind': 'gun' })
  expect(wrong.statusCode).toBe(422)
  expect((await coordinator.post(`${address}/facts/${tie.id}`, body)).statusCode).toBe(303)
  await coordinator.post(`${address}/decisions`, { sure: 'text' })
  const page = await testApp.get(`/fr/${network.slug}/cooperations/limoges-rabat`)
  expect(page.statusCode).toBe(200)
})

it('lets a fact be corrected in the form by which people write the same, and keeps its sentence', async () => {
  const { network, coordinator, address } = await openReview(frenchMinutes)
  const activity = await find(address, 'activity')
  const page = await coordinator.get(`${address}/facts/${activity.id}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('délégation')
  const typed = {
    kind: 'study_visit',
    'title.fr.text': 'Visite du musée Adrien-Dubouché',
    'title.original': 'fr',
    when: 'mai 2025',
    state: 'past',
  }
  const wrong = await coordinator.post(`${address}/facts/${activity.id}`, { ...typed, when: 'le trente mai' })
  expect(wrong.statusCode).toBe(422)
  expect((await find(address, 'activity')).decision).toBe(null)
  expect((await coordinator.post(`${address}/facts/${activity.id}`, typed)).statusCode).toBe(303)
  expect((await find(address, 'activity')).decision).toBe('corrected')
  const shown = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon`)
  expect(shown.body).toContain('Visite du musée Adrien-Dubouché')
  const written = await testApp.context.database
    .selectFrom('registry_evidence')
    .select('subject_kind')
    .where('network_id', '=', network.id)
    .where('subject_kind', '=', 'activity')
    .execute()
  expect(written).toHaveLength(1)
  await coordinator.post(`${address}/decisions`, { undo: activity.id })
  const after = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon`)
  expect(after.body).not.toContain('Adrien-Dubouché')
})

it('corrects a start, an agreement and a state in their own forms', async () => {
  const { coordinator, address } = await openReview(frenchMinutes)
  for (const part of ['since', 'agreement', 'theme']) {
    const fact = await find(address, part)
    expect((await coordinator.get(`${address}/facts/${fact.id}`)).statusCode, part).toBe(200)
  }
})
