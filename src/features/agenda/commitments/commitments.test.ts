import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import {
  asking,
  type Commitments,
  event,
  openCommitments,
} from '../../../../test/support/open-commitments.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

const markup = '<img src=x onerror=alert(1)>'
let fixture: Commitments
let limoges: SignedIn
let nantes: SignedIn
let busan: SignedIn
beforeAll(async () => {
  fixture = await openCommitments()
  limoges = fixture.member
  nantes = await fixture.memberOf('nantes-metropole', 'en')
  busan = await fixture.memberOf('busan', 'ko')
  expect((await fixture.ask()).statusCode).toBe(303)
})
afterAll(() => fixture.close())

const listed = async () =>
  (await fixture.testApp.get('/api/v1/networks/france-coree/events?commitments=open'))
    .json()
    .items.map(({ slug }: { slug: string }) => slug)
const subjectsSince = async (count: number) =>
  (await readMailbox(fixture.testApp))
    .slice(count)
    .filter(({ kind }) => kind === 'agenda.commitments')
    .map(({ to, language, subject, text }) => ({ to, language, subject, text: text.replaceAll(/\s+/g, ' ') }))

describe('an event that needs a critical mass', () => {
  test('takes commitments from members alone', async () => {
    const { testApp, networkId, coordinator } = fixture
    const reader = await signIn(testApp, { role: 'reader', networkId })
    const other = await buildNetwork(testApp.context)
    const organisationIds = [await fixture.organisationId('limoges')]
    const stranger = await signIn(testApp, { role: 'member', networkId: other.id, organisationIds })
    for (const browser of [testApp, reader, stranger, coordinator])
      expect((await browser.get(`${event}/commitment`)).statusCode).toBe(404)
    expect((await stranger.post(`${event}/commitment`, { people: '1' })).statusCode).toBe(404)
    const authority = await fixture.organisationId('busan')
    const forOthers = await fixture.commit(limoges, { authority })
    expect(forOthers.statusCode).toBe(422)
    for (const people of ['0', '10000', 'deux'])
      expect(pageWords((await fixture.commit(limoges, { people })).body)).toContain('entre 1 et 999')
  })

  test('counts each authority once, tells its holders, and lets it withdraw', async () => {
    const before = (await readMailbox(fixture.testApp)).length
    const made = await fixture.commit(limoges, { people: '4', words: `Le maire viendrait. ${markup}` })
    expect(made.statusCode).toBe(303)
    const [told] = await subjectsSince(before)
    expect(told).toMatchObject({
      subject: expect.stringContaining('Limoges s’engage'),
      text: expect.stringContaining('Le maire viendrait.'),
    })
    const again = await limoges.post(`${event}/commitment`, {
      authority: await fixture.organisationId('limoges'),
      people: '1',
    })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('s’est déjà engagée'),
    ])
    const outside = await fixture.seen(event)
    expect(outside).toContain('1 collectivité engagée sur 3 · il en manque 2 · 4 personnes')
    expect(outside).not.toContain('Le maire viendrait.')
    const inside = await busan.get(event)
    expect(pageWords(inside.body)).toContain('Le maire viendrait.')
    expect(inside.body).not.toContain('<img src=x')
    const page = await limoges.get(`${event}/commitment`)
    const [withdrawal = ''] = /commitment\/[0-9a-f-]{36}\/withdrawal/.exec(page.body) ?? []
    expect((await busan.post(`/fr/france-coree/agenda/${asking}/${withdrawal}`)).statusCode).toBe(404)
    expect((await limoges.post(`/fr/france-coree/agenda/${asking}/${withdrawal}`)).statusCode).toBe(303)
    expect(await fixture.seen(event)).toContain('0 collectivité engagée sur 3')
    for (const member of [limoges, nantes, busan]) expect((await fixture.commit(member)).statusCode).toBe(303)
    expect(await fixture.told(asking)).toMatchObject({
      commitments_open: true,
      critical_mass: {
        until: '2017-09-15',
        authorities: 3,
        people: 6,
        countries: [
          { country: 'FR', least: 3, authorities: 2, people: 4 },
          { country: 'KR', least: 3, authorities: 1, people: 2 },
        ],
      },
    })
  })
})

describe('with 3 of 6 at the deadline', () => {
  test('it is held in its smaller form, once, and everybody is told in their language', async () => {
    const guest = await fixture.memberOf('tours')
    await fixture.edit(event, 'organisations', {
      'participants.1.part': '',
      'participants.1.name': 'Tours',
      'participants.1.role': 'guest',
    })
    await fixture.onDay('2017-09-15')
    expect((await fixture.told(asking)).commitments_outcome).toBe(null)
    const before = (await readMailbox(fixture.testApp)).length
    await fixture.onDay('2017-09-16', 2)
    expect(await fixture.told(asking)).toMatchObject({
      state: 'planned',
      commitments_outcome: 'reduced',
      commitments_open: false,
      kind: 'workshop',
      attendance: 'online',
      summary: { fr: 'Un atelier en ligne d’une demi-journée.', ko: '반나절 온라인 워크숍입니다.' },
      when: '2017-10-10',
      starts_at: '2017-10-10T07:00:00.000Z',
      previously: { when: '2017-10-09/2017-10-10' },
    })
    const told = await subjectsSince(before)
    const concerned = [limoges, nantes, busan, guest, fixture.coordinator, fixture.other]
    const seated = ['coordination@groupe.example', 'international@limoges.example']
    expect(told.map(({ to }) => to).toSorted()).toEqual(
      [...seated, ...concerned.map(({ address }) => address)].toSorted(),
    )
    const of = ({ address }: SignedIn) => told.find(({ to }) => to === address)
    expect(of(limoges)).toMatchObject({ language: 'fr', subject: expect.stringContaining('Forme réduite') })
    expect(of(limoges)?.text).toContain('2 collectivités engagées sur 3')
    expect(of(busan)).toMatchObject({ language: 'ko', subject: expect.stringContaining('축소 개최') })
    expect(of(busan)?.text).toContain('반나절 온라인 워크숍입니다.')
    expect(of(nantes)).toMatchObject({ language: 'en', subject: expect.stringContaining('Smaller form') })
    const page = await fixture.seen(event)
    for (const each of ['Seuil non atteint', '3 collectivités engagées', 'forme réduite', 'La date a changé'])
      expect(page, each).toContain(each)
    expect(await listed()).toEqual([])
    expect(await fixture.seen(`${event}/history`)).toContain('selon les engagements fermes')
  })

  test('nobody commits, withdraws or asks for something else any more', async () => {
    const committed = await limoges.get(`${event}/commitment`)
    expect(pageWords(committed.body)).toContain('ne peuvent plus être pris')
    expect(committed.body).not.toContain('/withdrawal')
    const late = await fixture.memberOf('paris')
    const authority = await fixture.organisationId('paris')
    const answer = await late.post(`${event}/commitment`, { authority, people: '1' })
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      422,
      expect.stringContaining('ne peuvent plus être pris'),
    ])
    expect(pageWords((await fixture.ask({ until: '2017-09-30' })).body)).toContain('La décision est prise')
  })

  test('its holders give more time with a word: it is again what it was, and is decided on anew', async () => {
    const { coordinator } = fixture
    const place = `${event}/prolongation`
    expect((await busan.get(place)).statusCode).toBe(404)
    for (const [typed, says] of [
      [{ until: '2017-09-16', word: '' }, 'Ce champ est à remplir'],
      [{ until: '2017-09-15', word: 'Encore.' }, 'pas plus tard'],
      [{ until: '2017-10-09', word: 'Encore.' }, 'doit précéder'],
    ] as const) {
      const answer = await coordinator.post(place, typed)
      expect([answer.statusCode, pageWords(answer.body)]).toEqual([422, expect.stringContaining(says)])
    }
    // Later edits of a member stay.
    await fixture.edit(event, 'about', { 'summary.fr.text': 'Un atelier en ligne, avec interprétation.' })
    const before = (await readMailbox(fixture.testApp)).length
    const given = { until: '2017-09-25', word: 'Deux villes délibèrent le 20 septembre.' }
    expect((await coordinator.post(place, given)).statusCode).toBe(303)
    expect(await fixture.told(asking)).toMatchObject({
      kind: 'conference',
      attendance: null,
      summary: { fr: 'Un atelier en ligne, avec interprétation.' },
      when: '2017-10-09/2017-10-10',
      previously: null,
      commitments_open: true,
      commitments_outcome: null,
      critical_mass: { until: '2017-09-25', authorities: 3 },
    })
    const told = (await subjectsSince(before)).find(({ to }) => to === busan.address)
    expect(told?.subject).toContain('확약 기한 연장')
    expect(told?.text).toContain('Deux villes délibèrent le 20 septembre.')
    expect((await coordinator.post(place, given)).statusCode).toBe(404)
    for (const slug of ['paris', 'seoul', 'incheon'])
      expect((await fixture.commit(await fixture.memberOf(slug))).statusCode).toBe(303)
    await fixture.onDay('2017-09-26')
    expect(await fixture.told(asking)).toMatchObject({ commitments_outcome: 'go', kind: 'conference' })
    expect(await fixture.seen(event)).toContain('Seuil atteint : l’événement est maintenu')
  })
})

describe('what happens meanwhile', () => {
  const group = '/fr/france-coree/agenda'
  const place = `${group}/guro-jump-guro-2017`
  const alone = { 'least.FR': '', 'least.KR': '', total: '2', when: '', start: '', end: '' }

  test('an event that is hidden or cancelled is not decided on, and one that is moved is decided before it begins', async () => {
    const slugs = ['guro-jump-guro-2017', 'nantes-franco-japonais-2017', 'la-rochelle-grand-pavois-2018']
    for (const slug of slugs) {
      const answer = await fixture.ask(
        { ...alone, below: 'cancelled', until: '2017-10-05' },
        `${group}/${slug}`,
      )
      expect([slug, answer.statusCode]).toEqual([slug, 303])
    }
    await fixture.edit(`${group}/${slugs[0]}`, 'visibility', { visibility: 'withdrawn' })
    await fixture.edit(`${group}/${slugs[1]}`, 'state', { state: 'cancelled' })
    await fixture.edit(`${group}/${slugs[2]}`, 'when', { when: '2 octobre 2017', change: 'moved' })
    const authority = await fixture.organisationId('busan')
    const closed = await busan.post(`${group}/${slugs[1]}/commitment`, { authority, people: '1' })
    expect([closed.statusCode, pageWords(closed.body)]).toEqual([
      422,
      expect.stringContaining('ne peuvent plus être pris'),
    ])
    await fixture.onDay('2017-10-01')
    expect((await fixture.told(slugs[2] ?? '')).commitments_open).toBe(true)
    await fixture.onDay('2017-10-02')
    expect(await fixture.told(slugs[2] ?? '')).toMatchObject({
      state: 'cancelled',
      commitments_outcome: 'cancelled',
    })
    await fixture.onDay('2017-10-06')
    expect((await fixture.told(slugs[1] ?? '')).commitments_outcome).toBe(null)
    expect(await fixture.seen(place, fixture.coordinator)).toContain('la décision va être prise')
  })

  test('an authority that is no more neither counts nor commits', async () => {
    await fixture.onDay('2017-10-03')
    await fixture.edit(place, 'visibility', { visibility: 'public' })
    expect((await fixture.commit(busan, {}, place)).statusCode).toBe(303)
    expect(await fixture.seen(place)).toContain('1 collectivité engagée sur 2')
    const gone = fixture.testApp.context.database
      .updateTable('directory_organisation')
      .set({ valid_until: '2017-10-01' })
      .where('slug', 'in', ['busan', 'incheon'])
    await gone.execute()
    await fixture.onDay('2017-10-04')
    expect(await fixture.seen(place)).toContain('0 collectivité engagée sur 2')
    const refused = await fixture.commit(await fixture.memberOf('incheon'), {}, place)
    expect([refused.statusCode, pageWords(refused.body)]).toEqual([
      422,
      expect.stringContaining('Cette collectivité n’existe plus'),
    ])
  })
})
