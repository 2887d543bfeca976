import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { answerFor, stateExpectation } from '../../../../test/support/expectations.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let record: EditedRecord
let lille: SignedIn
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
  lille = await signIn(record.testApp, {
    role: 'member',
    networkId: record.networkId,
    organisationIds: [await record.organisationId('metropole-europeenne-de-lille')],
  })
})
afterAll(() => record.close())

const ledger = '/fr/france-coree/reciprocity'
const words = async (address: string, browser: Pick<SignedIn, 'get'> = browserOf(record.testApp)) =>
  pageWords((await browser.get(address)).body)

/** The cells of a tie’s line: visits there, back and unknown, expectations there and back, texts there and back. */
async function lineOf(tie: string, browser?: Pick<SignedIn, 'get'>): Promise<number[]> {
  const [, cells = ''] =
    new RegExp(`${tie}(?: rien de compté encore)?((?: \\d+){7})(?!\\d)`).exec(await words(ledger, browser)) ??
    []
  return cells.trim().split(' ').map(Number)
}

describe('the ledger of Lille and Daegu', () => {
  test('has four delegations received in 2016, and an outward visit in May 2017', async () => {
    const page = await words(`${ledger}/lille-daegu`)
    expect(page).toContain(
      'mai 2017 Daegu reçoit ses homologues pendant le sommet culturel de CGLU France → République de Corée',
    )
    expect(page).toContain(
      '2016 Quatre délégations reçues par la MEL République de Corée → France · compte pour 4 visites',
    )
    // From France to Korea, back, unknown.
    expect(page).toMatch(/2017 1 0 0 2016 0 4 0/)
    expect(await lineOf('Métropole européenne de Lille – Daegu')).toEqual([1, 4, 0, 0, 0, 0, 0])
  })

  test('is reached from the page of the cooperation, and says what it counts', async () => {
    expect((await record.testApp.get('/fr/france-coree/cooperations/lille-daegu')).body).toContain(
      `href="${ledger}/lille-daegu"`,
    )
    expect(await words(ledger)).toContain('jamais deviné')
  })

  test('reads in Korean with the Korean side first', async () => {
    const page = await words('/ko/france-coree/reciprocity')
    expect(page).toContain('방문 대한민국 → 프랑스 방문 프랑스 → 대한민국')
    expect(page).toMatch(/대구 – [^0-9]*4 1 0/)
  })
})

describe('a direction that the agenda does not say', () => {
  test('stands in a column of its own: nobody received the mission of 2011 from Alsace', async () => {
    expect(await lineOf('Grand Est – \\D+?')).toEqual([0, 0, 1, 0, 0, 0, 0])
    expect(await words(`${ledger}/grand-est-gyeongsangbuk`)).toContain('sens inconnu')
  })
})

describe('an event that stands for several visits', () => {
  test('is counted by who speaks for a party, as often as its source says', async () => {
    const page = (await lille.get(`${ledger}/lille-daegu`)).body
    const [, event = ''] = /<option value="([0-9a-f-]{36})"[^>]*>Daegu reçoit/.exec(page) ?? []
    const count = (visits: string, browser = lille) =>
      browser.post(`${ledger}/lille-daegu/visits`, { event, visits })
    expect((await count('0')).statusCode).toBe(422)
    expect((await count('2', record.member)).statusCode).toBe(404)
    expect((await count('2')).statusCode).toBe(303)
    expect(await words(`${ledger}/lille-daegu`)).toMatch(/2017 2 0 0/)
    expect((await count('1')).statusCode).toBe(303)
    expect(await words(`${ledger}/lille-daegu`)).toMatch(/2017 1 0 0/)
  })
})

describe('what else goes each way', () => {
  test('an expectation counts from the asker to who met it, for whoever may read it', async () => {
    const path = await stateExpectation(record.coordinator, await record.organisationId('limoges'), {
      'asker.name': 'Icheon',
    })
    await answerFor(record.member, path, 'limoges', { answer: 'yes' })
    const body = (await record.coordinator.get(path)).body
    const [, by = ''] = /name="by" value="([0-9a-f-]{36})"/.exec(body) ?? []
    expect((await record.coordinator.post(`${path}/closing`, { outcome: 'satisfied', by })).statusCode).toBe(
      303,
    )
    expect((await lineOf('Limoges – Icheon', record.coordinator)).slice(3, 5)).toEqual([0, 1])
    // It is confidential: others do not even count it.
    expect((await lineOf('Limoges – Icheon')).slice(3, 5)).toEqual([0, 0])
  })

  test('what was met in part alone is not counted as met: it stands beside, and in columns of its own in the file', async () => {
    const path = await stateExpectation(record.coordinator, await record.organisationId('limoges'), {
      'asker.name': 'Icheon',
      'title.fr.text': 'Prêter un four',
    })
    await answerFor(record.member, path, 'limoges', { answer: 'partly', reason: 'size' })
    const [, by = ''] =
      /name="by" value="([0-9a-f-]{36})"/.exec((await record.coordinator.get(path)).body) ?? []
    expect((await record.coordinator.post(`${path}/closing`, { outcome: 'partly', by })).statusCode).toBe(303)
    expect(await words(ledger, record.coordinator)).toContain('Limoges – Icheon 0 1 0 0 1 + 1 en partie 0 0')
    expect(await words(`${ledger}/limoges-icheon`, record.coordinator)).toContain(
      'Attentes satisfaites 0 1 + 1 en partie',
    )
    expect(await words(ledger)).toContain('ne compte pas pour une attente satisfaite')
    const { body } = await record.coordinator.get(`${ledger}.csv`)
    expect(body).toContain('satisfaites en partie')
    expect(body).toMatch(/^Limoges – Icheon;;0;1;0;0;1;0;0;0;1\r$/m)
    // Others count none of it.
    expect((await lineOf('Limoges – Icheon')).slice(3, 5)).toEqual([0, 0])
  })

  test('a text counts once somebody has read its translation over', async () => {
    expect((await lineOf('Limoges – Icheon')).slice(5)).toEqual([0, 0])
    const answer = await record.send('summary', { 'summary.ko.text': '도자기로 이어진 두 도시입니다.' })
    expect(answer.statusCode).toBe(303)
    expect((await lineOf('Limoges – Icheon')).slice(5)).toEqual([1, 0])
  })
})

test('the table is taken away as CSV, a line for each tie and each year of its visits', async () => {
  const { body, headers } = await record.testApp.get(`${ledger}.csv`)
  expect(headers['content-type']).toContain('text/csv')
  const lines = body.split('\r\n').filter((line) => line.startsWith('Métropole européenne de Lille'))
  expect(lines).toEqual([
    'Métropole européenne de Lille – Daegu;;1;4;0;0;0;0;0;0;0',
    'Métropole européenne de Lille – Daegu;2017;1;0;0;;;;;;',
    'Métropole européenne de Lille – Daegu;2016;0;4;0;;;;;;',
  ])
})

test('the ledger takes as many statements for one tie as for all', async () => {
  const count = (address: string) => record.testApp.countQueries(() => record.coordinator.get(address))
  await count(ledger)
  await count(`${ledger}/lille-daegu`)
  expect(await count(ledger)).toBe(await count(`${ledger}/lille-daegu`))
})
