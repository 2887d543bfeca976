import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { refreshBriefs } from '../items/commands.ts'
import { completeEditions } from './commands.ts'

let testApp: TestApp
let slug: string
let first: SignedIn
let second: SignedIn
let visitor: SignedIn
let list: string

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'small', now: '2026-12-02T08:00:00Z' })
  await refreshBriefs({ ...testApp.context, actor: { kind: 'operator' } })
  const network = await buildNetwork(testApp.context)
  slug = network.slug
  list = `/fr/${slug}/brief/editions`
  first = await signIn(testApp, { networkId: network.id, role: 'coordinator' })
  visitor = await signIn(testApp, { networkId: network.id, role: 'reader' })
  second = await signIn(testApp, { networkId: network.id, role: 'chair' })
})
afterAll(() => testApp.close())

const publish = async (person: SignedIn) => person.post(list, await fieldsOf(person, list))

const write = async (key: string, text: string, country = 'kr') => {
  const form = `/fr/${slug}/brief/${country}/edit/${key}`
  const fields = await fieldsOf(first, form)
  const answer = await first.post(form, {
    ...fields,
    'text.fr.text': text,
    'text.ko.text': '',
    'text.en.text': '',
    reason: 'Essai.',
  })
  expect(answer.statusCode).toBe(303)
}

it('an edition is published by another person than the one who wrote last, under a number, with its digest', async () => {
  expect((await testApp.get(list)).body).toContain('Aucune édition')
  expect((await visitor.post(list, { digest: '' })).statusCode).toBe(404)
  await write('money', 'Les budgets suivent l’année civile.')
  const own = await publish(first)
  expect([own.statusCode, pageWords(own.body)]).toEqual([422, expect.stringContaining('une autre personne')])
  const answer = await publish(second)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${list}/1`])
  const page = pageWords((await testApp.get(`${list}/1`)).body)
  expect(page).toContain('Édition n° 1')
  expect(page).toMatch(/SHA-256 [0-9a-f]{64}/)
  expect(page).toContain('Les budgets suivent l’année civile.')
})

it('what changed since the person looked is not published unseen', async () => {
  const fields = await fieldsOf(second, list)
  await write('money', 'Les budgets locaux suivent l’année civile.')
  const answer = await second.post(list, fields)
  const words = pageWords(answer.body)
  expect([answer.statusCode, words.slice(words.indexOf('Éditions'), 1600)]).toEqual([
    422,
    expect.stringContaining('ont changé entre-temps'),
  ])
})

it('the next one says what changed since, a line a change, and the one before stays as it was', async () => {
  await write('population', '', 'fr')
  expect((await publish(second)).statusCode).toBe(303)
  const page = pageWords((await testApp.get(`${list}/2`)).body)
  const from = page.indexOf('Ce qui change depuis l’édition 1')
  const told = page.slice(from, page.indexOf('Échelons et nombres', from))
  expect(told).toContain('République de Corée · Les moyens en une ligne · modifié')
  expect(told).toContain('France · Population · retiré')
  expect(told.match(/ · /g)).toHaveLength(4)
  expect((await testApp.get(`${list}/1`)).body).toContain('Les budgets suivent l’année civile.')
})

it.skipIf(!canReadPdf)(
  'its files are drawn of what was frozen, with number and digest, in each language',
  async () => {
    for (const language of ['fr', 'ko', 'en']) {
      const file = await testApp.get(`/${language}/${slug}/brief/editions/1/kr.pdf`)
      expect(file.headers['content-type']).toBe('application/pdf')
      const { text, facts } = readPdf(file.rawPayload)
      expect(text).toMatch(/SHA-256/)
      expect(Number(facts.Pages)).toBeLessThanOrEqual(2)
    }
    const once = await testApp.get(`/fr/${slug}/brief/editions/1/kr.pdf`)
    const again = await testApp.get(`/fr/${slug}/brief/editions/1/kr.pdf`)
    expect(once.rawPayload.equals(again.rawPayload)).toBe(true)
    expect((await testApp.get(`${list}/1/ma.pdf`)).statusCode).toBe(404)
    expect((await testApp.get(`${list}/9`)).statusCode).toBe(404)
    expect((await testApp.get(`${list}/1?now=2026-12-01`)).statusCode).toBe(404)
  },
)

it('an erratum stands beside it, and a withdrawal says why', async () => {
  const fields = { 'text.fr.text': 'Lire 2025 au lieu de 2024.', 'text.written': 'fr', 'text.original': 'fr' }
  expect((await first.post(`${list}/1/errata`, fields)).statusCode).toBe(303)
  expect((await first.post(`${list}/1/errata`, { 'text.fr.text': '' })).statusCode).toBe(422)
  const page = await testApp.get(`${list}/1`)
  expect(pageWords(page.body)).toContain('Lire 2025 au lieu de 2024.')
  const reason = {
    'reason.fr.text': 'Un nombre était faux.',
    'reason.written': 'fr',
    'reason.original': 'fr',
  }
  expect((await first.post(`${list}/1/withdrawal`, reason)).statusCode).toBe(303)
  expect((await visitor.post(`${list}/2/withdrawal`, reason)).statusCode).toBe(404)
  expect(pageWords((await testApp.get(`${list}/1`)).body)).toContain('Un nombre était faux.')
  expect(pageWords((await testApp.get(list)).body)).toContain('Édition retirée.')
})

it('two who publish at once make two numbers', async () => {
  const third = await signIn(testApp, { networkId: (await networkId()) ?? '', role: 'coordinator' })
  const answers = await Promise.all([publish(second), publish(third)])
  expect(answers.map(({ headers }) => headers.location).toSorted()).toEqual([`${list}/3`, `${list}/4`])
})

it('facts that somebody altered in the database are shown to nobody', async () => {
  await sql`update platform_edition set facts = replace(facts, 'année civile', 'année fiscale') where number = 2`.execute(
    testApp.context.database,
  )
  expect((await testApp.get(`/en/${slug}/brief/editions/2`)).statusCode).toBe(500)
})

it('the demonstration begins with editions of its day and of today', async () => {
  const { id } = await buildNetwork(testApp.context, { slug: 'demonstration' })
  const network = {
    id,
    slug: 'demonstration',
    countries: ['FR', 'KR'],
    languages: ['fr', 'ko'],
    opensOn: '2017-07-08',
  }
  await completeEditions(testApp.context, network, '2026-12-02')
  await completeEditions(testApp.context, network, '2026-12-03')
  const page = pageWords((await testApp.get('/fr/demonstration/brief/editions/2')).body)
  expect(page).toContain('Ce qui change depuis l’édition 1')
  expect((await testApp.get('/fr/demonstration/brief/editions/3')).statusCode).toBe(404)
})

async function networkId(): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select network_id as id from networks_network where slug = ${slug}`.execute(testApp.context.database)
  return rows[0]?.id
}
