import { beforeAll, describe, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { readDocxPart, readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { readBack } from '../../../../test/support/written-calendar.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { recordMembership } from '../../networks/index.ts'

const chuseok = 'from=2026-09-24&to=2026-09-27'
let testApp: TestApp
let network: BuiltNetwork
let french: OrganisationRef
let korean: OrganisationRef
let tie: string
let member: SignedIn
let group: string

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2026-06-01T08:00:00Z' })
  const { context } = testApp
  network = await buildNetwork(context)
  group = `/fr/${network.slug}`
  french = await buildOrganisation(context, { slug: 'la-ville', name: { fr: 'La Ville', ko: '라빌' } })
  korean = await buildOrganisation(context, {
    slug: 'bada',
    country: 'KR',
    kind: 'si',
    level: 2,
    name: { fr: 'Bada', ko: '바다시' },
  })
  tie = (await buildCooperation(context, network.id, { parties: [french, korean] })).slug
  const embassy = await buildOrganisation(context, { slug: 'embassy', kind: 'embassy', level: null })
  await recordMembership(context, network.id, {
    organisationId: embassy.id,
    role: 'embassy',
    position: 1,
    knownOn: '2017-07-07',
  })
  await buildContact(context, network, korean.id, {
    name: { ko: '박서윤', 'ko-Latn': 'Park Seoyun' },
    email: 'seoyun@bada.example',
  })
  await buildContact(context, network, embassy.id)
  const elsewhere = await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })
  await buildContact(context, network, elsewhere.id, { name: { fr: 'Personne Ailleurs' } })
  member = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [french.id] })
  return testApp.close
})

const visit = (asked: string, of = group) => `${of}/visit?${asked}`
const seen = async (asked: string, by: Pick<SignedIn, 'get'> = testApp) =>
  pageWords((await by.get(visit(asked))).body)

/** A place of a country of which nothing is known, in a group of its own. */
async function placeIn(country: string) {
  const place = await buildOrganisation(testApp.context, { country, kind: 'municipality', level: null })
  const other = await buildNetwork(testApp.context, { countries: ['FR', country], languages: ['fr', 'en'] })
  return { query: `place=${place.slug}&${chuseok}`, group: `/fr/${other.slug}` }
}

describe('the page of a visit', () => {
  it('says to anybody what the days are on both sides, all ties of the place, and what to say', async () => {
    const words = await seen(`place=bada&${chuseok}`)
    for (const told of [
      'Bada : note de visite, 24–27 septembre 2026',
      'Séoul a 7 heures d’avance sur Paris.',
      'ven. 25 sept. Chuseok – République de Corée',
      'Aucun jour férié connu ces jours-là : France.',
      'La Ville',
      'Merci : 감사합니다 ( gamsahamnida )',
      'À votre santé : 건배! ( geonbae )',
    ])
      expect(words, told).toContain(told)
  })

  it('gives each tie with its own note, however many there are, with as many statements', async () => {
    const counted = (slug: string) =>
      testApp.countQueries(() => testApp.get(visit(`place=${slug}&${chuseok}`)))
    await counted('bada')
    const one = await counted('bada')
    const busy = await buildOrganisation(testApp.context, { country: 'KR', kind: 'si', level: 2 })
    const slugs = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const partner = await buildOrganisation(testApp.context)
        return (await buildCooperation(testApp.context, network.id, { parties: [partner, busy] })).slug
      }),
    )
    await counted(busy.slug)
    expect(await counted(busy.slug)).toBe(one)
    const { body } = await testApp.get(visit(`place=${busy.slug}&${chuseok}`))
    for (const slug of slugs) expect(body).toContain(`${group}/cooperations/${slug}/note.pdf`)
  })

  it('says the hours of each part of a visit in which the clock is put back', async () => {
    const words = await seen('place=bada&from=2026-10-24&to=2026-10-26')
    expect(words).toContain('24 oct. – Séoul a 7 heures d’avance')
    expect(words).toContain('25–26 oct. – Séoul a 8 heures d’avance')
  })

  it('speaks to a Korean who goes to France of French days, and says how French words sound', async () => {
    const words = pageWords(
      (await testApp.get(visit('place=la-ville&from=2026-07-14', `/ko/${network.slug}`))).body,
    )
    for (const told of ['파리 시각이 서울 시각보다 7시간 늦습니다.', '7월 14일', 'Merci ( 메르시 )'])
      expect(words, told).toContain(told)
  })

  it('says plainly where holidays or words are not known, and where the group knows no tie', async () => {
    const asked = await placeIn('BT')
    const words = pageWords((await testApp.get(visit(asked.query, asked.group))).body)
    for (const told of [
      'Les jours fériés ne sont pas connus ici : Bhoutan. Demandez-les à vos hôtes.',
      'Aucun jour férié connu ces jours-là : France.',
      'Aucun mot à dire n’est encore écrit ici pour cette langue : dzongkha.',
      'Aucune coopération connue dans ce groupe.',
    ])
      expect(words, told).toContain(told)
  })

  it.each([
    ['from=2026-09-27&to=2026-09-24', 'La fin précède le début.'],
    ['from=2026-05-31', 'Ce jour est passé'],
    ['from=2026-09-01&to=2027-10-06', 'Une visite dure 60 jours au plus'],
    ['from=2026-02-31', 'Cette date n’existe pas, ou'],
    ['from=2031-02-01', 'Les jours fériés ne sont connus que de 2015 à 2030.'],
  ])('keeps what was typed and says what is wrong with %s', async (days, told) => {
    const answer = await testApp.get(visit(`place=bada&${days}`))
    expect([answer.statusCode, pageWords(answer.body).includes(told)]).toEqual([400, true])
    const from = new URLSearchParams(days).get('from')
    expect(answer.body).toMatch(new RegExp(`name="from"[^>]*value="${from}"|value="${from}"[^>]*name="from"`))
    for (const format of ['pdf', 'ics'])
      expect((await testApp.get(`${group}/visit.${format}?place=bada&${days}`)).statusCode).toBe(404)
  })

  it('asks where one goes, and leads on, where no place is named or none of that name is known', async () => {
    for (const asked of ['', 'place=nowhere&from=2026-09-24'])
      expect(await seen(asked)).toContain('Choisissez d’abord où vous allez')
  })
})

describe('contacts', () => {
  const names = ['Park Seoyun', 'Solange Kerbihan']

  it('there and of the embassies are for who may see them, and no others are shown', async () => {
    const words = await seen(`place=bada&${chuseok}`, member)
    for (const name of [...names, 'seoyun@bada.example']) expect(words, name).toContain(name)
    expect(words).not.toContain('Personne Ailleurs')
  })

  it('are not shown to a visitor, who learns whom they are shown to, also after a member was here', async () => {
    await seen(`place=bada&${chuseok}`, member)
    const words = await seen(`place=bada&${chuseok}`)
    for (const name of [...names, 'seoyun@bada.example']) expect(words, name).not.toContain(name)
    expect(words).toContain('Les contacts sont montrés aux personnes du groupe')
  })

  it('stay in no cache and in no file', async () => {
    const answer = await member.get(visit(`place=bada&${chuseok}`))
    expect(answer.headers['cache-control']).toBe('private, no-store')
    const calendar = await member.get(`${group}/visit.ics?place=bada&${chuseok}`)
    for (const name of names) expect(calendar.body).not.toContain(name)
  })
})

it('is kept as a calendar file: whole days, and the page for the rest', async () => {
  const answer = await testApp.get(`${group}/visit.ics?place=bada&${chuseok}`)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const { events } = readBack(answer.body)
  expect(events.map(({ start, end, summary }) => ({ start, end, summary: summary.text }))).toEqual([
    {
      start: { kind: 'day', day: '2026-09-24' },
      end: { kind: 'day', day: '2026-09-28' },
      summary: 'Visite\u00a0: Bada',
    },
  ])
  expect(events[0]?.description?.text).toContain(`${group}/visit?place=bada&from=2026-09-24`)
})

describe('its files', () => {
  const long = 'from=2026-09-01&to=2026-10-25'

  it.skipIf(!canReadPdf)('are a page on the place, then two on the country of the hosts', async () => {
    const answer = await member.get(`${group}/visit.pdf?place=bada&${long}`)
    const { pages, facts } = readPdf(answer.rawPayload)
    expect(facts).toMatchObject({
      Pages: '3',
      Tagged: 'yes',
      Title: expect.stringMatching(/^Bada\s: note de visite, 1er septembre – 25 octobre 2026$/),
    })
    for (const told of ['Chuseok', 'La Ville', 'Séoul a 7 heures', '감사합니다'])
      expect(pages[0]).toContain(told)
    expect(pages[1]).toContain('République de Corée en bref')
    expect(pages[2]?.replaceAll(' ', '')).toContain(`${group}/brief/kr`)
  })

  it('hold the same in Word, as two sections, and name no contact', async () => {
    const { rawPayload } = await member.get(`${group}/visit.docx?place=bada&${long}`)
    const words = readDocxText(rawPayload)
    for (const told of ['Chuseok', 'La Ville', 'République de Corée en bref', `${group}/brief/kr`])
      expect(words, told).toContain(told)
    expect(words).not.toContain('Park')
    expect(readDocxPart(rawPayload, 'word/document.xml').match(/<w:sectPr/g)).toHaveLength(2)
    expect((await testApp.get(visit(`place=bada&${long}`))).body).toContain(
      `${group}/visit.docx?place=bada&amp;${long.replace('&', '&amp;')}"`,
    )
  })

  it.skipIf(!canReadPdf)('say whom to ask where nothing is known of the country yet', async () => {
    const asked = await placeIn('BT')
    const { pages } = readPdf((await testApp.get(`${asked.group}/visit.pdf?${asked.query}`)).rawPayload)
    expect([pages.length, pages[1]?.includes('Bhoutan en bref')]).toEqual([3, true])
  })

  it.skipIf(!canReadPdf)('are the one page where the hosts are of no country of the group', async () => {
    const office = await buildOrganisation(testApp.context, { country: 'BE', kind: 'other', level: null })
    const asked = `place=${office.slug}&${chuseok}`
    expect(readPdf((await testApp.get(`${group}/visit.pdf?${asked}`)).rawPayload).facts.Pages).toBe('1')
    expect((await testApp.get(visit(asked))).body).not.toContain('/brief/be')
  })
})

describe('the ways to it', () => {
  it('lead from an authority, and from a tie to each of its parties, that of the others first', async () => {
    expect((await testApp.get(`${group}/organisations/bada`)).body).toContain(`${group}/visit?place=bada"`)
    const { body } = await testApp.get(`${group}/cooperations/${tie}`)
    expect(body).toContain(`${group}/visit?among=bada&amp;among=la-ville"`)
    const asked = await testApp.get(visit('among=bada&among=la-ville'))
    expect(asked.body).toMatch(/name="place"[^>]*value="bada"[^>]*checked/)
  })

  it('lead from a mission with its days and places, while it is ahead', async () => {
    const mission = (slug: string, when: string, parties = [korean]) =>
      buildEvent(testApp, network, slug, {
        slug,
        kind: 'mission',
        when,
        organisations: parties.map(({ id }) => ({ organisationId: id, role: 'host' })),
        placeId: korean.id,
        knownOn: '2026-05-01',
      })
    await mission('ahead', '2026-09-24/2026-09-26')
    await mission('of-both', '2026-10-01/2026-10-02', [korean, french])
    await mission('over', '2026-05-20/2026-05-22')
    expect((await testApp.get(`${group}/agenda/ahead`)).body).toContain(
      `${group}/visit?among=bada&amp;place=bada&amp;from=2026-09-24&amp;to=2026-09-26"`,
    )
    expect((await testApp.get(`${group}/agenda/of-both`)).body).toContain(
      `among=bada&amp;among=la-ville&amp;place=bada&amp;from=2026-10-01&amp;to=2026-10-02"`,
    )
    expect((await testApp.get(`${group}/agenda/over`)).body).not.toContain('/visit?')
  })
})
