import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../test/support/edited-record.ts'
import { readFields } from '../../../test/support/form-fields.ts'
import { signIn } from '../../../test/support/sign-in.ts'

const form = '/fr/france-coree/organisations/new'
const parties = '/fr/france-coree/cooperations/limoges-icheon/edit/parties'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

async function add(typed: Record<string, string>, address = form) {
  const fields = readFields((await record.member.get(address)).body)
  return record.member.post(form, { ...fields, reason: 'Site de l’association', ...typed })
}

describe('an organisation that the directory has not got', () => {
  it('is added by hand, at an address of its own, and can be edited by whoever added it', async () => {
    const answer = await add({
      'name.fr': 'Maison des céramistes d’Aixe',
      'name.ko': '엑스 도예가의 집',
      country: 'FR',
      kind: 'association',
      'parent.name': 'Limoges',
      'place.latitude': '45,80',
      'place.longitude': '1,14',
      'codes.siren': '217 401 199',
      url: 'https://ceramistes.example/',
      'seeks.fr.text': 'Un atelier jumeau',
    })
    const page = '/fr/france-coree/organisations/maison-des-ceramistes-d-aixe'
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}?done=added`])
    // Whoever added it is told so.
    expect((await record.member.get(`${page}?done=added`)).body).toContain('Ajout enregistré.')
    const made = (await record.testApp.get(page.replace('/fr/', '/api/v1/networks/'))).json()
    expect(made).toMatchObject({
      name: { fr: 'Maison des céramistes d’Aixe', ko: '엑스 도예가의 집' },
      country: 'FR',
      kind: 'association',
      parent: { slug: 'limoges' },
      codes: { siren: '217401199' },
      location: { latitude: 45.8, longitude: 1.14 },
      seeks: { seeks: { fr: 'Un atelier jumeau' } },
      resources: [{ url: 'https://ceramistes.example/' }],
    })
    expect((await record.testApp.get(page)).body).toContain('Un atelier jumeau')
    expect((await record.testApp.get('/fr/france-coree/organisations')).body).toContain(
      'maison-des-ceramistes',
    )
    expect((await record.member.get(`${page}/edit`)).statusCode).toBe(200)
    expect((await record.testApp.get(`${page}/history`)).body).toContain('Site de l’association')
  })

  it('is reachable in the group before anything uses it, and in no other', async () => {
    const answer = await add({ 'name.fr': 'Amis de Muju', country: 'FR', kind: 'association' })
    const page = (answer.headers.location ?? '').replace('?done=added', '')
    expect((await record.testApp.get(page)).statusCode).toBe(200)
    expect((await record.member.get(`${page}/edit`)).statusCode).toBe(200)
    const list = (await record.testApp.get('/fr/france-coree/organisations')).body
    expect(list).not.toContain(page)
  })

  it('is compared with those that are alike, and added when it is none of them', async () => {
    const typed = { 'name.fr': 'Limoges', country: 'FR', kind: 'commune' }
    const asked = await add(typed)
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('Ceci existe peut-être déjà')
    expect(asked.body).toContain('href="/fr/france-coree/organisations/limoges"')
    const answer = await record.member.post(form, { ...readFields(asked.body), action: 'anyway' })
    expect(answer.headers.location).toBe('/fr/france-coree/organisations/limoges-2?done=added')
  })

  it('comes back into the form for which it was wanted, with what was typed there', async () => {
    const asked = await record.send('parties', {
      'parties.1.name': 'Xqzwv Qqq',
      'parties.1.capacity': 'ecosystem',
    })
    const link =
      asked.body.match(/href="([^"]*organisations\/new[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const answer = await add({ 'name.fr': 'Xqzwv Qqq', country: 'KR', kind: 'museum' }, link)
    expect(answer.headers.location).toMatch(
      /^\/fr\/france-coree\/cooperations\/limoges-icheon\/edit\/parties\?field=parties\.1&chosen=/,
    )
    const fields = readFields((await record.member.get(answer.headers.location ?? '')).body)
    expect(fields).toMatchObject({ 'parties.1.name': 'Xqzwv Qqq', 'parties.1.capacity': 'ecosystem' })
    const saved = await record.member.post(parties, { ...fields, reason: 'Nouvel acteur' })
    expect(saved.statusCode).toBe(303)
    expect((await record.read()).parties).toMatchObject([{ slug: 'limoges' }, { slug: 'xqzwv-qqq' }])
  })

  it('leads to no other site', async () => {
    const answer = await add({
      'name.fr': 'Amis du feu',
      country: 'FR',
      kind: 'association',
      next: '//evil.example/?a',
    })
    expect(answer.headers.location).toBe('/fr/france-coree/organisations/amis-du-feu?done=added')
  })

  it.each([
    [{ 'name.fr': 'A', country: 'FR', kind: 'gun' }, 'n’existe pas dans ce pays'],
    [{ country: 'FR', kind: 'museum' }, 'une langue au moins'],
    [{ 'name.fr': 'A', country: 'US', kind: 'museum' }, 'Cette valeur ne convient pas'],
    [{ 'name.fr': 'A', country: 'FR', kind: 'museum', url: 'javascript:alert(1)' }, 'commence par https://'],
    [{ 'name.fr': 'A', country: 'FR', kind: 'museum', 'codes.siren': '1' }, 'SIREN est inexact'],
    [{ 'name.fr': 'A', country: 'FR', kind: 'museum', 'place.latitude': '95' }, 'atitude'],
  ])('%j is not added', async (typed, sentence) => {
    const answer = await add(typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    await record.member.post(`${form}/draft/removal`)
  })

  it('is a suggestion of a reader’s, which a coordinator makes come true', async () => {
    const reader = await signIn(record.testApp, { role: 'reader', networkId: record.networkId })
    const fields = readFields((await reader.get(form)).body)
    const typed = {
      ...fields,
      'name.ko': '이천 도예 마을',
      country: 'KR',
      kind: 'association',
      reason: 'Visite',
    }
    const answer = await reader.post(form, typed)
    expect(answer.headers.location).toContain('/contributions/')
    const suggestion = answer.headers.location ?? ''
    const page = await record.coordinator.get(suggestion)
    expect(page.body).toContain('이천 도예 마을')
    await record.coordinator.post(`${suggestion}/decision`, {
      ...readFields(page.body),
      decision: 'accepted',
    })
    expect((await record.testApp.get('/fr/france-coree/organisations/association')).statusCode).toBe(200)
  })
})
