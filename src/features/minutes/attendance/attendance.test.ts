import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { addSource } from '../../registry/sources/index.ts'
import { selectParticipants } from './queries.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

const people = async (id: string) =>
  (await selectParticipants(testApp.context, id)).map((each) => [
    each.name,
    each.function.fr?.text ?? '',
    each.organisation?.slug ?? each.organisationWords,
    each.presence,
  ])

test('people are added one after another, from the directory or in words', async () => {
  const { id, path } = await buildMeeting(testApp.context, network, { isHeld: true })
  const add = (form: Record<string, string>) =>
    keeper.post(`/fr/${path}/attendance`, { presence: 'present', ...form })
  const first = await add({ name: 'Claire Martin', function: 'Adjointe', 'organisation.name': 'Limoges' })
  expect((await keeper.get(first.headers.location?.split('#')[0] ?? '')).body).toMatch(
    /name="name"[^>]*autofocus/,
  )
  await add({ name: 'Kim', 'organisation.name': 'Une association inconnue', presence: 'remote' })
  expect((await add({})).statusCode).toBe(422)
  expect((await add({ name: 'X', 'organisation.name': 'Gwangju' })).statusCode).toBe(422)
  expect(await people(id)).toEqual([
    ['Claire Martin', 'Adjointe', 'limoges', 'present'],
    ['Kim', '', 'Une association inconnue', 'remote'],
  ])
})

test('a pasted list is added at once, with the bodies that are surely meant', async () => {
  const { id, path } = await buildMeeting(testApp.context, network, { isHeld: true })
  await keeper.post(`/fr/${path}/attendance/pasted`, {
    people: 'Claire Martin;Adjointe;Limoges;Excusé\n김민수;국장;이천시;참석\nAnne;;Gwangju;',
  })
  expect(await people(id)).toEqual([
    ['Claire Martin', 'Adjointe', 'limoges', 'excused'],
    ['김민수', '국장', 'icheon', 'present'],
    ['Anne', '', 'Gwangju', 'present'],
  ])
})

test('presences of all are said at once, and one is written otherwise or taken off', async () => {
  const { id, path } = await buildMeeting(testApp.context, network, { isHeld: true })
  await keeper.post(`/fr/${path}/attendance/pasted`, { people: 'Un\nDeux' })
  const [one, two] = (await selectParticipants(testApp.context, id)).map((each) => each.id)
  await keeper.post(`/fr/${path}/attendance/presences`, {
    [`presence.${one}`]: 'absent',
    [`presence.${two}`]: 'remote',
    [`named.${two}`]: 'on',
  })
  expect((await people(id)).map(([name, , , presence]) => [name, presence])).toEqual([
    ['Un', 'absent'],
    ['Deux', 'remote'],
  ])
  await keeper.post(`/fr/${path}/attendance/${two}`, { name: 'Deux bis', presence: 'present' })
  await keeper.post(`/fr/${path}/attendance/${one}/removal`)
  expect((await people(id)).map(([name]) => name)).toEqual(['Deux bis'])
})

test('the public reads nobody before minutes are published, and then functions alone unless they name somebody', async () => {
  const own = await buildNetwork(testApp.context)
  const person = (name: string, isNamed: boolean) => ({
    name,
    function: { fr: { text: `Fonction de ${name}`, state: 'original' as const } },
    organisationId: null,
    organisationWords: '',
    presence: 'represented' as const,
    representedBy: 'Jean Durand',
    isNamed,
  })
  const participants = [person('Claire', true), person('Cachée', false)]
  const hidden = await buildMeeting(testApp.context, own, { isHeld: true, participants })
  expect(pageWords((await testApp.get(`/fr/${hidden.path}`)).body)).not.toContain('Fonction de')

  const knownOn = '2026-11-01'
  const sourceId = await addSource(testApp.context, own.id, {
    slug: 'compte-rendu',
    kind: 'minutes',
    title: { fr: { text: 'Compte rendu', state: 'original' } },
    language: 'fr',
    publisher: 'CUF',
    knownOn,
  })
  const accounts = [{ sourceId, organisationId: null, isMinutes: true, knownOn }]
  const { path } = await buildMeeting(testApp.context, own, { isHeld: true, participants, accounts })
  const shown = pageWords((await testApp.get(`/fr/${path}`)).body)
  expect(shown).toContain('Fonction de Claire Claire')
  expect(shown).toContain('Fonction de Cachée')
  expect(shown.match(/Jean Durand/g)).toHaveLength(1)
  expect(shown.replaceAll('Fonction de Cachée', '')).not.toContain('Cachée')
})
