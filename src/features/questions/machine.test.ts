import { afterEach, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  type QuestionFixture,
} from '../../../test/support/questions.ts'
import { browserOf, signIn } from '../../../test/support/sign-in.ts'
import { type Translator, TranslatorTrouble } from '../../platform/translation/translator.ts'
import { questionTranslation } from './machine.commands.ts'

let fixture: QuestionFixture
/** What the service was given, and what it does with it. */
let given: string[]
let make: (text: string, to: string) => string
let translate: () => Promise<void>
beforeEach(async () => {
  fixture = await openAsking()
  given = []
  make = (text, to) => `<b>${to}</b> ${text.length}`
  const translator: Translator = {
    name: 'Essai',
    translate: async (texts, _from, to) => {
      given.push(...texts)
      return texts.map((text) => make(text, to))
    },
  }
  const log = { warn: () => {} } as unknown as typeof fixture.testApp.application.log
  translate = questionTranslation({ ...fixture.testApp.application, log }, translator)
  await addPeer(fixture, fixture.nantes, { address: 'jardins@nantes.example' })
})
afterEach(() => fixture.close())

const words = async (address: string) => pageWords((await fixture.asker.get(address)).body)
const indexed = () =>
  fixture.testApp.context.database
    .selectFrom('translations_text')
    .select('record_kind')
    .where('record_kind', '=', 'question')
    .execute()

test('a question of the group is in the reader’s language at nine, marked and followed by its own words; so is the answer', async () => {
  const page = await ask(fixture)
  await translate()
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  const text = asked?.text.replaceAll(/\s+/g, ' ') ?? ''
  expect(text).toMatch(/<b>fr<\/b> 32.*traduction automatique.*정원박람회가 끝난 뒤/i)
  // Markup of a machine is words like any other.
  expect((await browserOf(fixture.testApp).get(linkIn(asked))).body).toContain('&lt;b>fr&lt;/b> 32')
  await browserOf(fixture.testApp).post(`${linkIn(asked)}/answers`, {
    ...{ words: 'Deux jardiniers par jardin.', signed: 'Jardins' },
  })
  await translate()
  const [told] = await follow(fixture, '2017-09-04T07:16:00Z')
  expect(told?.text.replaceAll(/\s+/g, ' ')).toMatch(/<b>ko<\/b> 27.*기계 번역.*Deux jardiniers par jardin\./)
  const before = given.length
  await translate()
  expect(given).toHaveLength(before)
  expect(await words(page)).toMatch(
    /<b>ko<\/b> 27 기계 번역 원문 보기\(프랑스어\) Deux jardiniers par jardin\./,
  )
  // Its asker changes it: what the machine made of it is stale at once, then made anew.
  const edit = `${page}/edit`
  const form = await fieldsOf(fixture.asker, edit)
  await fixture.asker.post(edit, { ...form, question: '정원박람회 뒤 공원은 누가 관리합니까?' })
  const french = async () => words(page.replace('/ko/', '/fr/'))
  expect(await french()).toContain('<b>fr</b> 32 à revoir Texte d’origine (coréen)')
  await translate()
  expect(await french()).toContain('<b>fr</b> 21 traduction automatique')
})

test.each([
  ['is given to no machine', '', 0],
  ['is given to one where its asker lets it, and stays in no index', 'yes', 1],
])('a question that only one authority reads %s', async (_name, mayTranslate, times) => {
  const { nantes, network, testApp } = fixture
  await signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [nantes.id] })
  await ask(fixture, {}, { visibility: 'named', named: [nantes.id], mayTranslate })
  await translate()
  expect(given.filter((text) => text.startsWith('정원박람회가')).length > 0).toBe(times > 0)
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  expect(asked?.text.includes('<b>fr</b>')).toBe(times > 0)
  expect(await indexed()).toEqual([])
})

test('what the service cannot do now is asked again; what is too long for it, once', async () => {
  await ask(fixture, { tried: '정원박람회가 끝난 곳이 많습니다.' })
  make = () => {
    throw new TranslatorTrouble('busy')
  }
  await translate()
  expect(given).toHaveLength(1)
  // What is too long holds up no other.
  make = () => {
    throw new TranslatorTrouble('tooLong')
  }
  await translate()
  expect(given.length).toBeGreaterThan(3)
  const tooLong = given.length
  await translate()
  expect(given).toHaveLength(tooLong)
})

test('what it has no words for is asked once', async () => {
  await ask(fixture, { tried: '' })
  make = () => ' '
  await translate()
  const before = given.length
  await translate()
  expect(given).toHaveLength(before)
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  expect(asked?.text).toContain('정원박람회가')
})

test('a wrong translation is reported to the coordination, by whoever reads the question', async () => {
  const page = await ask(fixture)
  await translate()
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  const link = linkIn(asked)
  const before = (await readMailbox(fixture.testApp)).length
  const report = { verb: 'report', words: 'La traduction parle de jardiniers, pas de parcs.' }
  const told = await browserOf(fixture.testApp).post(`${link}/reader`, report)
  expect(told.headers.location).toContain('?done=report')
  expect((await fixture.asker.post(`${page}/reader`, { ...report, words: '' })).statusCode).toBe(422)
  expect((await browserOf(fixture.testApp).post(`${page}/reader`, report)).statusCode).toBe(404)
  const mails = (await readMailbox(fixture.testApp)).slice(before)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toMatch(/^Signalé/)
  expect(mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain(report.words)
})
