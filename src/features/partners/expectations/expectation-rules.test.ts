import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { expectedLinkOf, minji } from '../../../../test/support/expectations.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { recordMembership } from '../../networks/index.ts'
import { followExpectations } from './following/commands.ts'
import { forgetContacts } from './retention/commands.ts'

// A group of its own, on the real day: one Korean and five French members, of which one has left and one is no more.
let house: TestApp
let network: { id: string; slug: string }
let asker: OrganisationRef
let asked: OrganisationRef
let able: OrganisationRef
let quiet: OrganisationRef
let left: OrganisationRef
let dissolved: OrganisationRef
let coordinator: SignedIn
let other: SignedIn
let askers: SignedIn
let member: SignedIn
let ableMember: SignedIn
const today = '2026-11-02'

beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  const { context } = house
  network = await buildNetwork(context)
  asker = await buildOrganisation(context, {
    country: 'KR',
    kind: 'si',
    level: 2,
    name: { ko: '가나시', en: 'Gana' },
  })
  asked = await buildOrganisation(context, { name: { fr: 'Alpha' } })
  able = await buildOrganisation(context, { name: { fr: 'Bravo' } })
  quiet = await buildOrganisation(context, { name: { fr: 'Charlie' } })
  left = await buildOrganisation(context, { name: { fr: 'Delta' } })
  dissolved = await buildOrganisation(context, { name: { fr: 'Echo' } })
  const members = [asker, asked, able, quiet, left, dissolved]
  for (const [position, { id }] of members.entries())
    await recordMembership(context, network.id, {
      organisationId: id,
      role: 'member',
      position,
      knownOn: '2020-01-01',
      until: id === left.id ? '2026-06' : null,
    })
  await context.database
    .updateTable('directory_organisation')
    .set({ valid_until: '2026-10-01' })
    .where('organisation_id', '=', dissolved.id)
    .execute()
  const memberOf = (...organisations: OrganisationRef[]) =>
    signIn(house, {
      role: 'member',
      networkId: network.id,
      organisationIds: organisations.map(({ id }) => id),
    })
  coordinator = await anotherCoordinator()
  other = await signIn(house, { role: 'coordinator', networkId: network.id })
  askers = await memberOf(asker)
  member = await memberOf(asked)
  ableMember = await memberOf(able)
})
afterAll(() => house.close())

// A session does not outlive the weeks that a test lets pass.
const anotherCoordinator = () => signIn(house, { role: 'coordinator', networkId: network.id })
const list = () => `/fr/${network.slug}/expectations`
const anybody = () => browserOf(house)
let titles = 0
const fields = (given: Record<string, string> = {}) => ({
  asked: asked.id,
  'title.fr.text': `Rencontrer des praticiens ${++titles}`,
  'text.fr.text': 'Une semaine d’observation.',
  themes: 'ageing',
  form: 'study_visit',
  deadline: '',
  confidentiality: 'concerned',
  language: 'ko',
  consent: 'yes',
  ...given,
})

async function state(given: Record<string, string> = {}, browser: SignedIn = askers): Promise<string> {
  const answer = await browser.post(`${list()}/new`, fields(given))
  expect([answer.statusCode, pageWords(answer.body).slice(0, 400)]).toEqual([303, ''])
  return String(answer.headers.location).split('?')[0] ?? ''
}

async function requestsOf(path: string) {
  return house.context.database
    .selectFrom('partners_expectation_request as r')
    .innerJoin('partners_expectation as x', 'x.expectation_id', 'r.expectation_id')
    .select([
      'r.request_id as id',
      'r.organisation_id as organisationId',
      'r.expectation_id as expectationId',
    ])
    .where('x.slug', '=', path.split('/').at(-1) ?? '')
    .where('x.network_id', '=', network.id)
    .execute()
}

async function answer(
  path: string,
  of: OrganisationRef,
  given: Record<string, string>,
  browser = coordinator,
) {
  const request = (await requestsOf(path)).find(({ organisationId }) => organisationId === of.id)?.id ?? ''
  return browser.post(`${path}/answers`, { request, ...given })
}

const refuse = (path: string) => answer(path, asked, { answer: 'no', reason: 'competence' }, member)

describe('an expectation that is stated', () => {
  test.each([
    ['without a theme', { themes: '' }, 'Choisissez un thème au moins'],
    ['without a title', { 'title.fr.text': '' }, 'Ce champ est à remplir'],
    ['for a day that has passed', { deadline: '2026-11-01' }, 'Ce jour est passé'],
    ['of nobody', { asked: '' }, 'Ce champ est à remplir'],
  ])('%s is refused beside its field, with what was typed', async (_, given, says) => {
    const refused = await askers.post(`${list()}/new`, fields(given))
    expect(refused.statusCode).toBe(422)
    expect(pageWords(refused.body)).toContain(says)
    expect(refused.body).toContain('Une semaine d’observation.')
  })

  test('is of no member that has left or been dissolved, nor of the asker itself', async () => {
    for (const { id } of [left, dissolved, asker])
      expect((await askers.post(`${list()}/new`, fields({ asked: id }))).statusCode).toBe(422)
    expect((await askers.get(`${list()}/new`)).body).not.toMatch(/Delta|Echo/)
  })

  test('is stated by members and the secretariat, and by nobody else', async () => {
    const reader = await signIn(house, { role: 'reader', networkId: network.id })
    expect((await reader.get(`${list()}/new`)).statusCode).toBe(404)
    expect((await anybody().post(`${list()}/new`, fields())).statusCode).toBe(404)
  })

  test('of a member goes both ways: a French one expects something of a Korean one', async () => {
    const path = await state({ asked: asker.id }, member)
    expect(await lastMailTo(house, askers.address)).toMatchObject({ kind: 'partners.expectation' })
    expect(pageWords((await askers.get(path)).body)).toContain('Alpha → attend de')
  })

  test('is read by whom it says', async () => {
    const paths = {
      concerned: await state({ confidentiality: 'concerned' }),
      network: await state({ confidentiality: 'network' }),
      public: await state({ confidentiality: 'public' }),
    }
    const seen = async (browser: Pick<SignedIn, 'get'>) =>
      Promise.all(Object.values(paths).map(async (path) => (await browser.get(path)).statusCode))
    expect(await seen(ableMember)).toEqual([404, 200, 200])
    expect(await seen(anybody())).toEqual([303, 303, 200])
    const slugs = Object.values(paths).map((path) => path.split('/').at(-1))
    const api = `/api/v1/networks/${network.slug}/expectations`
    const { items } = (await house.get(api, { accept: 'application/json' })).json()
    expect(items.map(({ slug }: { slug: string }) => slug)).toEqual([slugs[2]])
    const one = (await house.get(`${api}/${slugs[2]}`, { accept: 'application/json' })).json()
    expect(one).toMatchObject({ status: 'asked', answers: null, days_open: 0, late: false, taken_up_by: [] })
    expect((await house.get(`${api}/${slugs[1]}`, { accept: 'application/json' })).statusCode).toBe(404)
    await askers.post(`${paths.public}/closing`, { outcome: 'withdrawn' })
    expect(await seen(anybody())).toEqual([303, 303, 303])
  })

  test('can be worded anew, also in another language, until it is closed', async () => {
    const path = await state()
    const changed = { ...fields({ 'title.fr.text': 'Rencontrer', 'title.ko.text': '실무자 교류' }) }
    expect((await askers.post(`${path}/edit`, changed)).statusCode).toBe(303)
    expect(pageWords((await askers.get(path.replace('/fr/', '/ko/'))).body)).toContain('실무자 교류')
    expect((await member.post(`${path}/edit`, changed)).statusCode).toBe(404)
    await askers.post(`${path}/closing`, { outcome: 'unmet' })
    expect((await askers.post(`${path}/edit`, changed)).statusCode).toBe(409)
  })
})

describe('the relay', () => {
  test('reaches neither who has left, nor who was dissolved, nor the asker, nor whoever was asked before', async () => {
    const path = await state()
    await refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    const reached = (await requestsOf(path)).map(({ organisationId }) => organisationId)
    expect(reached.toSorted()).toEqual([asked.id, able.id, quiet.id].toSorted())
  })

  test('reaches chosen members; others are reached by another one, once it has ended', async () => {
    const path = await state()
    await refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'chosen' })).statusCode).toBe(422)
    expect((await coordinator.post(`${path}/relay`, { to: 'chosen', members: left.id })).statusCode).toBe(422)
    expect((await coordinator.post(`${path}/relay`, { to: 'chosen', members: able.id })).statusCode).toBe(303)
    const again = await coordinator.post(`${path}/relay`, { to: 'all' })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('vient de diffuser'),
    ])
    expect((await coordinator.post(`${path}/relay/closing`)).statusCode).toBe(303)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    expect(await requestsOf(path)).toHaveLength(3)
  })

  test('of two advisers at once is that of one; the other is told', async () => {
    const path = await state()
    await refuse(path)
    const both = await Promise.all(
      [coordinator, other].map((browser) => browser.post(`${path}/relay`, { to: 'all' })),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    const closed = await Promise.all(
      [coordinator, other].map((browser) => browser.post(`${path}/closing`, { outcome: 'unmet' })),
    )
    expect(closed.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    expect(closed.map(({ body }) => pageWords(body)).join()).toContain('vient de clore cette attente')
  })

  test('comes after the consent, which is refused, given and taken back until then', async () => {
    const path = await state({ consent: '' })
    await refuse(path)
    const relay = async () => (await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode
    expect(await relay()).toBe(422)
    for (const consent of ['refused', 'given', 'withdrawn']) {
      expect((await askers.post(`${path}/consent`, { consent })).statusCode).toBe(303)
      if (consent !== 'given') expect(await relay()).toBe(422)
    }
    await askers.post(`${path}/consent`, { consent: 'given' })
    expect(await relay()).toBe(303)
    const late = await askers.post(`${path}/consent`, { consent: 'withdrawn' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([422, expect.stringContaining('trop tard')])
    expect((await member.post(`${path}/consent`, { consent: 'given' })).statusCode).toBe(404)
  })

  test('ends with all answers, or by hand; who has not answered by then comes too late, who has may change it', async () => {
    const path = await state()
    await refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await answer(path, able, { answer: 'yes', 'words.fr.text': 'Venez.' }, ableMember)
    expect((await askers.post(`${path}/relay/closing`)).statusCode).toBe(303)
    expect((await lastMailTo(house, askers.address))?.subject).toContain('Réponse groupée')
    const late = await answer(path, quiet, { answer: 'yes' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('La diffusion est terminée'),
    ])
    const changed = await answer(
      path,
      able,
      { answer: 'partly', reason: 'size', 'words.fr.text': 'Deux jours.' },
      ableMember,
    )
    expect(changed.statusCode).toBe(303)
    expect((await lastMailTo(house, askers.address))?.text).toContain('Deux jours.')
  })
})

describe('the database refuses, whatever the code does', () => {
  let path = ''
  let id = ''
  beforeAll(async () => {
    path = await state({ consent: '' })
    id = (await requestsOf(path))[0]?.expectationId ?? ''
  })
  const insert = (statement: ReturnType<typeof sql>) => statement.execute(house.context.database)
  const relay = (relayId = newId()) =>
    sql`insert into partners_expectation_relay (relay_id, expectation_id, consent, relayed_on, relayed_at)
      values (${relayId}, ${id}, 'given', ${today}, now())`
  const ask = (organisationId: string, given: { memberUntil?: string; validUntil?: string } = {}) =>
    sql`insert into partners_expectation_request (request_id, expectation_id, asker_id, organisation_id, relay_id, membership_id,
        member_until, valid_until, asked_on, asked_at)
      select ${newId()}, ${id}, ${asker.id}, ${organisationId}, (select relay_id from partners_expectation_relay where expectation_id = ${id}),
        m.membership_id, ${given.memberUntil ?? null}::date, ${given.validUntil ?? null}::date, ${today}, now()
      from networks_membership m where m.organisation_id = ${organisationId}`

  test('a relay without a consent', async () => {
    await expect(insert(relay())).rejects.toThrow(/foreign key/)
    await askers.post(`${path}/consent`, { consent: 'refused' })
    await expect(insert(relay())).rejects.toThrow(/foreign key/)
  })

  test('to take a consent back once it was relayed', async () => {
    await askers.post(`${path}/consent`, { consent: 'given' })
    await insert(relay())
    const withdrawal = sql`update partners_expectation_consent set answer = 'withdrawn' where expectation_id = ${id}`
    await expect(insert(withdrawal)).rejects.toThrow(/foreign key/)
    await expect(insert(relay())).rejects.toThrow(/unique/)
  })

  test('to ask the asker, somebody twice, who has left, and who was dissolved', async () => {
    await expect(insert(ask(asker.id))).rejects.toThrow(/check/)
    await expect(insert(ask(asked.id))).rejects.toThrow(/unique/)
    await expect(insert(ask(left.id, { memberUntil: '2026-06-30' }))).rejects.toThrow(/check/)
    await expect(insert(ask(dissolved.id, { validUntil: '2026-10-01' }))).rejects.toThrow(/check/)
    await insert(ask(able.id))
  })

  test('to close it as met by who has not said so, and to change the answer by which it was met', async () => {
    const named = (await requestsOf(path)).find(({ organisationId }) => organisationId === able.id)?.id ?? ''
    const close = (answered: string | null) =>
      sql`insert into partners_expectation_closing (expectation_id, outcome, request_id, answer, closed_on, closed_at)
        values (${id}, 'satisfied', ${answered === null ? null : named}, ${answered}, ${today}, now())`
    await expect(insert(close(null))).rejects.toThrow(/check/)
    await expect(insert(close('yes'))).rejects.toThrow(/foreign key/)
    await answer(path, able, { answer: 'yes' }, ableMember)
    await insert(close('yes'))
    const changed = sql`update partners_expectation_request set answer = 'no', reason = 'budget' where request_id = ${named}`
    await expect(insert(changed)).rejects.toThrow(/foreign key/)
  })

  test('an expectation without a theme, and a refusal without a reason', async () => {
    const themeless = sql`update partners_expectation set themes = '{}' where expectation_id = ${id}`
    await expect(insert(themeless)).rejects.toThrow(/check/)
    const reasonless = sql`update partners_expectation_request set answer = 'no', reason = null, answered_on = ${today}, answered_at = now()
      where expectation_id = ${id} and organisation_id = ${asked.id}`
    await expect(insert(reasonless)).rejects.toThrow(/check/)
  })
})

describe('as days go by', () => {
  const subjectsTo = async (address: string) =>
    (await readMailbox(house)).filter(({ to }) => to === address).map(({ subject }) => subject)

  test('members are reminded once, and the asker gets the reply when the day of a relay is over', async () => {
    const path = await state({ deadline: '2026-12-31' })
    await refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'chosen', members: able.id, answerBy: '2026-11-20' })
    const title = `praticiens ${titles}`
    const told = async (address: string, what: string) =>
      (await subjectsTo(address)).filter((subject) => subject.startsWith(what) && subject.endsWith(title))
        .length
    for (const [now, reminders, replies] of [
      ['2026-11-16T09:00:00Z', 0, 0],
      ['2026-11-17T09:00:00Z', 1, 0],
      ['2026-11-18T09:00:00Z', 1, 0],
      ['2026-11-20T23:00:00Z', 1, 0],
      ['2026-11-21T09:00:00Z', 1, 1],
      ['2026-11-22T09:00:00Z', 1, 1],
    ] as const) {
      house.clock.moveTo(now)
      await followExpectations(house.application)
      expect([
        now,
        await told(ableMember.address, 'Votre réponse est attendue'),
        await told(askers.address, 'Réponse groupée'),
      ]).toEqual([now, reminders, replies])
    }
    expect(pageWords((await askers.get(path)).body)).toContain('Un membre n’a pas répondu : Bravo')
  })

  test('what is late says so in the list, and on the first page for those whom it concerns', async () => {
    house.clock.moveTo('2026-11-02T09:00:00Z')
    const path = await state({ deadline: '2026-11-30', 'title.fr.text': 'Une attente en retard' })
    house.clock.moveTo('2026-12-02T09:00:00Z')
    expect(pageWords((await askers.get(`${list()}?age=late`)).body)).toContain(
      'ouverte depuis 30 jours · en retard',
    )
    const home = `/fr/${network.slug}`
    coordinator = await anotherCoordinator()
    expect((await askers.get(home)).body).toContain('Une attente en retard')
    expect((await coordinator.get(home)).body).toContain('Une attente en retard')
    expect((await ableMember.get(home)).body).not.toContain('Une attente en retard')
    expect((await anybody().get(home)).body).not.toContain('Une attente en retard')
    await askers.post(`${path}/closing`, { outcome: 'unmet' })
    expect((await askers.get(home)).body).not.toContain('Une attente en retard')
    house.clock.moveTo('2026-11-02T09:00:00Z')
  })
})

describe('somebody without an account', () => {
  const address = 'charlie@ville.example'
  let path = ''
  let link = ''

  test('answers for a member by a link, and sees their own answer alone', async () => {
    coordinator = await anotherCoordinator()
    path = await state({ 'asker.name': '가나시', ...minji, consent: 'yes' }, coordinator)
    await refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await answer(path, able, { answer: 'no', reason: 'budget', 'words.fr.text': 'Budget voté.' }, ableMember)
    const request =
      (await requestsOf(path)).find(({ organisationId }) => organisationId === quiet.id)?.id ?? ''
    const asks = (given: Record<string, string>) =>
      coordinator.post(`${path}/contacts`, { request, name: 'Cam Durand', address, language: 'fr', ...given })
    expect((await asks({ address: 'pas une adresse' })).statusCode).toBe(422)
    expect((await asks({})).statusCode).toBe(303)
    link = await expectedLinkOf(house, address)
    const page = pageWords((await anybody().get(link)).body)
    expect(page).toContain('Vous répondez pour : Charlie')
    expect(page).not.toContain('Budget voté.')
    expect((await anybody().post(`${link}/closing`, { outcome: 'unmet' })).statusCode).toBe(404)
    expect(
      (await anybody().post(`${link}/answers`, { answer: 'yes', 'words.fr.text': 'Nous venons.' }))
        .statusCode,
    ).toBe(303)
    expect((await lastMailTo(house, minji.contactAddress))?.subject).toContain('회원 종합 답변')
  })

  test('is shown to nobody, and erased when they wish, their answer staying that of the member', async () => {
    expect((await coordinator.get(path)).body).not.toContain(address)
    const asked = await anybody().post(`${link}/erasure`)
    expect(pageWords(asked.body)).toContain('plus rien ici ne porte votre nom')
    expect((await anybody().get(link)).statusCode).toBe(404)
    expect(pageWords((await coordinator.get(path)).body)).toContain('Nous venons.')
    expect((await readMailbox(house)).filter(({ to }) => to === address)).toEqual([])
  })

  test('is forgotten a year after the last step', async () => {
    const own = await expectedLinkOf(house, minji.contactAddress)
    expect((await anybody().get(own)).statusCode).toBe(200)
    house.clock.advance({ hours: 24 * 366 })
    await forgetContacts(house.context)
    expect((await anybody().get(own)).statusCode).toBe(404)
    house.clock.moveTo('2026-11-02T09:00:00Z')
  })
})

test('a list of three takes as many statements as a list of one', async () => {
  coordinator = await anotherCoordinator()
  const count = (query: string) => house.countQueries(() => coordinator.get(`${list()}?${query}`))
  await state({ themes: 'water' })
  await count('theme=water')
  const one = await count('theme=water')
  await state({ themes: 'water' })
  await state({ themes: 'water' })
  await count('theme=water')
  expect(await count('theme=water')).toBe(one)
})

test('filters find by words, theme, state, country and view', async () => {
  await state({ themes: 'gastronomy', 'title.fr.text': 'Kimchi d’automne' })
  const found = async (query: string, browser: SignedIn = coordinator) =>
    (await browser.get(`${list()}?${query}`)).body.includes('Kimchi d’automne')
  expect([
    await found('q=kimchi'),
    await found('q=choucroute'),
    await found('theme=gastronomy'),
    await found('theme=sport'),
    await found('status=asked'),
    await found('status=satisfied'),
    await found('country=KR'),
    await found('country=FR'),
    await found('view=received', member),
    await found('view=received', askers),
    await found('view=sent', askers),
  ]).toEqual([true, false, true, false, true, false, true, false, true, false, true])
})
