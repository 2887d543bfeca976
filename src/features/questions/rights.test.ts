import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../test/support/page-words.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  type QuestionFixture,
} from '../../../test/support/questions.ts'
import { browserOf } from '../../../test/support/sign-in.ts'
import { newId } from '../../platform/context/identifier.ts'
import { removeOldInboundMails } from '../../platform/mail/inbound/take-mail.commands.ts'
import { statementYears } from '../contacts/index.ts'
import { forgetOldNames, yearsKept } from './retention.commands.ts'
import { cutDays, senderDays } from './rights.pages.tsx'

let fixture: QuestionFixture
beforeAll(async () => {
  fixture = await openAsking()
})
afterAll(() => fixture.close())

const address = (language: string) => `/${language}/${fixture.network.slug}/questions/rights`
const visitor = () => browserOf(fixture.testApp)
const words = async (page: string, browser: Pick<ReturnType<typeof visitor>, 'get'> = visitor()) =>
  pageWords((await browser.get(page)).body)

test.each([
  [
    'fr',
    'Qui lit quoi, et combien de temps',
    `${yearsKept} ans après`,
    `${cutDays} jours`,
    `${senderDays} jours`,
  ],
  ['ko', '열람 범위와 보유 기간', `${yearsKept}년이 지나면`, `${cutDays}일간`, `${senderDays}일간`],
  [
    'en',
    'Who reads what, and for how long',
    `${yearsKept} years after`,
    `${cutDays} days`,
    `${senderDays} days`,
  ],
])('the page opens for a visitor in %s, with the periods that the code keeps', async (language, ...told) => {
  const { testApp } = fixture
  const answer = await testApp.get(address(language))
  expect(answer.statusCode).toBe(200)
  for (const each of told) expect(pageWords(answer.body)).toContain(each)
  expect(answer.body).toContain(`href="/${language}/account/data"`)
})

test('no message tells a period in figures of its own', async () => {
  const { questionsMessages } = await import('./messages/index.ts')
  for (const messages of Object.values(questionsMessages))
    for (const [key, text] of Object.entries(messages))
      if (key.startsWith('questions.rights.')) expect(text, key).not.toMatch(/\d/)
  expect(statementYears).toBe(1)
})

test('what was cut of a mail, and its sender, go when the page says so', async () => {
  const { testApp } = fixture
  const { database } = testApp.context
  const clock = (at: Temporal.Instant) => ({ now: () => at })
  const received = Temporal.Instant.from('2017-09-04T01:00:00Z')
  const id = newId()
  await database
    .insertInto('platform_inbound_mail')
    .values({
      ...{ inbound_id: id, message_key: id, from_address: 'jardins@nantes.example' },
      ...{ received_at: received.toString(), cut: '> Bonjour' },
    })
    .execute()
  const left = async (days: number, seconds: number) => {
    await removeOldInboundMails({ database, clock: clock(received.add({ hours: 24 * days, seconds })) })
    const rows = await database
      .selectFrom('platform_inbound_mail')
      .select('cut')
      .where('inbound_id', '=', id)
      .execute()
    return rows.map(({ cut }) => cut)
  }
  expect(await left(cutDays, 0)).toEqual(['> Bonjour'])
  expect(await left(cutDays, 1)).toEqual([null])
  expect(await left(senderDays, 0)).toEqual([null])
  expect(await left(senderDays, 1)).toEqual([])
})

test('pages and mails lead to it, and an account reads its questions and answers until names are taken out', async () => {
  const { testApp, network, asker, coordinator } = fixture
  await addPeer(fixture, fixture.nantes, { address: 'jardins@nantes.example' })
  const form = await asker.get(`/ko/${network.slug}/questions/new`)
  expect(form.body).toContain(`href="${address('ko')}"`)
  expect((await coordinator.get(`/fr/${network.slug}/practices/people`)).body).toContain(address('fr'))
  await ask(fixture)
  const [mail] = await follow(fixture, '2017-09-04T07:00:00Z')
  expect(mail?.text).toContain(`${testApp.application.settings.baseUrl}${address('fr')}`)
  expect(linkIn(mail)).toContain('/questions/asked/')
  const data = () => words('/ko/account/data', asker)
  expect(await data()).toContain('정원박람회가 끝난 뒤')
  const { database } = testApp.context
  await database
    .updateTable('questions_question')
    .set({ closed_at: '2017-09-05T00:00:00Z', outcome: 'withdrawn' })
    .execute()
  testApp.clock.moveTo('2020-09-05T00:00:00Z')
  await forgetOldNames(testApp.application)
  const asked = () => database.selectFrom('questions_question').select('asked_by').execute()
  expect((await asked()).some(({ asked_by }) => asked_by !== null)).toBe(true)
  testApp.clock.moveTo(
    Temporal.Instant.from('2017-09-05T00:00:01Z')
      .toZonedDateTimeISO('UTC')
      .add({ years: yearsKept })
      .toInstant()
      .toString(),
  )
  await forgetOldNames(testApp.application)
  expect(await asked()).toEqual([{ asked_by: null }])
})
