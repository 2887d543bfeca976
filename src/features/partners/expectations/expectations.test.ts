import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import {
  answerFor,
  expectations,
  expectedLinkOf,
  minji,
  stateExpectation,
} from '../../../../test/support/expectations.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let record: EditedRecord
let rochelle: SignedIn
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
  rochelle = await memberOf('ca-de-la-rochelle')
})
afterAll(() => record.close())

const memberOf = async (slug: string) =>
  signIn(record.testApp, {
    role: 'member',
    networkId: record.networkId,
    organisationIds: [await record.organisationId(slug)],
  })
const anybody = () => browserOf(record.testApp)
const french = [
  'evian-les-bains',
  'grand-est',
  'ile-de-france',
  'issy-les-moulineaux',
  'metropole-europeenne-de-lille',
  'limoges',
  'marseille',
  'nantes-metropole',
  'normandie',
  'paris',
  'tours',
  'auvergne-rhone-alpes',
  'grenoble-alpes-metropole',
]

describe('an expectation of Hwaseong to La Rochelle, refused on competence', () => {
  let path = ''
  let link = ''

  test('is stated by the secretariat in the name of Hwaseong, and addressed to La Rochelle', async () => {
    path = await stateExpectation(record.coordinator, await record.organisationId('ca-de-la-rochelle'), minji)
    const mail = await lastMailTo(record.testApp, rochelle.address)
    expect(mail).toMatchObject({
      kind: 'partners.expectation',
      subject: expect.stringContaining('Une attente vous est adressée'),
      text: expect.stringContaining('고령자 재가 돌봄'),
    })
    link = await expectedLinkOf(record.testApp, minji.contactAddress)
    const told = await lastMailTo(record.testApp, minji.contactAddress)
    expect(told).toMatchObject({ language: 'ko', kind: 'partners.expectationLink' })
    const page = await anybody().get(link)
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
    expect(pageWords(page.body)).toContain('지정 대상에 전달')
    expect(page.body).not.toContain(minji.contactAddress)
  })

  test('is seen by the asker, those asked and the secretariat alone', async () => {
    const statuses = await Promise.all(
      [rochelle, record.coordinator, record.member, anybody()].map(
        async (browser) => (await browser.get(path)).statusCode,
      ),
    )
    expect(statuses).toEqual([200, 200, 404, 303])
    expect((await record.member.get(expectations)).body).not.toContain('고령자')
    expect((await anybody().get(expectations)).body).not.toContain('고령자')
  })

  test('is refused with a reason, which needs to be one of the list', async () => {
    const without = await answerFor(rochelle, path, 'ca-de-la-rochelle', {
      answer: 'no',
      'words.fr.text': 'Hélas.',
    })
    expect([without.statusCode, pageWords(without.body)]).toEqual([
      422,
      expect.stringContaining('choisissez une raison'),
    ])
    expect(without.body).toContain('Hélas.')
    const other = await answerFor(rochelle, path, 'ca-de-la-rochelle', { answer: 'no', reason: 'other' })
    expect(other.statusCode).toBe(422)
    const answer = await answerFor(rochelle, path, 'ca-de-la-rochelle', {
      answer: 'no',
      reason: 'competence',
      'words.fr.text': 'L’action sociale relève du département.',
    })
    expect(answer.statusCode).toBe(303)
    expect(await lastMailTo(record.testApp, minji.contactAddress)).toMatchObject({
      language: 'ko',
      subject: expect.stringContaining('답변 도착'),
      text: expect.stringMatching(/소관 권한 밖.*L’action sociale relève du département/),
    })
    const words = pageWords((await record.coordinator.get(path)).body)
    expect(words).toContain('hors compétence')
    expect(words).toContain('commune, département')
  })

  test('is not relayed before the asker has consented', async () => {
    const relayed = await record.coordinator.post(`${path}/relay`, { to: 'all' })
    expect([relayed.statusCode, pageWords(relayed.body)]).toEqual([
      422,
      expect.stringContaining('n’a pas donné son accord'),
    ])
    expect((await record.coordinator.post(`${path}/consent`, { consent: 'given' })).statusCode).toBe(404)
    expect((await record.coordinator.post(`${path}/consent/request`)).statusCode).toBe(303)
    expect(await lastMailTo(record.testApp, minji.contactAddress)).toMatchObject({
      subject: expect.stringContaining('회원 공유에 동의하십니까?'),
    })
    expect((await anybody().post(`${link}/consent`, { consent: 'given' })).headers.location).toBe(
      `${link}?done=consentGiven`,
    )
  })

  test('is relayed to the 13 other French members, each once', async () => {
    const before = (await readMailbox(record.testApp)).length
    const answer = await record.coordinator.post(`${path}/relay`, { to: 'all', answerBy: '2017-09-30' })
    expect(answer.statusCode).toBe(303)
    const rows = await record.testApp.context.database
      .selectFrom('partners_expectation_request as r')
      .innerJoin('directory_organisation as o', 'o.organisation_id', 'r.organisation_id')
      .select('o.slug')
      .where('r.relay_id', 'is not', null)
      .execute()
    expect(rows.map(({ slug }) => slug).toSorted()).toEqual(french.toSorted())
    const told = (await readMailbox(record.testApp)).slice(before).map(({ to }) => to)
    expect(told.toSorted()).toEqual(
      ['international@limoges.example', record.member.address, record.other.address].toSorted(),
    )
    expect((await record.member.get(path)).statusCode).toBe(200)
  })

  test('keeps what members answer from the asker until all have', async () => {
    const limoges = await answerFor(record.member, path, 'limoges', {
      answer: 'yes',
      'words.fr.text': 'Le service d’aide à domicile de Limoges vous reçoit en mars.',
    })
    expect(limoges.statusCode).toBe(303)
    for (const slug of french.filter((each) => each !== 'limoges').slice(0, -1)) {
      const answer = await answerFor(record.coordinator, path, slug, {
        answer: 'no',
        reason: slug === 'paris' ? 'calendar' : 'competence',
      })
      expect([slug, answer.statusCode]).toEqual([slug, 303])
    }
    const page = pageWords((await anybody().get(link)).body)
    expect(page).toContain('답변 13/14')
    expect(page).not.toContain('Limoges vous reçoit')
    expect(await lastMailTo(record.testApp, minji.contactAddress)).toMatchObject({
      subject: expect.not.stringContaining('종합 답변'),
    })
  })

  test('tells the secretariat which answers are not in the asker’s language yet, and where to word them', async () => {
    const told = /dans la langue du demandeur.+Traduire la réponse : Limoges – pas encore en coréen/
    const { body } = await record.coordinator.get(path)
    expect(pageWords(body)).toMatch(told)
    expect(pageWords(body)).not.toContain('Traduire la réponse : Paris')
    const [, form = ''] = /<a href="([^"]+)">Traduire la réponse/.exec(body) ?? []
    expect((await record.coordinator.get(form)).body).toContain('words.ko.text')
    expect(pageWords((await record.member.get(path)).body)).not.toMatch(told)
  })

  test('gives the asker one consolidated reply in Korean, by mail and on the page', async () => {
    await answerFor(record.coordinator, path, 'grenoble-alpes-metropole', {
      answer: 'partly',
      reason: 'size',
      'words.ko.text': '대학 연구팀을 소개할 수 있습니다.',
    })
    const replies = (await readMailbox(record.testApp)).filter(
      ({ to, subject }) => to === minji.contactAddress && subject.includes('종합 답변'),
    )
    expect(replies).toHaveLength(1)
    const text = replies[0]?.text.replaceAll(/\s+/g, ' ')
    for (const said of [
      '리모주 – 수용',
      '일부 수락한 회원 1곳',
      'Limoges vous reçoit en mars.',
      '대학 연구팀을 소개할 수 있습니다.',
      '수용할 수 없는 회원 12곳',
      '소관 권한 밖: 11곳',
      '일정: 1곳',
    ])
      expect(text, said).toContain(said)
    const page = pageWords((await anybody().get(link)).body)
    expect(page).toContain('종합 답변')
    expect(page).toContain('Limoges vous reçoit en mars.')
  })

  test('closes with a named answer, and can be reopened', async () => {
    const { body } = await anybody().get(link)
    const named = /name="by" value="([0-9a-f-]{36})"(?:(?!<input)[\s\S])*?리모주/.exec(body)?.[1] ?? ''
    const unnamed = await anybody().post(`${link}/closing`, { outcome: 'satisfied' })
    expect(unnamed.statusCode).toBe(422)
    const closed = await anybody().post(`${link}/closing`, { outcome: 'satisfied', by: named })
    expect(closed.headers.location).toBe(`${link}?done=closed`)
    const words = pageWords((await record.member.get(path)).body)
    expect(words).toContain('satisfaite')
    expect(words).toContain('Satisfaite par Limoges')
    expect(await lastMailTo(record.testApp, record.member.address)).toMatchObject({
      subject: expect.stringContaining('Attente close'),
    })
    const late = await record.member.post(`${path}/answers`, {
      request: named,
      answer: 'no',
      reason: 'budget',
    })
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('Cette attente est close'),
    ])
    expect((await record.coordinator.post(`${path}/reopening`)).statusCode).toBe(303)
    expect(pageWords((await record.member.get(path)).body)).toContain('reprise')
    await anybody().post(`${link}/closing`, { outcome: 'satisfied', by: named })
  })

  test('tells every step to those concerned, with who and for whom', async () => {
    const words = pageWords((await rochelle.get(path)).body)
    for (const step of [
      'attente exprimée',
      'réponse : ne peut répondre',
      'accord donné',
      'diffusée',
      'réponse groupée envoyée',
      'rouverte',
      'close : satisfaite',
    ])
      expect(words, step).toContain(step)
  })

  test('is counted for the secretariat, by reason and side', async () => {
    const words = pageWords((await record.coordinator.get(`${expectations}/overview`)).body)
    expect(words).toMatch(/Hors compétence 11 0 11/)
    expect(words).toMatch(/Taille de la collectivité 1 0 1/)
    expect((await rochelle.get(`${expectations}/overview`)).statusCode).toBe(404)
  })

  test('says nothing that is not there', async () => {
    expect((await readMailbox(record.testApp)).every(({ text }) => !/undefined|\[object/.test(text))).toBe(
      true,
    )
  })
})
