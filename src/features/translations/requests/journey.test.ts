import { beforeAll, expect, test } from 'vitest'
import { askForAll, askWords } from '../../../../test/support/asked-translations.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines } from '../../../../test/support/to-do-lines.ts'
import { recordMembership } from '../../networks/index.ts'
import { translationJobs } from '../jobs.ts'

// Nobody reads both languages but the secretariat.
let testApp: TestApp
let network: { id: string; slug: string }
let korean: SignedIn
let french: SignedIn
let secretariat: SignedIn
let askedId = ''
let path = ''
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { context } = testApp
  network = await buildNetwork(context)
  const asker = await buildOrganisation(context, {
    country: 'KR',
    kind: 'si',
    level: 2,
    name: { ko: '가나시' },
  })
  const asked = await buildOrganisation(context, { name: { fr: 'Alpha' } })
  askedId = asked.id
  for (const [position, { id }] of [asker, asked].entries())
    await recordMembership(context, network.id, {
      organisationId: id,
      role: 'member',
      position,
      knownOn: '2020-01-01',
    })
  const member = (id: string, language: string) =>
    signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [id], language })
  korean = await member(asker.id, 'ko')
  french = await member(asked.id, 'fr')
  secretariat = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  return testApp.close
})

const group = (language: string) => `/${language}/${network.slug}`
const mailsTo = async ({ address }: SignedIn) =>
  (await readMailbox(testApp))
    .filter(({ to }) => to === address)
    .map((mail) => ({ ...mail, text: mail.text.replaceAll(/\s+/g, ' ') }))
const tell = async () => {
  testApp.clock.advance({ minutes: 15 })
  await translationJobs(testApp.application)
    .find(({ name }) => name === 'translations.ready')
    ?.run(null)
}
const toDo = async (browser: SignedIn) => pageWords((await browser.get(`${group('fr')}/to-do`)).body)

test('a French officer gets a Korean expectation, and the mail says in French what it is about', async () => {
  const stated = await korean.post(`${group('ko')}/expectations/new`, {
    asked: askedId,
    'title.ko.text': '고령자 돌봄 경험 공유',
    'text.ko.text': '재가 돌봄 담당자와 만나고 싶습니다.',
    themes: 'ageing',
    form: 'practitioner_exchange',
    deadline: '',
    confidentiality: 'network',
    language: 'ko',
    consent: 'yes',
  })
  expect([stated.statusCode, pageWords(stated.body)]).toEqual([303, ''])
  path = String(stated.headers.location).split('?')[0]?.replace(group('ko'), '') ?? ''
  const [mail] = await mailsTo(french)
  expect(mail?.text).toContain('échange de praticiens')
  expect(mail?.text).toContain('vieillissement')
  expect(mail?.text).toContain(
    'Texte en coréen. Sur la page où il figure, vous pouvez en demander la traduction',
  )
  expect(mail?.links[0]).toContain(path)
})

test('they read a tag, and ask with one press on the same page', async () => {
  const page = `${group('fr')}${path}`
  const before = await french.get(page)
  expect(before.body).toContain('<span class="tag">coréen</span>')
  expect(askWords(before.body)).toEqual([
    'Demander une traduction (français)',
    'Demander une traduction (français)',
  ])
  expect(await askForAll(french, page)).toBe(2)
  expect(askWords((await french.get(page)).body)).toEqual([
    'Demandée le 2 novembre 2026 ; 1 personne attend. Retirer la demande (français)',
    'Demandée le 2 novembre 2026 ; 1 personne attend. Retirer la demande (français)',
  ])
})

test('the secretariat sees it first among what waits, and translates from there', async () => {
  const list = await secretariat.get(`${group('fr')}/to-do`)
  expect(pageWords(list.body)).toMatch(
    /Un texte dont la traduction est attendue 고령자 돌봄 경험 공유 Alpha attend · depuis le 2 novembre 2026 · coréen → français · demandé par : Alpha/,
  )
  const queue = pageWords((await secretariat.get(`${group('fr')}/translations`)).body)
  expect(queue).toContain('1 personne attend depuis le 2 novembre 2026 : Alpha')
  for (const text of ['Partager l’expérience du grand âge', 'Rencontrer des praticiens.']) {
    const { body } = await secretariat.get(`${group('fr')}/to-do`)
    const editor = /href="([^"]*\/translations\/[0-9a-f-]+)"/.exec(body)?.[1] ?? ''
    const fields = await fieldsOf(secretariat, editor)
    const saved = await secretariat.post(editor, { ...fields, text })
    expect(saved.statusCode).toBe(303)
  }
  expect(await toDo(secretariat)).not.toContain('Un texte dont la traduction est attendue')
})

test('who asked and who wrote are told in their languages, in one mail each', async () => {
  await tell()
  await tell()
  const [french1, korean1] = await Promise.all(
    [french, korean].map(async (each) =>
      (await mailsTo(each)).filter(({ kind }) => kind === 'translations.ready'),
    ),
  )
  expect(french1?.map(({ language, subject }) => [language, subject])).toEqual([
    ['fr', 'À lire en français : Partager l’expérience du grand âge'],
  ])
  expect(french1?.[0]?.text).toContain('La traduction que vous aviez demandée est là')
  expect(korean1?.map(({ language, subject }) => [language, subject])).toEqual([
    ['ko', '프랑스어 번역: 고령자 돌봄 경험 공유'],
  ])
  expect(korean1?.[0]?.text).toContain('작성하신 글의 번역이 요청에 따라 등록되었습니다')
})

test('the French answer is told in Korean, and asked for where it is read', async () => {
  const page = `${group('fr')}${path}`
  const fields = await fieldsOf(french, page)
  const answered = await french.post(`${page}/answers`, {
    request: fields.request ?? '',
    seen: fields.seen ?? '',
    answer: 'yes',
    'words.fr.text': 'Volontiers, au printemps.',
  })
  expect(answered.statusCode).toBe(303)
  const mail = (await mailsTo(korean)).at(-1)
  expect(mail?.language).toBe('ko')
  expect(mail?.text).toContain(
    '작성 언어: 프랑스어. 로그인하시면 해당 페이지에서 번역을 요청하실 수 있습니다.',
  )
  expect(await askForAll(korean, `${group('ko')}${path}`)).toBe(1)
})

test('the secretariat words it on its page, and the Korean side is told once', async () => {
  const { body } = await secretariat.get(`${group('fr')}/to-do`)
  expect(pageWords(body)).toContain('가나시 attend · depuis le 2 novembre 2026 · français → coréen')
  const way = /href="([^"]*\?answer=[0-9a-f-]+)#answer"/.exec(body)?.[1] ?? ''
  const fields = await fieldsOf(secretariat, way)
  const before = (await mailsTo(korean)).length
  const worded = await secretariat.post(`${group('fr')}${path}/answers`, {
    ...fields,
    answer: 'yes',
    'words.ko.text': '기꺼이 봄에 하겠습니다.',
  })
  expect(worded.statusCode).toBe(303)
  await tell()
  const told = (await mailsTo(korean)).slice(before)
  expect(told.map(({ text }) => text.includes('기꺼이 봄에 하겠습니다.'))).toEqual([true])
  expect((await mailsTo(french)).at(-1)?.subject).toBe(
    'À lire en coréen : Partager l’expérience du grand âge',
  )
  expect(await toDo(secretariat)).not.toContain('Un texte dont la traduction est attendue')
  await expectKeptLines(testApp)
})
