import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { addInterest } from '../../index.ts'

const page = '/fr/france-coree/organisations/limoges'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
})
afterAll(() => record.close())

describe('an authority changes its own profile', () => {
  it('in its presentation, language by language', async () => {
    const answer = await record.send('about', {
      'about.fr.text': 'Capitale de la porcelaine.',
      'about.ko.text': '도자기의 도시입니다.',
      population: '129 760',
      populationYear: '2023',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}/edit?saved=1`])
    expect(await record.read()).toMatchObject({
      about: { fr: 'Capitale de la porcelaine.', ko: '도자기의 도시입니다.' },
      population: 129760,
      population_year: 2023,
    })
    expect((await record.testApp.get(page)).body).toContain('Capitale de la porcelaine.')
    const changes = (await record.testApp.get(`${page}/history/2`)).body
    expect(changes).toContain('Présentation (français)')
    expect(changes).toContain('Archives du service')
  })

  it('in its names and codes, and is found by the new name at once', async () => {
    const fields = await record.fields('identity')
    expect([fields['name.fr'], fields['codes.cog'], fields['parent.name']]).toEqual([
      'Limoges',
      '87085',
      'Haute-Vienne',
    ])
    const unchanged = await record.send('identity', {})
    expect(unchanged.body).toContain('Rien ne diffère')
    const answer = await record.send('identity', {
      'name.en': 'Limoges  Town',
      'short.ko': '리모주시',
      machine: ['en'],
      'codes.siren': '218 708 501',
    })
    expect(answer.statusCode).toBe(303)
    expect(await record.read()).toMatchObject({
      name: { fr: 'Limoges', en: 'Limoges Town' },
      short_name: { ko: '리모주시' },
      codes: { cog: '87085', siren: '218708501' },
    })
    for (const name of ['Limoges Town', '리모주시']) {
      const found = await record.testApp.get(`/api/v1/directory?q=${encodeURIComponent(name)}`)
      expect(found.json().items[0], name).toMatchObject({ slug: 'limoges' })
    }
  })

  it('in its place, by clicks on the map without a script', async () => {
    const fields = await record.fields('place')
    const clicked = await record.member.post(`${page}/edit/place`, {
      ...fields,
      'place.map.x': '200',
      'place.map.y': '150',
      reason: 'Relevé',
    })
    expect(clicked.statusCode).toBe(200)
    const after = readFields(clicked.body)
    expect([after['place.latitude'] !== fields['place.latitude'], after.reason]).toEqual([true, 'Relevé'])
    await record.member.post(`${page}/edit/place`, {
      ...after,
      'place.latitude': '45° 50′ N',
      'place.longitude': '1,25',
    })
    expect((await record.read()).location).toEqual({ latitude: 45.83333, longitude: 1.25 })
  })

  it('in what it seeks and offers, and no longer seeks anything', async () => {
    await record.send('interest', {
      'seeks.fr.text': 'Un partenaire en céramique',
      themes: ['tourism', 'arts'],
    })
    expect((await record.read()).seeks).toEqual({
      seeks: { fr: 'Un partenaire en céramique' },
      offers: {},
      themes: ['tourism', 'arts'],
    })
    await record.send('notes/new', {
      kind: 'resource',
      'label.fr.text': 'Musée',
      url: 'https://musee.example/',
    })
    expect((await record.read()).resources).toEqual([
      { label: { fr: 'Musée' }, url: 'https://musee.example/' },
    ])
    await record.send('interest', { 'seeks.fr.text': '', themes: [] })
    expect((await record.read()).seeks).toBeNull()
    expect((await record.read()).resources).toEqual([
      { label: { fr: 'Musée' }, url: 'https://musee.example/' },
    ])
  })

  it('and restores an earlier version of it', async () => {
    const { base = '' } = readFields((await record.member.get(`${page}/history/2`)).body)
    const answer = await record.member.post(`${page}/history/2/restoration`, { base, reason: 'Retour' })
    expect(answer.statusCode).toBe(303)
    expect(await record.read()).toMatchObject({ name: { fr: 'Limoges' }, resources: [], seeks: null })
  })
})

describe('what is wrong with a profile', () => {
  it.each([
    [{ 'codes.siren': '218708502' }, 'numéro SIREN est inexact'],
    [{ 'codes.cog': '8708' }, 'n’a pas la forme'],
    [{ kind: 'gun' }, 'Cette valeur ne convient pas'],
    [{ 'name.fr': '', 'name.ko': '', 'name.en': '' }, 'une langue au moins'],
    [{ validFrom: '2020-01-01', validUntil: '2019-01-01' }, 'La fin doit venir après'],
    [{ 'parent.name': 'Limoges', 'parent.id': '', 'parent.for': '' }, 'dépendre de lui-même'],
  ])('%j is said beside its field', async (typed, sentence) => {
    const before = await record.read()
    const answer = await record.send('identity', typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    expect(await record.read()).toEqual(before)
    await record.member.post(`${page}/edit/identity/draft/removal`)
  })
})

describe('an organisation of two groups', () => {
  it('tells neither what the other one knows of it, and both what holds for the directory', async () => {
    const other = await buildNetwork(record.testApp.context, { slug: 'autre-groupe' })
    await addInterest(record.testApp.context, other.id, {
      organisationId: await record.organisationId('limoges'),
      seeks: { fr: { text: 'Un théâtre', state: 'original' } },
      offers: {},
      themes: [],
      position: 0,
      knownOn: record.testApp.context.today,
    })
    const theirs = await signIn(record.testApp, { role: 'coordinator', networkId: other.id })
    const place = '/fr/autre-groupe/organisations/limoges'
    const change = async (part: string, typed: Record<string, string>) => {
      const fields = readFields((await theirs.get(`${place}/edit/${part}`)).body)
      const answer = await theirs.post(`${place}/edit/${part}`, { ...fields, ...typed })
      expect(answer.statusCode, part).toBe(303)
    }
    const before = await record.read()
    await change('interest', { 'seeks.fr.text': 'Un cirque discret', reason: 'Affaire interne' })
    await change('about', { 'about.en.text': 'A town of porcelain.', reason: 'Site de la ville' })
    const ours = (await record.testApp.get(`${page}/history`)).body
    expect([ours.includes('Affaire interne'), ours.includes('Site de la ville')]).toEqual([false, true])
    const numbers = [...(await theirs.get(`${place}/history`)).body.matchAll(/history\/(\d+)/g)].map(
      ([, n]) => n,
    )
    const secret = numbers[1] ?? ''
    expect((await theirs.get(`${place}/history/${secret}`)).body).toContain('Un cirque discret')
    for (const address of [`${page}/history/${secret}`, `${page}/history/1?with=${secret}`, `${page}/edit`])
      expect((await record.member.get(address)).body, address).not.toContain('Un cirque discret')
    expect((await record.testApp.get(`${page}/history/${secret}`)).statusCode).toBe(404)
    expect((await record.read()).seeks).toEqual(before.seeks)
  })
})

describe('hostile text in a profile', () => {
  it('stays text on the page, in its forms and in its history', async () => {
    const hostile = '<svg onload="alert(1)">\'"&amp; \u202e ]]>'
    await record.send('about', { 'about.fr.text': hostile, reason: hostile })
    await record.send('interest', { 'seeks.fr.text': hostile, 'offers.fr.text': hostile, reason: hostile })
    await record.send('identity', { 'short.en': hostile, reason: hostile })
    await record.send('notes/new', {
      kind: 'figure',
      'label.fr.text': hostile,
      value: hostile,
      reason: hostile,
    })
    const addresses = [
      page,
      `${page}/edit`,
      `${page}/edit/identity`,
      `${page}/history`,
      '/fr/france-coree/organisations',
    ]
    for (const address of addresses) {
      const { body, statusCode } = await record.member.get(address)
      expect(statusCode, address).toBe(200)
      expect(body, address).not.toContain('<svg onload')
    }
    expect((await record.testApp.get(page)).body).toContain('&lt;svg onload=')
  })
})

describe('who changes a profile', () => {
  it('a contributor of the body does, and no tie', async () => {
    const contributor = await signIn(record.testApp, {
      role: 'contributor',
      networkId: record.networkId,
      organisationIds: [await record.organisationId('limoges')],
    })
    const answer = await record.send('about', { 'about.fr.text': 'Porcelaine.' }, contributor)
    expect(answer.headers.location).toBe(`${page}/edit?saved=1`)
    const tie = '/fr/france-coree/cooperations/limoges-icheon/edit/themes'
    const fields = readFields((await contributor.get(tie)).body)
    const suggested = await contributor.post(tie, { ...fields, themes: 'sport', reason: 'Match' })
    expect(suggested.headers.location).toContain('/contributions/')
  })

  it('others suggest, and strangers see nothing', async () => {
    const before = await record.read()
    const suggested = await record.send('about', { 'about.fr.text': 'Autre chose' }, record.other)
    expect(suggested.headers.location).toContain('/contributions/')
    expect(await record.read()).toEqual(before)
    const stranger = await signIn(record.testApp)
    for (const part of ['', '/identity', '/about', '/place', '/interest', '/notes/new'])
      expect((await stranger.get(`${page}/edit${part}`)).statusCode, part).toBe(404)
  })

  it('an organisation that the group does not know has no form in it', async () => {
    expect((await record.coordinator.get('/fr/france-coree/organisations/ain/edit')).statusCode).toBe(404)
  })
})
