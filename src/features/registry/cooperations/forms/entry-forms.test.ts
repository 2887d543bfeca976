import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, type Form, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'

const tie = '/fr/france-coree/cooperations/limoges-icheon'
const api = '/api/v1/networks/france-coree/cooperations'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

interface Shown {
  activities: { slug: string; [field: string]: unknown }[]
  actors: string[]
  actor_roles: { slug: string; role: object }[]
  figures: object[]
  resources: object[]
}
const read = async () => (await record.read()) as unknown as Shown

async function entryOf(part: string, title: string): Promise<string> {
  const overview = (await record.member.get(`${tie}/edit`)).body
  const links = [...overview.matchAll(new RegExp(`edit/${part}/([0-9a-f-]{36})"[^>]*>([^<]*)<`, 'g'))]
  return links.find(([, , shown]) => shown === title)?.[1] ?? `no entry ${title}`
}

describe('an exchange', () => {
  it('is added with its date as said, its place and who takes part', async () => {
    const fields = await record.fields('activities/new')
    const answer = await record.send('activities/new', {
      ...fields,
      kind: 'festival',
      'title.fr.text': 'Fête de la céramique',
      'title.ko.text': '도자기 축제',
      when: 'mi-juin 2016',
      state: 'past',
      firmness: 'hope',
      'frame.en.text': 'Year of ceramics',
      'participants.1.role': 'host',
      'place.name': 'Icheon',
      guests: 'FR',
    })
    expect(answer.statusCode).toBe(303)
    const added = (await read()).activities.find(({ slug }) => slug === 'fete-de-la-ceramique')
    expect(added).toEqual({
      id: expect.any(String),
      slug: 'fete-de-la-ceramique',
      kind: 'festival',
      title: { fr: 'Fête de la céramique', ko: '도자기 축제' },
      when: '2016-06-11/2016-06-20',
      words: { fr: 'mi-juin 2016' },
      state: 'past',
      firmness: null,
      frame: { en: 'Year of ceramics' },
      place: 'icheon',
      organisations: [
        { slug: 'limoges', role: 'participant' },
        { slug: 'icheon', role: 'host' },
      ],
      cooperations: ['limoges-icheon'],
    })
    expect((await record.testApp.get(tie)).body).toContain('Fête de la céramique')
  })

  it('of the same title gets an address of its own', async () => {
    const fields = await record.fields('activities/new')
    await record.send('activities/new', {
      ...fields,
      kind: 'festival',
      'title.fr.text': 'Fête de la céramique',
      state: 'planned',
      firmness: 'idea',
    })
    const slugs = (await read()).activities.map(({ slug }) => slug)
    expect(slugs.filter((slug) => slug.startsWith('fete-de-la-ceramique'))).toEqual([
      'fete-de-la-ceramique',
      'fete-de-la-ceramique-2',
    ])
  })

  it('that took place does not lie ahead, and has a title', async () => {
    const before = await read()
    const answer = await record.send('activities/new', { kind: 'forum', state: 'past', when: '2031' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('field-title')
    const named = await record.send('activities/new', {
      ...readFields(answer.body),
      'title.en.text': 'Forum of 2031',
    })
    expect(named.body).toContain('Cette date est à venir')
    expect(readFields(named.body)['title.en.text']).toBe('Forum of 2031')
    expect(await read()).toEqual(before)
    await record.member.post(`${tie}/edit/activities/new/draft/removal`)
  })

  it('loses a participant by a button, without a script', async () => {
    const id = await entryOf('activities', 'Fête de la céramique')
    const fields = await record.fields(`activities/${id}`)
    const answer = await record.member.post(`${tie}/edit/activities/${id}`, {
      ...fields,
      action: 'remove:participants.0',
    })
    const left = readFields(answer.body)
    expect([left['participants.0.name'], left['participants.1.name']]).toEqual(['Icheon', undefined])
    await record.member.post(`${tie}/edit/activities/${id}`, { ...left, reason: 'Relecture' })
    const changed = (await read()).activities.find(({ slug }) => slug === 'fete-de-la-ceramique')
    expect(changed?.organisations).toEqual([{ slug: 'icheon', role: 'host' }])
  })
})

describe('a body that takes part', () => {
  it('is added with its role, once, and given up for another', async () => {
    await record.send('actors/new', { 'actor.name': 'Grenoble', 'role.fr.text': 'Accueille les stagiaires' })
    expect((await read()).actor_roles).toContainEqual(
      expect.objectContaining({ slug: 'grenoble', role: { fr: 'Accueille les stagiaires' } }),
    )
    const twice = await record.send('actors/new', { 'actor.name': 'Grenoble' })
    expect(twice.statusCode).toBe(422)
    expect(twice.body).toContain('figure déjà parmi ceux qui participent')
    await record.member.post(`${tie}/edit/actors/new/draft/removal`)
    const id = await record.organisationId('grenoble')
    await record.send(`actors/${id}`, { 'actor.name': 'Rouen' })
    const { actors } = await read()
    expect([actors.includes('rouen'), actors.includes('grenoble')]).toEqual([true, false])
  })

  it('that nobody knows is asked for', async () => {
    const answer = await record.send('actors/new', { 'actor.name': 'Xqzwv Qqq' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Aucun organisme de ce nom')
    await record.member.post(`${tie}/edit/actors/new/draft/removal`)
  })
})

describe('figures and links', () => {
  it('are added with their value and their address', async () => {
    await record.send('notes/new', { kind: 'figure', 'label.fr.text': 'Visiteurs', value: '12 000' })
    await record.send('notes/new', {
      kind: 'resource',
      'label.fr.text': 'Site du festival',
      url: 'https://festival.example/2016?a=1',
    })
    const { figures, resources } = await read()
    expect(figures).toContainEqual({ label: { fr: 'Visiteurs' }, value: '12 000' })
    expect(resources).toContainEqual({
      label: { fr: 'Site du festival' },
      url: 'https://festival.example/2016?a=1',
    })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//festival.example',
    'https://',
    'x',
  ])('refuse the address %s', async (url) => {
    const before = await read()
    const answer = await record.send('notes/new', { kind: 'resource', 'label.fr.text': 'Lien', url })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('elle commence par https://')
    expect(await read()).toEqual(before)
    await record.member.post(`${tie}/edit/notes/new/draft/removal`)
  })

  it('a figure without its value is none', async () => {
    const answer = await record.send('notes/new', { kind: 'figure', 'label.fr.text': 'Habitants' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Un chiffre a besoin de sa valeur')
    await record.member.post(`${tie}/edit/notes/new/draft/removal`)
  })
})

describe('hostile text', () => {
  const hostile = '<svg onload="alert(1)">\'"&amp; =1+1 \u202e ]]>'
  const escaped = '&lt;svg onload='
  const forms: [part: string, typed: Form][] = [
    ['summary', { 'summary.fr.text': hostile }],
    [
      'agreements/new',
      {
        kind: 'mou',
        'title.fr.text': hostile,
        'object.fr.text': hostile,
        'parties.0.signatory.fr.text': hostile,
      },
    ],
    ['activities/new', { kind: 'forum', state: 'past', 'title.fr.text': hostile, 'frame.fr.text': hostile }],
    ['actors/new', { 'actor.name': 'Muju', 'role.fr.text': hostile }],
    ['prospects/new', { 'text.fr.text': hostile }],
    ['notes/new', { kind: 'figure', 'label.fr.text': hostile, value: hostile }],
    ['status/new', { status: 'active', 'because.fr.text': hostile }],
  ]

  it.each(forms)(
    'in the form %s stays text on the page, in its history and in exports',
    async (part, typed) => {
      const answer = await record.send(part, { ...typed, reason: hostile })
      expect(answer.statusCode).toBe(303)
      const version = (await record.testApp.get(`${tie}/history`)).body.match(/history\/(\d+)/)?.[1]
      const pages = [
        tie,
        `${tie}/edit`,
        `${tie}/history`,
        `${tie}/history/${version}`,
        `${api}.iati.xml`,
        `${api}.csv`,
      ]
      for (const address of pages) {
        const { body, statusCode } = await record.member.get(address)
        expect(statusCode, address).toBe(200)
        if (address.endsWith('.csv')) expect(body).not.toMatch(/(^|,)"?=1/m)
        else expect(body, address).not.toContain('<svg onload')
      }
      expect((await record.member.get(`${tie}/history/${version}`)).body).toContain(escaped)
    },
  )
})
