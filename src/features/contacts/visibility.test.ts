import { beforeAll, describe, expect, it } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import type { OrganisationRef } from '../directory/index.ts'
import { describeProcessing } from './processing/commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let limoges: OrganisationRef
let icheon: OrganisationRef
let path: string
let koreanPath: string
let coordinator: SignedIn
let member: SignedIn
let koreanMember: SignedIn
let contributor: SignedIn
let reader: SignedIn
let stranger: SignedIn
const name = 'Solange Kerbihan'
const address = 'solange.kerbihan@ville.example'
const korean = { name: { ko: '박서윤', 'ko-Latn': 'Park Seoyun' }, email: 'seoyun@icheon.example' }

beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  const other = await buildNetwork(testApp.context)
  limoges = await buildOrganisation(testApp.context)
  icheon = await buildOrganisation(testApp.context, { country: 'KR', kind: 'si', level: 2 })
  path = (await buildContact(testApp.context, network, limoges.id)).path
  koreanPath = (
    await buildContact(testApp.context, network, icheon.id, {
      ...korean,
      salutation: {},
      residence: 'KR',
      transferBasis: 'separate_consent',
    })
  ).path
  const inNetwork = { networkId: network.id }
  coordinator = await signIn(testApp, { ...inNetwork, role: 'coordinator' })
  member = await signIn(testApp, { ...inNetwork, role: 'member', organisationIds: [limoges.id] })
  koreanMember = await signIn(testApp, { ...inNetwork, role: 'member', organisationIds: [icheon.id] })
  const body = await buildOrganisation(testApp.context, { kind: 'association', level: null })
  contributor = await signIn(testApp, { ...inNetwork, role: 'contributor', organisationIds: [body.id] })
  reader = await signIn(testApp, { ...inNetwork, role: 'reader' })
  stranger = await signIn(testApp, { networkId: other.id, role: 'coordinator' })
  return testApp.close
})

describe('addresses', () => {
  it('are read by chairs, coordinators, members and operators', async () => {
    const operator = await signIn(testApp, { isOperator: true })
    const chair = await signIn(testApp, { networkId: network.id, role: 'chair' })
    for (const somebody of [coordinator, chair, member, koreanMember, operator])
      for (const page of [`/fr/${network.slug}/contacts`, `/fr/${path}`])
        expect((await somebody.get(page)).body).toContain(address)
  })

  it('are not read by readers and contributors, who see functions and names', async () => {
    for (const somebody of [reader, contributor])
      for (const page of [
        `/fr/${network.slug}/contacts`,
        `/fr/${path}`,
        `/fr/${network.slug}/organisations/${limoges.slug}/contacts`,
      ]) {
        const { body } = await somebody.get(page)
        expect(body).toContain('Adjointe au maire')
        expect(body).toContain(name)
        expect(body).not.toContain(address)
        expect(body).not.toContain('+33 5 55')
      }
  })

  it('do not exist for anybody else', async () => {
    const pages = [
      `/fr/${network.slug}/contacts`,
      `/fr/${network.slug}/contacts/export.csv`,
      `/fr/${network.slug}/contacts/processing`,
      `/fr/${network.slug}/contacts/review`,
      `/fr/${network.slug}/organisations/${limoges.slug}/contacts`,
      `/fr/${path}`,
    ]
    for (const page of pages)
      for (const get of [stranger.get, testApp.get]) {
        const answer = await get(page)
        expect(answer.statusCode, page).toBe(404)
        expect(answer.body).not.toContain(name)
      }
  })

  it('are kept by no cache and found by no search engine, API or sitemap', async () => {
    const { headers } = await member.get(`/fr/${network.slug}/contacts`)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toBe('noindex')
    const openapi = (await testApp.get('/api/v1/openapi.json', { accept: 'application/json' })).body
    expect(openapi).not.toContain('/contacts')
    const sitemap = (await testApp.get('/sitemap.xml')).body
    expect(sitemap).not.toContain('/contacts')
  })
})

describe('changes', () => {
  it('are made by members for their own organisations alone, by coordinators for all', async () => {
    expect((await member.get(`/fr/${path}/edit`)).statusCode).toBe(200)
    expect((await coordinator.get(`/fr/${path}/edit`)).statusCode).toBe(200)
    for (const somebody of [koreanMember, contributor, reader, stranger]) {
      for (const step of ['edit', 'holder', 'handover', 'vacancy'])
        expect((await somebody.get(`/fr/${path}/${step}`)).statusCode).toBe(404)
      for (const step of ['confirmation', 'removal', 'erasure', 'extension', 'consent', 'vacancy'])
        expect((await somebody.post(`/fr/${path}/${step}`, { contact: 'x' })).statusCode).toBe(404)
    }
    expect((await member.get(`/fr/${path}`)).body).toContain(address)
  })

  it('of the record of processing are the coordinators’', async () => {
    const page = `/fr/${network.slug}/contacts/processing/edit`
    expect((await member.get(page)).statusCode).toBe(404)
    expect((await member.post(page, {})).statusCode).toBe(404)
    expect((await coordinator.get(page)).statusCode).toBe(200)
  })
})

describe('a person whose consent is needed', () => {
  it('is not shown abroad, in no form, until it is given', async () => {
    for (const somebody of [member, contributor])
      for (const page of [`/fr/${network.slug}/contacts`, `/fr/${koreanPath}`]) {
        const { body } = await somebody.get(page)
        for (const hidden of ['박서윤', 'Park Seoyun', korean.email]) expect(body).not.toContain(hidden)
      }
    const file = await member.get(`/fr/${network.slug}/contacts/export.csv`)
    expect(file.body).not.toContain('Park')
    expect((await koreanMember.get(`/ko/${koreanPath}`)).body).toContain(korean.email)
    expect((await coordinator.get(`/fr/${koreanPath}`)).body).toContain('Park Seoyun')
  })

  it('is not shown to a coordinator abroad either, who may still ask for it', async () => {
    const abroad = await signIn(testApp, {
      networkId: network.id,
      role: 'coordinator',
      organisationIds: [limoges.id],
    })
    const { body } = await abroad.get(`/fr/${koreanPath}`)
    expect(body).not.toContain('Park Seoyun')
    expect(body).toContain('Demander le consentement')
    for (const page of ['holder', 'data.json'])
      expect((await abroad.get(`/fr/${koreanPath}/${page}`)).statusCode).toBe(404)
    expect((await abroad.post(`/fr/${koreanPath}/confirmation`)).statusCode).toBe(404)
    expect((await abroad.post(`/fr/${koreanPath}/consent`)).statusCode).toBe(303)
  })
})

describe('the public', () => {
  it('reads functions without names where a network says so', async () => {
    const open = await buildNetwork(testApp.context)
    const { path: post } = await buildContact(testApp.context, open, limoges.id)
    await describeProcessing(testApp.context, open.id, {
      controller: 'Ville',
      purpose: { texts: {}, reviewed: [], original: null },
      recipients: { texts: {}, reviewed: [], original: null },
      legalBasis: 'public_interest',
      retentionMonths: 36,
      showsFunctions: true,
    })
    const answer = await testApp.get(`/fr/${open.slug}/contacts`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Adjointe au maire')
    expect(answer.body).not.toContain(name)
    expect(answer.body).not.toContain(address)
    expect((await testApp.get(`/fr/${post}`)).statusCode).toBe(404)
    expect((await testApp.get(`/fr/${open.slug}/contacts/export.csv`)).statusCode).toBe(404)
  })
})

describe('the list', () => {
  it('takes the same number of statements for one contact and for many', async () => {
    const small = await buildNetwork(testApp.context)
    await buildContact(testApp.context, small, limoges.id)
    const operator = await signIn(testApp, { isOperator: true })
    const count = () => testApp.countQueries(() => operator.get(`/fr/${small.slug}/contacts`))
    await count()
    const one = await count()
    for (let index = 0; index < 6; index++) await buildContact(testApp.context, small, limoges.id)
    await count()
    expect(await count()).toBe(one)
  })
})
