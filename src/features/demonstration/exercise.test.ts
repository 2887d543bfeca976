import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../test/support/read-pdf.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { startMailServer } from '../../../test/support/smtp-server.ts'
import { createDeliverer } from '../../platform/mail/delivery/delivery-loop.ts'
import { openSending } from '../../platform/mail/delivery/sending.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { questions } from '../questions/index.ts'
import { seedExercise } from './exercise.commands.ts'

const question = '/exercise/questions/when-a-heatwave-lasts-how-do-you-visit-every-older-person'
const says = { fr: 'sont inventés', ko: '모두 가상입니다', en: 'are invented' } as const
const languages = ['fr', 'ko', 'en'] as const

let house: TestApp
let sheet: string
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  await seedExercise(house.application)
  const { items } = (await house.get('/api/v1/networks/exercise/practices')).json()
  sheet = `/exercise/practices/${items[0].slug}`
})
afterAll(() => house.close())

const words = async (address: string) => pageWords((await house.get(address)).body)
const countRows = async () => {
  const { database } = house.context
  const count = (table: 'networks_network' | 'directory_organisation' | 'people_person' | 'platform_mail') =>
    database.selectFrom(table).select(database.fn.countAll<string>().as('count')).executeTakeFirst()
  return Promise.all(
    (['networks_network', 'directory_organisation', 'people_person', 'platform_mail'] as const).map(count),
  )
}

test('holds the whole life of a question, in the order of its days', async () => {
  const asked = await words(`/fr${question}`)
  for (const told of ['Kkumsok (ville inventée)', 'traduction automatique', 'retenue', 'Question en retour'])
    expect(asked).toContain(told)
  expect(asked).toContain('12 juin 2017')
  const [written] = (await house.get(`/ko${question}`)).body.match(/혼자 사는 어르신[^<]*/) ?? []
  expect(written).toContain('빠짐없이')
  const page = await words(`/ko${sheet}`)
  for (const told of ['상대국 실무자 검토 완료', '신분증 없이', '요구르트 배달원', '노인복지과장(연습용)'])
    expect(page).toContain(told)
  const api = (await house.get('/api/v1/networks/exercise/practices')).json()
  expect(api.items).toMatchObject([{ publication: 'published', confirmation: 'confirmed', used_by: 1 }])
})

test('plans an immersion, beside which members see who wishes the same', async () => {
  const events = (await house.get('/api/v1/networks/exercise/events')).json().items
  expect(events).toMatchObject([{ kind: 'job_shadowing' }])
  const page = `/ko/exercise/agenda/${events[0].slug}`
  const networkId = (await lookUpNetwork(house.context, 'exercise'))?.id ?? ''
  const member = await signIn(house, { role: 'member', networkId })
  expect(await words(page)).not.toContain('곁에서 배우고자')
  const seen = pageWords((await member.get(page)).body)
  for (const told of ['자립생활지원팀장', '집배원·자원봉사자의 가정 방문', '곁에서 배우고자 합니다'])
    expect(seen).toContain(told)
})

test('is made once, however often the command runs, and leaves the other network as it is', async () => {
  const before = await countRows()
  const home = (await house.get('/fr/france-coree')).body
  await seedExercise(house.application)
  expect(await countRows()).toEqual(before)
  expect((await house.get('/fr/france-coree')).body).toBe(home)
  expect(home).not.toContain('exercise')
  const listed = await words('/fr/france-coree/practices/people')
  expect(listed).not.toContain('inventé')
})

test('says on every page that it is invented, on whichever day', async () => {
  const pages = ['', '/cooperations', '/cooperations/nullepart-kkumsok', '/agenda', '/partners', '/practices']
  const more = [
    '/questions',
    '/practices/people',
    '/questions/rights',
    '/newsletter',
    '/meetings',
    '/reports',
  ]
  for (const path of [...pages, ...more].map((each) => `/exercise${each}`).concat(question, sheet))
    for (const language of languages) {
      expect(await words(`/${language}${path}`), path).toContain(says[language])
      const [name] = (await house.get(`/${language}${path}?now=2026-11-02`)).body.match(says[language]) ?? []
      expect(name, path).toBe(says[language])
    }
})

test('says in every mail that it is invented, and sends none', async () => {
  const mails = (await readMailbox(house)).filter(({ to }) => to.endsWith('exercise.example'))
  expect(mails.length).toBeGreaterThan(7)
  for (const { subject, text, language } of mails) {
    expect(subject).toMatch(/^(?:Re: )?\[(?:EXERCICE|연습)\] /)
    expect(text.replaceAll(/\s+/g, ' ')).toContain(says[language === 'ko' ? 'ko' : 'fr'])
  }
  const server = await startMailServer()
  const deliverer = createDeliverer(house.application, openSending(house.application.settings, server.url))
  await deliverer.deliverDue()
  deliverer.stop()
  await server.close()
  expect(server.received.filter(({ to }) => to.some((each) => each.endsWith('exercise.example')))).toEqual([])
})

test.each([
  ['/api/v1/networks/exercise', 'invented'],
  ['/api/v1/networks/exercise/cooperations', 'inventée'],
  ['/api/v1/networks/exercise/questions', '/exercise/'],
  ['/api/v1/networks/exercise/practices', 'invented'],
  ['/fr/exercise/agenda.ics', 'invent'],
  ['/fr/exercise/reports.rss', 'inventé'],
  ['/fr/exercise/newsletter.rss', 'inventé'],
])('says in its export %s that it is invented', async (address, word) => {
  const answer = await house.get(address)
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining(word)])
})

test.runIf(canReadPdf)('says on paper that it is invented', async () => {
  const pdf = await house.get('/fr/exercise/cooperations/nullepart-kkumsok/note.pdf')
  expect(readPdf(pdf.rawPayload).text).toContain('Exercice (groupe inventé)')
})

test('keeps its names beyond the years for which those of real questions are kept', async () => {
  const jobs = questions.jobs?.(house.application) ?? []
  await jobs.find(({ name }) => name === 'questions.forget')?.run(null)
  expect(jobs.map(({ name }) => name)).toContain('questions.forget')
  expect(await words(`/fr${question}`)).toContain('Responsable du service autonomie (exercice)')
})
