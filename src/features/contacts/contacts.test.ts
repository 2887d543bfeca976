import { beforeAll, describe, expect, it } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import type { OrganisationRef } from '../directory/index.ts'

let testApp: TestApp
let network: BuiltNetwork
let town: OrganisationRef
let member: SignedIn
let list: string

beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  town = await buildOrganisation(testApp.context)
  member = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [town.id] })
  list = `/fr/${network.slug}/contacts`
  return testApp.close
})

const person = {
  name: '박서윤',
  nameLanguage: 'ko',
  romanised: 'Park Seoyun',
  'salutation.fr': 'Madame la Directrice',
  'salutation.ko': '국장님',
  languages: ['ko', 'fr'],
  email: 'Seoyun.Park@Ville.example',
  telephone: '+82 31 000 0000',
  from: 'octobre 2017',
  residence: 'FR',
  provenance: 'person',
  legalBasis: 'public_interest',
  transferBasis: 'adequacy',
}

async function addPost(): Promise<string> {
  const answer = await member.post(`${list}/new?organisation=${town.slug}`, {
    'function.fr.text': 'Directrice des relations internationales',
    'function.ko.text': '국제협력국장',
    kind: 'head_of_service',
    themes: ['culture', 'tourism'],
    position: '2',
  })
  expect(answer.statusCode).toBe(303)
  return answer.headers.location ?? ''
}

describe('a post', () => {
  it('is added, then the person in it, with names as they are written', async () => {
    const post = await addPost()
    expect((await member.get(post)).body).toContain('Poste vacant')
    expect((await member.post(`${post}/holder`, person)).statusCode).toBe(303)
    const french = (await member.get(post)).body
    for (const text of [
      'Park Seoyun',
      '박서윤',
      '국장님',
      'seoyun.park@ville.example',
      'octobre 2017',
      'tourisme',
    ])
      expect(french, text).toContain(text)
    expect(french.indexOf('Park Seoyun')).toBeLessThan(french.lastIndexOf('박서윤'))
    const korean = (await member.get(post.replace('/fr/', '/ko/'))).body
    expect(korean).toContain('국제협력국장')
  })

  it('says what is wrong beside each field, and keeps what was typed', async () => {
    const post = await addPost()
    const answer = await member.post(`${post}/holder`, {
      ...person,
      email: 'seoyun',
      telephone: 'call me',
      from: 'bientôt peut-être',
      provenance: '',
      retentionUntil: '2026-01-01',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body.match(/class="field-error"/g)).toHaveLength(5)
    expect(answer.body).toContain('value="박서윤"')
    const without = await member.post(`${post}/holder`, {
      ...person,
      email: '',
      transferBasis: 'separate_consent',
    })
    expect(without.body).toContain('Le consentement se demande par courriel')
    const empty = await member.post(`${list}/new?organisation=${town.slug}`, {})
    expect(empty.statusCode).toBe(422)
    expect((await member.post(`${list}/new`, {})).body).toContain('Ce champ est à remplir.')
  })

  it('of another organisation is not a member’s to add', async () => {
    const other = await buildOrganisation(testApp.context)
    expect((await member.get(`${list}/new?organisation=${other.slug}`)).statusCode).toBe(404)
  })

  it('is handed over: who leaves keeps name and dates in the history, and loses addresses', async () => {
    const post = await addPost()
    await member.post(`${post}/holder`, person)
    const next = {
      ...person,
      name: 'Yann Lagadec',
      nameLanguage: 'fr',
      romanised: '',
      email: 'yann@ville.example',
    }
    const handed = await member.post(`${post}/handover`, { ...next, until: 'juin 2026' })
    expect(handed.statusCode).toBe(303)
    const page = (await member.get(post)).body
    expect(page).toContain('Yann Lagadec')
    expect(page).toMatch(/Précédents titulaires[\s\S]*Park Seoyun[\s\S]*juin 2026/)
    expect(page).not.toContain('seoyun.park@')
  })

  it('is declared vacant, with the arrival that is announced', async () => {
    const post = await addPost()
    await member.post(`${post}/holder`, person)
    const nothing = await member.post(`${post}/vacancy`, { since: '', announcedFor: '' })
    expect(nothing.statusCode).toBe(422)
    await member.post(`${post}/vacancy`, { since: 'juin 2017', announcedFor: 'octobre 2017' })
    const page = (await member.get(post)).body
    expect(page).toContain('Poste vacant')
    expect(page).toMatch(/arrivée annoncée\s:\s?octobre\s2017/)
    expect(page).toContain('juin 2017')
    const vacant = (await member.get(`${list}?state=vacant`)).body
    expect(vacant).toContain(post.split('/').at(-1))
  })

  it('is held by one person, however often the form is sent', async () => {
    const post = await addPost()
    await member.post(`${post}/holder`, person)
    const { database } = testApp.context
    await member.post(`${post}/holder`, { ...person, name: '박서연' })
    const rows = await database
      .selectFrom('contacts_holding')
      .select('contact_id')
      .where('post_id', '=', post.split('/').at(-1) ?? '')
      .execute()
    expect(rows).toHaveLength(1)
    expect((await member.get(post)).body).toContain('박서연')
  })

  it('is removed with everything that was kept about its holders', async () => {
    const post = await addPost()
    await member.post(`${post}/holder`, {
      ...person,
      name: 'Gwenola Riou',
      nameLanguage: 'fr',
      romanised: '',
    })
    expect((await member.post(`${post}/removal`)).statusCode).toBe(303)
    expect((await member.get(post)).statusCode).toBe(404)
    const names = await testApp.context.database.selectFrom('contacts_person').select('name').execute()
    expect(names.filter(({ name }) => JSON.stringify(name).includes('Gwenola'))).toEqual([])
  })
})

describe('freshness', () => {
  it('is flagged after six months and after a year, and mended by one click, which is offered then', async () => {
    const apart = await buildNetwork(testApp.context)
    const keeper = await signIn(testApp, { networkId: apart.id, role: 'member', organisationIds: [town.id] })
    const { path, postId } = await buildContact(testApp.context, apart, town.id)
    const page = `/fr/${apart.slug}/contacts`
    expect((await keeper.get(`${page}?state=six_months`)).body).not.toContain(postId)
    expect((await keeper.get(page)).body).not.toContain(`${postId}/confirmation`)
    testApp.clock.advance({ months: 7 })
    const renewed = await signIn(testApp, { networkId: apart.id, role: 'member', organisationIds: [town.id] })
    expect((await renewed.get(`${page}?state=six_months`)).body).toContain(postId)
    expect((await renewed.get(`${page}?state=year`)).body).not.toContain(`post-${postId}`)
    expect((await renewed.get(page)).body).toContain('plus de six mois')
    expect((await renewed.get(page)).body).toContain(`${postId}/confirmation`)
    const click = await renewed.post(`/fr/${path}/confirmation`, { from: 'list' })
    expect(click.headers.location).toBe(`${page}#post-${postId}`)
    expect((await renewed.get(page)).body).not.toContain('plus de six mois')
    member = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [town.id] })
  })
})

describe('an export', () => {
  it('is a table and an address book, of what the reader may see, and is written down', async () => {
    const apart = await buildNetwork(testApp.context)
    await buildContact(testApp.context, apart, town.id, { name: { fr: '=Cmd, Éric' } })
    const keeper = await signIn(testApp, { networkId: apart.id, role: 'member', organisationIds: [town.id] })
    const csv = await keeper.get(`/fr/${apart.slug}/contacts/export.csv`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain(`;'=Cmd, Éric;`)
    expect(csv.body).toContain('solange.kerbihan@ville.example')
    const vcf = await keeper.get(`/fr/${apart.slug}/contacts/export.vcf`)
    expect(vcf.body).toContain('FN:=Cmd\\, Éric\r\n')
    expect(vcf.body).toContain('EMAIL;TYPE=INTERNET,WORK:solange.kerbihan@ville.example')
    const activities = await testApp.context.database
      .selectFrom('platform_activity')
      .select(['actor', 'detail'])
      .where('network_id', '=', apart.id)
      .where('verb', '=', 'exported')
      .orderBy('activity_id')
      .execute()
    expect(activities).toEqual([
      { actor: `person:${keeper.personId}`, detail: { format: 'csv', count: 1 } },
      { actor: `person:${keeper.personId}`, detail: { format: 'vcf', count: 1 } },
    ])
    const reader = await signIn(testApp, { networkId: apart.id, role: 'reader' })
    expect((await reader.get(`/fr/${apart.slug}/contacts/export.csv`)).statusCode).toBe(404)
  })
})
