import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../test/support/read-pdf.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { recordMembership } from '../networks/index.ts'
import { itemKeys } from './items/skeleton.ts'

const group = 'france-coree'
const today = 'now=2026-12-02'
const languages = ['fr', 'ko', 'en'] as const
const countries = ['fr', 'kr'] as const

let testApp: TestApp
let networkId: string
let coordinator: SignedIn
let member: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, now: '2026-12-02T08:00:00Z' })
  const { database } = testApp.context
  const row = await database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', group)
    .executeTakeFirstOrThrow()
  networkId = row.network_id
  coordinator = await signIn(testApp, { networkId, role: 'coordinator' })
  const limoges = await database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', 'limoges')
    .executeTakeFirstOrThrow()
  member = await signIn(testApp, { networkId, role: 'member', organisationIds: [limoges.organisation_id] })
})
afterAll(() => testApp.close())

const readBrief = async (country: string, query = today, network = group) =>
  (await testApp.get(`/api/v1/networks/${network}/brief/${country}?${query}`)).json()

type Answer = {
  counts: Record<string, number>
  pages: number
  sections: {
    key: string
    items: {
      key: string
      state: string
      text: string | null
      source: object | null
      as_of: string | null
      figures: { kind: string; count: number; perimeter: string }[]
    }[]
  }[]
}
const itemsOf = ({ sections }: Answer) => sections.flatMap(({ items }) => items)

describe('the six briefs of two countries in three languages', () => {
  for (const country of countries)
    for (const lang of languages)
      it(`${country} in ${lang}: the same forty items, each said or said to be missing, on two pages at most`, async () => {
        const answer: Answer = await readBrief(country, `${today}&lang=${lang}`)
        const items = itemsOf(answer)
        expect(items.map(({ key }) => key)).toEqual(itemKeys)
        expect(answer.counts.items).toBe(40)
        expect(answer.pages).toBeLessThanOrEqual(2)
        for (const { key, state, text, as_of } of items)
          expect([key, state === 'missing', text === null, as_of === null]).toEqual(
            state === 'missing' ? [key, true, true, true] : [key, false, false, false],
          )
        // What a person read beside its source names it; the rest says that it is to be checked.
        expect(items.filter(({ state, source }) => state === 'known' && source === null)).toEqual([])
      })

  const files = countries.flatMap((country) => languages.map((lang) => [country, lang] as const))
  it.skipIf(!canReadPdf).each(files)(
    '%s in %s is a tagged PDF of two pages that holds every item',
    async (country, lang) => {
      const items = itemsOf(await readBrief(country, `${today}&lang=${lang}`))
      const file = await testApp.get(`/${lang}/${group}/brief/${country}.pdf?${today}`)
      expect(file.headers['content-type']).toBe('application/pdf')
      const { facts, text } = readPdf(file.rawPayload)
      expect([facts.Tagged, Number(facts.Pages)]).toEqual(['yes', 2])
      const dense = (words: string) => words.replaceAll(/[\s\u202f\u00a0]/g, '')
      const absent = items.filter((item) => item.text && !dense(text).includes(dense(item.text.slice(0, 20))))
      expect(absent.map(({ key }) => key)).toEqual([])
    },
  )

  it('which a page, a text and a Word file say too, with whom to ask for what is missing', async () => {
    const page = pageWords((await testApp.get(`/ko/${group}/brief/fr?${today}`)).body)
    expect(page).toContain('자료 없음. 문의:')
    const text = (await testApp.get(`/ko/${group}/brief/fr.txt?${today}`)).body
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(10)
    const word = await testApp.get(`/ko/${group}/brief/fr.docx?${today}`)
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const both = pageWords((await testApp.get(`/en/${group}/brief?${today}`)).body)
    expect(both).toContain('Republic of Korea')
  })
})

describe('numbers that are true on the day', () => {
  const count = (answer: Answer, kind: string, perimeter = 'directory') =>
    itemsOf(answer)
      .find(({ key }) => key === 'counts')
      ?.figures.find((each) => each.kind === kind && each.perimeter === perimeter)?.count

  it('leave out, for a past day, kinds of groupings that no list tells', async () => {
    const then: Answer = await readBrief('fr', 'now=2017-07-08')
    const now: Answer = await readBrief('fr')
    const groupings = ['metropole', 'communaute_urbaine', 'communaute_agglomeration', 'communaute_communes']
    expect(groupings.map((kind) => count(then, kind))).toEqual(groupings.map(() => undefined))
    expect(groupings.some((kind) => count(now, kind) !== undefined)).toBe(true)
  })

  it('are those known on the day: an item told later is missing before', async () => {
    const then: Answer = await readBrief('kr', 'now=2017-07-08')
    const vote = itemsOf(then).find(({ key }) => key === 'tie_vote')
    expect(vote?.text).not.toContain('47')
    expect(then.counts.items).toBe(40)
  })
})

describe('a country of which nothing was written', () => {
  it.each([
    ['ma', ['fr', 'ar', 'en']],
    ['jp', ['fr', 'ja', 'en']],
  ])('says so forty times, and tells nothing of another country: %s', async (country, languages) => {
    const { slug } = await buildNetwork(testApp.context, {
      countries: ['FR', country.toUpperCase()],
      languages,
    })
    const answer: Answer = await readBrief(country, today, slug)
    expect(answer.counts).toEqual({ items: 40, known: 0, unverified: 0, stale: 0, missing: 40 })
    expect(itemsOf(answer).flatMap(({ figures }) => figures)).toEqual([])
    const page = pageWords((await testApp.get(`/fr/${slug}/brief/${country}`)).body)
    expect(page.match(/Manque/g)?.length).toBeGreaterThanOrEqual(40)
    expect(page).not.toMatch(/[가-힣]/)
    expect((await testApp.get(`/fr/${slug}/brief/kr`)).statusCode).toBe(404)
  })
})

describe('an item', () => {
  const form = `/fr/${group}/brief/kr/edit/money`

  it('is written by the coordination, with its source and day, and shown at once', async () => {
    // Another group that has the country has shown its page before.
    const other = `/fr/${(await buildNetwork(testApp.context)).slug}/brief/kr`
    expect((await testApp.get(other)).body).not.toContain('suivent l’année civile')
    const fields = await fieldsOf(coordinator, form)
    const sent = {
      ...fields,
      'text.fr.text': 'Les budgets locaux suivent l’année civile.',
      source: '지방자치법',
      passage: '제140조',
      asOf: '2 janvier 2026',
      reason: 'Lu dans la loi.',
    }
    expect((await coordinator.post(form, { ...sent, asOf: '' })).body).toContain('pour quel jour')
    expect(
      (
        await coordinator.post(form, {
          ...sent,
          source: '',
          isChecked: 'yes',
          checkedBy: 'chargée de mission',
        })
      ).statusCode,
    ).toBe(422)
    expect((await coordinator.post(form, sent)).statusCode).toBe(303)
    const [item] = itemsOf(await readBrief('kr')).filter(({ key }) => key === 'money')
    expect(item).toMatchObject({
      state: 'unverified',
      text: 'Les budgets locaux suivent l’année civile.',
      as_of: '2026-01-02',
    })
    expect((await testApp.get(other)).body).toContain('suivent l’année civile')
    expect((await testApp.get(`/fr/${group}/brief/kr/history`)).body).toContain('Lu dans la loi.')
  })

  it('becomes known when someone reads the source, by their function alone, and unverified when its words change', async () => {
    const fields = await fieldsOf(coordinator, form)
    const reason = 'Relu.'
    await coordinator.post(form, { ...fields, isChecked: 'yes', checkedBy: 'chargée de mission', reason })
    const [known] = itemsOf(await readBrief('kr')).filter(({ key }) => key === 'money')
    expect(known).toMatchObject({ state: 'known', checked_by: 'chargée de mission' })
    const again = await fieldsOf(coordinator, form)
    await coordinator.post(form, { ...again, 'text.fr.text': 'Les budgets suivent l’année civile.', reason })
    const [changed] = itemsOf(await readBrief('kr')).filter(({ key }) => key === 'money')
    expect(changed).toMatchObject({ state: 'unverified', checked_by: null })
  })

  it('that does not fit is refused by how many lines and in which language, and kept as a draft', async () => {
    const fields = await fieldsOf(coordinator, form)
    const long = 'Une phrase longue qui remplit la page sans rien dire de plus. '.repeat(9)
    let refused: { key: string; body: string } | null = null
    for (const key of itemKeys) {
      const address = `/fr/${group}/brief/fr/edit/${key}`
      const values = { ...(await fieldsOf(coordinator, address)), 'text.fr.text': long, reason: 'Essai.' }
      const { statusCode, body } = await coordinator.post(address, values)
      if (statusCode === 422) refused = { key, body }
      if (refused) break
    }
    expect(pageWords(refused?.body ?? '')).toMatch(
      /Ne tient pas sur deux pages \(.*français.*\) : (une ligne|\d+ lignes) de trop/,
    )
    const kept = await coordinator.get(`/fr/${group}/brief/fr/edit/${refused?.key}`)
    expect(kept.body).toContain('Une phrase longue')
    const answer: Answer = await readBrief('fr', 'now=2017-07-08')
    expect(answer.pages).toBeLessThanOrEqual(2)
    expect(
      (await coordinator.post(form, { ...fields, 'text.fr.text': 'x'.repeat(5000), reason: 'Essai.' }))
        .statusCode,
    ).toBe(422)
  })

  it('is suggested by a member of the other side, and decided by the coordination', async () => {
    const address = `/fr/${group}/brief/kr/edit/hours`
    const fields = await fieldsOf(member, address)
    const answer = await member.post(address, {
      ...fields,
      'text.fr.text': 'Les bureaux ouvrent de 9 h à 18 h.',
      reason: 'Vu en mission.',
    })
    expect(answer.headers.location).toContain('/contributions/')
    const [item] = itemsOf(await readBrief('kr')).filter(({ key }) => key === 'hours')
    expect(item?.text).not.toBe('Les bureaux ouvrent de 9 h à 18 h.')
  })

  it('says who decides on the themes that its group chose, in place of its most frequent', async () => {
    const page = async () =>
      pageWords((await testApp.get(`/fr/${group}/brief/fr?${today}`)).body)
        .split('Thèmes du groupe')[1]
        ?.slice(0, 400)
    expect(await page()).toContain('culture')
    const address = `/fr/${group}/group/edit`
    const chosen = { ...(await fieldsOf(coordinator, address)), themes: ['water', 'ageing'] }
    expect((await coordinator.post(address, chosen)).headers.location).toBe(`/fr/${group}/group`)
    expect(await page()).not.toContain('culture')
    expect(await page()).toMatch(/vieillissement/)
    await coordinator.post(address, { ...(await fieldsOf(coordinator, address)), themes: '' })
    expect(await page()).toContain('culture')
  })

  it('is for its group alone where the group adds a line beside', async () => {
    const address = `/fr/${group}/brief/kr/edit/head`
    const fields = await fieldsOf(coordinator, address)
    await coordinator.post(address, {
      ...fields,
      'line.fr.text': 'Dans notre groupe, deux gouverneurs.',
      reason: 'Ajout.',
    })
    expect((await testApp.get(`/fr/${group}/brief/kr?${today}`)).body).toContain('deux gouverneurs')
    const { slug } = await buildNetwork(testApp.context)
    expect((await testApp.get(`/fr/${slug}/brief/kr`)).body).not.toContain('deux gouverneurs')
  })

  it('cannot be added, nor edited by a visitor', async () => {
    expect((await testApp.get(form)).statusCode).toBe(404)
    expect((await coordinator.get(`/fr/${group}/brief/new`)).statusCode).toBe(404)
    expect((await coordinator.get(`/fr/${group}/brief/kr/edit/nothing`)).statusCode).toBe(404)
  })
})

it('names posts and never a person in its public files', async () => {
  const { context } = testApp
  const { id, slug } = await buildNetwork(context)
  const body = await buildOrganisation(context, {
    country: 'KR',
    kind: 'national_association',
    level: null,
    slug: 'gaok-test',
  })
  await recordMembership(context, id, {
    organisationId: body.id,
    role: 'secretariat',
    position: 1,
    knownOn: '2017-07-07',
  })
  const { buildContact } = await import('../../../test/support/build-contact.ts')
  await buildContact(context, { id, slug }, body.id, { name: { ko: '박서윤', 'ko-Latn': 'Park Seoyun' } })
  for (const ending of ['', '.txt', '.json'])
    expect((await testApp.get(`/fr/${slug}/brief/kr${ending}`)).body).not.toContain('Seoyun')
  const own = await signIn(testApp, { networkId: id, role: 'coordinator' })
  expect((await own.get(`/fr/${slug}/brief/kr`)).body).toContain('Seoyun')
})
