import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide, factsOf, findFact, openReview } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const openDate = `# Limoges – Icheon

La ville de Limoges et la ville d'Icheon ont signé un accord de jumelage deux ans après. Les échanges portent sur la céramique.
`

it('asks when something was, and writes the agreement with the answer', async () => {
  const { network, coordinator, address } = await openReview(testApp, openDate)
  const agreement = await findFact(testApp, address, 'agreement')
  expect(agreement.question).toBe('date')
  await decide(coordinator, address, { sure: 'text' })
  expect((await findFact(testApp, address, 'agreement')).decision).toBe(null)
  const page = await coordinator.get(address)
  expect(page.body).toContain('date à préciser')
  expect(page.body).toContain(`/facts/${agreement.id}" data-act="correct"`)

  const form = `${address}/facts/${agreement.id}`
  const question = await coordinator.get(form)
  expect(question.body).toMatch(/À quelle date correspond «\sdeux ans après\s»\s\?/)
  expect((await coordinator.post(form, { date: '' })).statusCode).toBe(422)
  expect((await coordinator.post(form, { date: 'le trente mai' })).statusCode).toBe(422)
  expect((await coordinator.post(form, { date: '22 avril 2015' })).headers.location).toContain(
    'answered=1#facts',
  )
  expect(await findFact(testApp, address, 'agreement')).toMatchObject({
    question: null,
    isSure: true,
    value: { date: '2015-04-22' },
    signature: expect.stringContaining('agreement:twinning:2015'),
  })
  await decide(coordinator, address, { accept: agreement.id })
  const tie = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon`)
  expect(tie.body).toContain('22 avril 2015')
})

it('lets a date stay open where nobody knows it', async () => {
  const { coordinator, address } = await openReview(testApp, openDate)
  const agreement = await findFact(testApp, address, 'agreement')
  await coordinator.post(`${address}/facts/${agreement.id}`, { date: '', without: '1' })
  const settled = await findFact(testApp, address, 'agreement')
  expect([settled.question, settled.isSure]).toEqual([null, true])
  expect(settled.value).not.toHaveProperty('openDate')
  expect(settled.value).toMatchObject({ date: null })
})

const countedDate = `# Limoges – Icheon

La ville de Limoges et la ville d'Icheon ont signé un protocole d'entente le 12 mai 2013.

La ville de Limoges et la ville d'Icheon ont signé un accord de jumelage deux ans après.
`

it('offers the dates that may be meant, each with what it was counted from, and chooses none', async () => {
  const { coordinator, address } = await openReview(testApp, countedDate)
  const agreement = await findFact(testApp, address, 'agreement', 'twinning')
  const form = `${address}/facts/${agreement.id}`
  const { body } = await coordinator.get(form)
  expect(body).toMatch(/<input type="radio"[^>]* name="candidate" value="2015"/)
  expect(body).toMatch(/«\sdeux ans après\s», à compter de «\s12 mai 2013\s» · passage 2/)
  expect(body).not.toMatch(/<input type="radio"[^>]* checked/)

  const nothing = await coordinator.post(form, {})
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('href="#field-candidate"')
  const both = await coordinator.post(form, { candidate: '2015', date: '2014' })
  expect(both.statusCode).toBe(422)
  expect(both.body).toContain('gardez l’une des deux')
  expect((await coordinator.post(form, { candidate: '1999' })).statusCode).toBe(422)
  expect((await findFact(testApp, address, 'agreement', 'twinning')).question).toBe('date')

  expect((await coordinator.post(form, { candidate: '2015' })).statusCode).toBe(303)
  expect(await findFact(testApp, address, 'agreement', 'twinning')).toMatchObject({
    question: null,
    value: { date: '2015' },
  })
})

it('takes a written date where none of those offered is meant', async () => {
  const { coordinator, address } = await openReview(testApp, countedDate)
  const { id } = await findFact(testApp, address, 'agreement', 'twinning')
  await coordinator.post(`${address}/facts/${id}`, { candidate: 'other', date: 'juin 2016' })
  expect((await findFact(testApp, address, 'agreement', 'twinning')).value).toMatchObject({ date: '2016-06' })
})

it('counts from the day of the text once somebody has said it', async () => {
  const words =
    '# 리모주시 – 이천시\n\n리모주시와 이천시는 자매결연 협정을 체결하였다. 지난해 리모주시 대표단이 이천시를 방문하였다.\n'
  const { coordinator, address } = await openReview(testApp, words)
  const { id } = await findFact(testApp, address, 'activity', '지난해')
  const form = `${address}/facts/${id}`
  expect((await coordinator.get(form)).body).not.toContain('name="candidate"')
  const source = { title: '보도자료', language: 'ko', kind: 'press', publisher: '이천시', url: '' }
  await coordinator.post(`${address}/source`, { ...source, published: '3 mai 2019' })
  const { body } = await coordinator.get(form.replace('/fr/', '/ko/'))
  expect(body).toContain('value="2018"')
  expect(body).toContain('문서 날짜(2019년 5월 3일) 기준 ‘지난해’')
})

it('asks who is meant without choosing anybody, and says what to do where nothing was answered', async () => {
  const words =
    '# Réunion\n\nLa ville de Saint-Denis et la ville d’Icheon ont signé un accord de jumelage en 2011.\n'
  const { coordinator, address } = await openReview(testApp, words)
  const form = `${address}/facts/${(await findFact(testApp, address, 'tie')).id}`
  const { body } = await coordinator.get(form)
  expect(body).toContain('La Réunion, France')
  expect(body).not.toMatch(/<input type="radio"[^>]* checked/)
  const nothing = await coordinator.post(form, {})
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('href="#field-candidate"')
  const noName = await coordinator.post(form, { candidate: 'other' })
  expect(noName.statusCode).toBe(422)
  expect(noName.body).toContain('href="#field-meant-name"')
})

const meeting = `# Réunion du groupe Corée

10 mars 2026, Hôtel de ville de Limoges

Présents : Mme Claire Durand ; M. Paul Morel, ville de Nantes.

Excusés : Mme Claire Durant, maire adjointe de Limoges.

## Suites

Il est décidé de publier une lettre d'information.
`

const participants = async (address: string) =>
  (await factsOf(testApp, address)).flatMap(({ id, value, question, decision }) =>
    value.part === 'participant' ? [{ id, name: value.name, role: value.role, question, decision }] : [],
  )

const attending = async (networkId: string) =>
  (
    await testApp.context.database
      .selectFrom('minutes_participant as p')
      .innerJoin('minutes_meeting as m', 'm.meeting_id', 'p.meeting_id')
      .select('p.name')
      .where('m.network_id', '=', networkId)
      .orderBy('p.name')
      .execute()
  ).map(({ name }) => name)

it('asks whether two spellings are one person, and enters whoever it is once, under the name that is right', async () => {
  const { network, coordinator, address } = await openReview(testApp, meeting)
  const [, , doubted] = await participants(address)
  expect(doubted).toMatchObject({ name: 'Claire Durant', question: 'person' })
  // Until it is answered, the meeting is not among what is sure.
  await decide(coordinator, address, { sure: 'text' })
  expect(await attending(network.id)).toEqual([])
  const form = `${address}/facts/${doubted?.id}`
  const question = await coordinator.get(form)
  expect(question.body).toContain('Une seule personne, Claire Durand')
  expect(question.body).toContain('Deux personnes')
  expect((await coordinator.post(form, {})).statusCode).toBe(422)
  expect((await coordinator.post(form, { answer: 'other' })).headers.location).toContain('answered=2#facts')
  expect((await participants(address)).map(({ name, decision }) => [name, decision])).toEqual([
    ['Claire Durant', null],
    ['Paul Morel', null],
    ['Claire Durant', 'refused'],
  ])
  await decide(coordinator, address, { sure: 'text' })
  expect(await attending(network.id)).toEqual(['Claire Durant', 'Paul Morel'])
})

it('enters two people where they are two', async () => {
  const { network, coordinator, address } = await openReview(testApp, meeting)
  const [, , doubted] = await participants(address)
  await coordinator.post(`${address}/facts/${doubted?.id}`, { answer: 'two' })
  await decide(coordinator, address, { sure: 'text' })
  expect(await attending(network.id)).toEqual(['Claire Durand', 'Claire Durant', 'Paul Morel'])
})

const withLinks = `# Réunion

Voir https://groupe.example.org pour le groupe.

## Limoges – Icheon

La ville de Limoges et la ville d'Icheon ont signé un accord de jumelage en 2015.

Photos : https://limoges.example.org/icheon
`

it('writes a link beside the tie in whose section it stands, and takes it back with it', async () => {
  const { network, coordinator, address } = await openReview(testApp, withLinks)
  await decide(coordinator, address, { sure: 'text' })
  const notes = () =>
    testApp.context.database
      .selectFrom('registry_note')
      .select(['subject_kind', 'url'])
      .where('network_id', '=', network.id)
      .orderBy('url')
      .execute()
  expect(await notes()).toEqual([
    { subject_kind: 'network', url: 'https://groupe.example.org' },
    { subject_kind: 'cooperation', url: 'https://limoges.example.org/icheon' },
  ])
  const tie = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon`)
  expect(tie.body).toContain('https://limoges.example.org/icheon')
  const link = await findFact(testApp, address, 'resource', 'limoges.example')
  expect((await coordinator.get(`${address}?view=decided`)).body).toContain(`f-${link.id}`)
  await decide(coordinator, address, { undo: link.id })
  expect(await notes()).toEqual([{ subject_kind: 'network', url: 'https://groupe.example.org' }])
  await coordinator.post(`${address}/withdrawal`)
  expect(await notes()).toEqual([])
})
