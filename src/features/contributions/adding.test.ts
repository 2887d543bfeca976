import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../test/support/edited-record.ts'
import { readFields } from '../../../test/support/form-fields.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'

const list = '/api/v1/networks/france-coree/cooperations'
const form = '/fr/france-coree/cooperations/new'
let record: EditedRecord
// Of the tie that the first test adds.
let slug = ''

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

async function add(browser: SignedIn, typed: Record<string, string>) {
  const fields = readFields((await browser.get(form)).body)
  return browser.post(form, { ...fields, reason: 'Lettre du maire', ...typed })
}

const total = async () => (await record.testApp.get(`${list}?scope=all`)).json().total

describe('a new cooperation', () => {
  it('of a member’s own authority is published with its first version and its source', async () => {
    const before = await total()
    const answer = await add(record.member, {
      'parties.0.name': 'Limoges',
      'parties.1.name': '무주',
      'summary.fr.text': 'Deux villes se rencontrent.',
      since: 'vers 2014',
      status: 'in_talks',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/fr\/france-coree\/cooperations\/limoges-muju/),
    ])
    slug = answer.headers.location?.split(/[/?]/).at(-2) ?? ''
    const made = (await record.testApp.get(`${list}/${slug}`)).json()
    expect({
      parties: made.parties.map((party: { slug: string }) => party.slug),
      summary: made.summary,
      since: made.since,
      status: made.status,
      fields: made.evidence.map((each: { field: string }) => each.field).toSorted(),
    }).toEqual({
      parties: ['limoges', expect.stringMatching(/^muju/)],
      summary: { fr: 'Deux villes se rencontrent.' },
      since: '2014~',
      status: 'in_talks',
      fields: ['parties', 'since', 'status', 'summary'],
    })
    expect(await total()).toBe(before + 1)
    const history = (await record.testApp.get(`/fr/france-coree/cooperations/${slug}/history`)).body
    expect(history).toContain('Version 1')
    expect(history).toContain('Lettre du maire')
    expect((await record.testApp.get('/fr/france-coree/cooperations')).body).toContain(
      `/cooperations/${slug}`,
    )
  })

  it('has one start when whoever typed it corrects it, and two where another party says otherwise', async () => {
    const tie = `/fr/france-coree/cooperations/${slug}`
    const correct = async (browser: SignedIn, since: string) => {
      const fields = readFields((await browser.get(`${tie}/edit/summary`)).body)
      const answer = await browser.post(`${tie}/edit/summary`, {
        ...fields,
        since,
        reason: 'Lettre du maire',
      })
      const { disputed } = (await record.testApp.get(`${list}/${slug}`)).json()
      return [
        answer.statusCode,
        ...disputed.map((each: { values: { value: string }[] }) =>
          each.values.map(({ value }) => value).join(),
        ),
      ]
    }
    expect(await correct(record.member, '2099')).toEqual([422])
    expect(await correct(record.member, '2015')).toEqual([303])
    expect(await correct(record.coordinator, '2016')).toEqual([303, '2015,2016'])
    expect(await correct(record.coordinator, '2013')).toEqual([303, '2015,2013'])
  })

  it('is shown beside the one that exists already, and added when somebody says so', async () => {
    const typed = { 'parties.0.name': 'Icheon', 'parties.1.name': 'Limoges' }
    const before = await total()
    const asked = await add(record.member, typed)
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('href="/fr/france-coree/cooperations/limoges-icheon"')
    expect(await total()).toBe(before)
    const fields = readFields(asked.body)
    const answer = await record.member.post(form, { ...fields, action: 'anyway' })
    expect(answer.headers.location).toBe('/fr/france-coree/cooperations/icheon-limoges?done=added')
    expect(await total()).toBe(before + 1)
  })

  it('between others is a suggestion of the member’s, and made when it is accepted', async () => {
    const before = await total()
    const answer = await add(record.member, { 'parties.0.name': 'Rouen', 'parties.1.name': 'Muju' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/fr\/france-coree\/contributions\/[0-9a-f-]{36}$/)
    expect(await total()).toBe(before)
    const page = answer.headers.location ?? ''
    const fields = readFields((await record.coordinator.get(page)).body)
    const decided = await record.coordinator.post(`${page}/decision`, { ...fields, decision: 'accepted' })
    expect(decided.statusCode).toBe(303)
    expect(await total()).toBe(before + 1)
  })

  it('has a party, and a reason', async () => {
    const before = await total()
    const answer = await add(record.coordinator, { 'parties.0.name': '', reason: '', since: 'bientôt' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('bientôt')
    expect(answer.body).toContain('d’où vient l’information')
    expect(await total()).toBe(before)
  })

  it('is nobody’s to add who holds no role, and none of another group', async () => {
    const stranger = await signIn(record.testApp)
    for (const browser of [stranger, { get: record.testApp.get, post: stranger.post }]) {
      expect((await browser.get(form)).statusCode).toBe(404)
      expect((await browser.post(form, { 'parties.0.name': 'Limoges', reason: 'Essai' })).statusCode).toBe(
        404,
      )
    }
    expect((await record.coordinator.get('/fr/nowhere/cooperations/new')).statusCode).toBe(404)
  })

  it('is kept as a draft while it is typed, and lists work without a script', async () => {
    const fields = readFields((await record.other.get(form)).body)
    const three = await record.other.post(form, {
      ...fields,
      'summary.fr.text': 'À finir',
      action: 'add:parties',
    })
    expect(three.statusCode).toBe(200)
    expect(readFields(three.body)).toMatchObject({ 'parties.2.name': '', 'summary.fr.text': 'À finir' })
    await record.other.post(`${form}/draft`, readFields(three.body))
    const kept = (await record.other.get(form)).body
    expect(kept).toContain('À finir')
    expect(kept).toContain('Recommencer avec un formulaire vide')
    expect(kept).not.toContain('Repartir de la fiche publiée')
    await record.other.post(`${form}/draft/removal`)
    expect((await record.other.get(form)).body).not.toContain('À finir')
  })
})
