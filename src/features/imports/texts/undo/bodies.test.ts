import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide, findFact, importWords, openReview } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const told = (name: string) =>
  `# Limoges – Icheon\n\nLa ville de Limoges et la ville d'Icheon ont signé un accord de jumelage le 22 avril 2015. L'association ${name} organise les échanges.\n`

async function openWithBody(name: string) {
  const review = await openReview(testApp, told(name))
  await addBody(review.coordinator, review.address, name)
  return review
}

async function addBody(coordinator: SignedIn, address: string, name: string) {
  const actor = await findFact(testApp, address, 'actor')
  const own = actor.value.part === 'actor' ? actor.value.name : ''
  expect(own).toContain(name)
  const body = { create: '1', 'new.name': own, 'new.country': 'FR', 'new.kind': 'association' }
  const answer = await coordinator.post(`${address}/facts/${actor.id}`, body)
  if (answer.statusCode !== 303) throw new Error(answer.body)
}

const bodies = (name: string) =>
  testApp.context.database
    .selectFrom('directory_organisation')
    .select(['organisation_id', 'slug'])
    .where('slug', 'like', `%${name}%`)
    .execute()

it('takes back with the import whom it has added to the directory, and asks again who is meant', async () => {
  const { coordinator, address } = await openWithBody('Limousin Horizon')
  await decide(coordinator, address, { sure: 'text' })
  expect(await bodies('limousin-horizon')).toHaveLength(1)
  expect((await coordinator.post(`${address}/withdrawal`)).statusCode).toBe(303)
  expect(await bodies('limousin-horizon')).toEqual([])
  const actor = await findFact(testApp, address, 'actor')
  expect([actor.question, actor.isSure]).toEqual(['actor', false])
  expect((await coordinator.get(address)).body).not.toContain('ils y restent')
})

it('leaves a body that another text names, and says so', async () => {
  const { network, coordinator, address } = await openWithBody('Limousin Jardins')
  await decide(coordinator, address, { sure: 'text' })
  await importWords(testApp, coordinator, network.slug, `${told('Limousin Jardins')}\nFin.\n`)
  await coordinator.post(`${address}/withdrawal`)
  expect(await bodies('limousin-jardins')).toHaveLength(1)
  const page = await coordinator.get(address)
  expect(page.body).toContain('ils y restent')
  expect(page.body).toContain('une autre fiche ou un autre texte s’y rattache')
})

it('leaves a body whose page somebody has edited, and says so', async () => {
  const { network, coordinator, address } = await openWithBody('Limousin Musique')
  const [body] = await bodies('limousin-musique')
  const form = `/fr/${network.slug}/organisations/${body?.slug}/edit/identity`
  const page = await coordinator.get(form)
  expect(page.statusCode).toBe(200)
  const base = /name="base" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const edited = await coordinator.post(form, {
    'name.fr': 'Limousin Musique Corée',
    country: 'FR',
    kind: 'association',
    reason: 'Nom complet',
    base,
  })
  expect(edited.statusCode, edited.body.slice(0, 2000)).toBe(303)
  await coordinator.post(`${address}/withdrawal`)
  expect(await bodies('limousin-musique')).toHaveLength(1)
  expect((await coordinator.get(address)).body).toContain('quelqu’un a complété la fiche depuis')
})
