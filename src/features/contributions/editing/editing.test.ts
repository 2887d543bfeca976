import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf, readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { soonAfter } from '../../../../test/support/soon-after.ts'

let testApp: TestApp
let networkId: string
let limoges: string
let member: SignedIn
let coordinator: SignedIn
let first: Record<string, unknown>
const tie = '/fr/france-coree/cooperations/limoges-icheon'
const api = '/api/v1/networks/france-coree/cooperations/limoges-icheon'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  networkId = (await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow())
    .network_id
  limoges = await organisationId('limoges')
  member = await signIn(testApp, { role: 'member', networkId, organisationIds: [limoges] })
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  first = await read()
})
afterAll(() => testApp.close())

async function organisationId(slug: string): Promise<string> {
  const row = await testApp.context.database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return row.organisation_id
}

const read = async () => (await testApp.get(api, { accept: 'application/json' })).json()

describe('a member changes a tie of its own authority', () => {
  it('and it is published at once, with its version, its source and the Korean text to be looked at again', async () => {
    const fields = await fieldsOf(member, `${tie}/edit/summary`)
    const answer = await member.post(`${tie}/edit/summary`, {
      ...fields,
      'summary.fr.text': 'La porcelaine lie les deux villes depuis 2015.',
      since: '22 avril 2015',
      reason: 'Convention signée le 22 avril 2015, archives de la ville.',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${tie}/edit?saved=1`])
    const record = await read()
    expect(record.summary.fr).toBe('La porcelaine lie les deux villes depuis 2015.')
    expect(record.since).toBe('2015-04-22')
    expect(record.text_states.summary).toMatchObject({ fr: 'original', ko: 'stale' })
    const page = (await testApp.get(tie)).body
    expect(page).toContain('La porcelaine lie les deux villes depuis 2015.')
  })

  it('which the history shows to everybody by language, and by name only to the people of the network', async () => {
    const history = await testApp.get(`${tie}/history`)
    expect(history.body).toContain('Version 2')
    expect(history.body).toContain('Limoges')
    const name = (await member.get('/fr')).body.match(/<a href="\/fr\/account">.*?<\/a>/s)?.[0] ?? ''
    const person = name
      .replaceAll(/<[^>]*>/g, '')
      .trim()
      .split(' ')
      .slice(-2)
      .join(' ')
    expect(history.body).not.toContain(person)
    expect((await coordinator.get(`${tie}/history`)).body).toContain(person)
    const version = (await testApp.get(`${tie}/history/2`)).body
    expect(version).toContain('La porcelaine lie les deux villes depuis 2015.')
    expect(version).toContain('Résumé (français)')
    expect(version).toContain('archives de la ville')
  })

  it('and the fact opens on the words under which it was declared', async () => {
    const record = await read()
    const declared = record.evidence.filter(
      (each: { source: string; field: string }) =>
        each.source.startsWith('declaration-') && each.field === 'since',
    )
    expect(declared).toHaveLength(1)
    const source = await testApp.get(`/fr/france-coree/sources/${declared[0].source}`)
    expect(source.body).toContain('archives de la ville')
  })

  it('and is told, not overwritten, when somebody else was quicker', async () => {
    const fields = await fieldsOf(member, `${tie}/edit/summary`)
    const others = await fieldsOf(coordinator, `${tie}/edit/summary`)
    await coordinator.post(`${tie}/edit/summary`, {
      ...others,
      'summary.fr.text': 'Deux villes de la porcelaine.',
      reason: 'Relecture du secrétariat',
    })
    const typed = { ...fields, 'summary.fr.text': 'Porcelaine et feu.', reason: 'Mot du maire' }
    const met = await member.post(`${tie}/edit/summary`, typed)
    expect(met.statusCode).toBe(409)
    expect(met.body).toContain('Deux villes de la porcelaine.')
    expect(met.body).toContain('Porcelaine et feu.')
    expect((await read()).summary.fr).toBe('Deux villes de la porcelaine.')
    const hidden = readFields(met.body.match(/<form method="post"[\s\S]*?<\/form>/)?.[0] ?? '')
    const choice = met.body.match(/name="(choice:[^"]*)"/)?.[1] ?? ''
    expect(choice).toBe('choice:summary/fr')
    const decided = await member.post(`${tie}/edit/summary`, { ...hidden, [choice]: 'mine' })
    expect(decided.statusCode).toBe(303)
    expect((await read()).summary.fr).toBe('Porcelaine et feu.')
  })

  it('and restores an earlier version, whole', async () => {
    const before = await read()
    const [, base] = (await member.get(`${tie}/history/1`)).body.match(/name="base" value="(\d+)"/) ?? []
    const restored = await member.post(`${tie}/history/1/restoration`, {
      base: base ?? '',
      reason: 'Essai terminé',
    })
    expect(restored.statusCode).toBe(303)
    const { updated_at: _, ...after } = await read()
    expect(after.summary).not.toEqual(before.summary)
    expect(first).toMatchObject(after)
    expect((await testApp.get(`${tie}/history`)).body).toContain('rétablissement de la version 1')
  })
})

describe('what is wrong comes back as it was typed', () => {
  it('with a sentence beside the field, and nothing saved', async () => {
    const before = await read()
    const fields = await fieldsOf(member, `${tie}/edit/summary`)
    const answer = await member.post(`${tie}/edit/summary`, {
      ...fields,
      'summary.fr.text': 'Un texte à garder',
      since: 'très prochainement',
      reason: '',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Un texte à garder')
    expect(answer.body).toContain('très prochainement')
    expect(answer.body).toContain('d’où vient l’information')
    expect(await read()).toEqual(before)
  })

  it('and a draft is kept, taken up again and dropped once it is sent', async () => {
    const form = `${tie}/edit/summary`
    const fields = await fieldsOf(member, form)
    const kept = await member.post(`${form}/draft`, { ...fields, 'summary.fr.text': 'Pas encore fini' })
    expect(kept.json()).toEqual({ savedAt: soonAfter('2026-11-02T09:00:00Z') })
    const again = await member.get(form)
    expect(again.body).toContain('Pas encore fini')
    expect(again.body).toContain('votre brouillon')
    expect((await coordinator.get(form)).body).not.toContain('Pas encore fini')
    expect((await member.get(`${tie}/edit`)).body).toContain('Brouillon du')
    await member.post(`${form}/draft/removal`)
    expect((await member.get(form)).body).not.toContain('Pas encore fini')
  })
})

describe('nobody changes what is not theirs', () => {
  const forms = ['summary', 'status/new', 'themes', 'prospects/new']

  it('a stranger, an anonymous reader and a member of another network see no form', async () => {
    const other = await signIn(testApp)
    for (const form of ['', ...forms.map((each) => `/${each}`)]) {
      expect((await other.get(`${tie}/edit${form}`)).statusCode, form).toBe(404)
      expect((await testApp.get(`${tie}/edit${form}`)).statusCode, form).toBe(404)
      expect((await other.post(`${tie}/edit${form}`, { base: '1' })).statusCode, form).toBe(404)
    }
  })

  it('what a member of another authority sends is a suggestion', async () => {
    const before = await read()
    const nantes = await signIn(testApp, {
      role: 'member',
      networkId,
      organisationIds: [await organisationId('nantes-metropole')],
    })
    const fields = await fieldsOf(nantes, `${tie}/edit/summary`)
    const answer = await nantes.post(`${tie}/edit/summary`, {
      ...fields,
      'summary.fr.text': 'Une autre idée',
      reason: 'Vu dans la presse',
    })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^\/fr\/france-coree\/contributions\/[0-9a-f-]{36}$/)
    expect(await read()).toEqual(before)
  })
})
