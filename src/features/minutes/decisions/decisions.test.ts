import { beforeAll, describe, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let limoges: SignedIn
let tours: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  const ids = {
    limoges: (await findReference(testApp.context, 'limoges')).id,
    tours: (await findReference(testApp.context, 'tours')).id,
  }
  limoges = await signIn(testApp, {
    role: 'member',
    networkId: network.id,
    organisationIds: [ids.limoges],
    name: 'Claire Martin',
  })
  tours = await signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [ids.tours] })
  return testApp.close
})

const decision = {
  'text.fr.text': 'Organiser un séminaire commun',
  'saidBy.fr.text': 'Le groupe',
  state: 'decided',
  horizon: 'printemps 2027',
  'actions.0.part': '',
  'actions.0.text.fr.text': 'Réserver la salle',
  'actions.0.organisation.name': 'Limoges',
  'actions.0.due': '1er octobre 2026',
  action: 'save',
}

async function record(given: Record<string, string> = {}) {
  const meeting = await buildMeeting(testApp.context, network, { heldOn: '2026-09-01', isHeld: true })
  const answer = await keeper.post(`/fr/${meeting.path}/decisions/new`, { ...decision, ...given })
  expect(answer.statusCode).toBe(303)
  const { decision_id: id } = await testApp.context.database
    .selectFrom('minutes_decision')
    .select('decision_id')
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow()
  const { action_id: actionId } = await testApp.context.database
    .selectFrom('minutes_action')
    .select('action_id')
    .where('decision_id', '=', id)
    .executeTakeFirstOrThrow()
  return { meeting, id, actionId, action: `/fr/${network.slug}/meetings/actions/${actionId}` }
}

describe('a decision', () => {
  test('is for those of the group until the minutes are public, apart from proposals', async () => {
    const { meeting } = await record()
    await keeper.post(`/fr/${meeting.path}/decisions/new`, {
      'text.fr.text': 'Créer un club',
      state: 'wished',
      action: 'save',
    })
    const page = pageWords((await limoges.get(`/fr/${meeting.path}`)).body)
    expect(page).toMatch(
      /Ce qui a été décidé .*Organiser un séminaire.*Propositions, souhaits et besoins .*Créer un club/,
    )
    expect(page).toContain('Limoges · échéance : 1er octobre 2026')
    expect((await testApp.get(`/fr/${meeting.path}`)).body).not.toContain('Organiser un séminaire')
  })

  test('leads those who act on, and says nothing of it that the public does not know yet', async () => {
    const { meeting } = await record()
    const links = async (browser: Pick<SignedIn, 'get'>) =>
      [...(await browser.get(`/fr/${meeting.path}`)).body.matchAll(/href="([^"]*[?&;]with=[^"]*)"/g)].map(
        ([, href = '']) => decodeURIComponent(href.replaceAll('&amp;', '&')),
      )
    const own = await links(limoges)
    expect(own.map((href) => href.split('&reason=')[0])).toEqual([
      `/fr/${network.slug}/agenda/polls/new?with=limoges`,
      `/fr/${network.slug}/agenda/new?with=limoges`,
    ])
    expect(own[1]).toContain('&visibility=network')
    expect(own.join()).not.toContain('séminaire')
    // Members of others may ask for a date, and make no event in the name of Limoges.
    expect((await links(tours)).length).toBe(1)
    expect(await links(testApp)).toEqual([])
  })

  test('keeps its actions by their ids when it is changed, and loses those taken off', async () => {
    const { id, actionId } = await record()
    const address = `/fr/${network.slug}/meetings/decisions/${id}`
    const fields = await fieldsOf(keeper, address)
    const more = { ...fields, 'actions.1.part': '', 'actions.1.text.fr.text': 'Inviter', action: 'save' }
    expect((await keeper.post(address, more)).statusCode).toBe(303)
    const ids = async () =>
      (
        await testApp.context.database
          .selectFrom('minutes_action')
          .select('action_id as id')
          .where('decision_id', '=', id)
          .orderBy('position')
          .execute()
      ).map((each) => each.id)
    const [first, second] = await ids()
    expect([first, (await ids()).length]).toEqual([actionId, 2])
    const without = Object.fromEntries(
      Object.entries(await fieldsOf(keeper, address)).filter(([name]) => !name.startsWith('actions.0')),
    )
    await keeper.post(address, { ...without, action: 'save' })
    expect(await ids()).toEqual([second])
  })

  test('goes with its actions, for those in charge alone', async () => {
    const { id, meeting } = await record()
    const address = `/fr/${network.slug}/meetings/decisions/${id}`
    expect((await limoges.post(`${address}/removal`)).statusCode).toBe(404)
    expect((await keeper.post(`${address}/removal`)).statusCode).toBe(303)
    expect((await keeper.get(`/fr/${meeting.path}`)).body).not.toContain('Organiser un séminaire')
  })
})

describe('an action', () => {
  test('that is overdue is watched on the page about the group, and comes first at the next meeting', async () => {
    const { action } = await record({ 'actions.0.text.fr.text': 'Envoyer la liste' })
    expect(pageWords((await limoges.get(`/fr/${network.slug}/group`)).body)).toMatch(
      /À suivre .*Envoyer la liste/,
    )
    const next = await buildMeeting(testApp.context, network, { heldOn: '2026-12-01' })
    const agenda = pageWords((await keeper.get(`/fr/${next.path}`)).body)
    expect(agenda).toMatch(/Suites des réunions précédentes .*Envoyer la liste ! en retard/)
    await keeper.post(action, { state: 'done', note: 'Liste envoyée' })
    expect(pageWords((await limoges.get(`/fr/${network.slug}/group`)).body)).not.toMatch(
      /À suivre .*Envoyer la liste/,
    )
    expect((await keeper.get(`/fr/${next.path}`)).body).not.toContain('Envoyer la liste')
  })

  test('is followed by whoever speaks for the body that is to do it, and by nobody of another', async () => {
    const { action, meeting } = await record()
    expect((await tours.get(action)).statusCode).toBe(404)
    expect((await tours.post(action, { state: 'done' })).statusCode).toBe(404)
    expect((await limoges.post(action, { state: 'postponed' })).statusCode).toBe(422)
    const postponed = { state: 'postponed', due: 'janvier 2027', note: 'Salle prise' }
    expect((await limoges.post(action, postponed)).statusCode).toBe(303)
    const page = pageWords((await tours.get(`/fr/${meeting.path}`)).body)
    expect(page).toContain('→ reporté')
    expect(page).toContain('échéance : janvier 2027')
    expect(page).toContain('Salle prise (Claire Martin)')
  })

  test('stands as it was known on an earlier day', async () => {
    const { action, meeting } = await record()
    testApp.clock.advance({ hours: 48 })
    await keeper.post(action, { state: 'dropped', note: 'Sans suite' })
    const page = async (now: string) => pageWords((await tours.get(`/fr/${meeting.path}?now=${now}`)).body)
    expect(await page('2026-11-02')).toContain('! en retard')
    expect(await page('2026-11-04')).toContain('× abandonné')
  })
})

test('the texts of decisions wait for translation while those of the network know of their meeting', async () => {
  const meeting = await buildMeeting(testApp.context, network)
  const list = `/fr/${network.slug}/translations?kind=decision&language=ko`
  const listed = async () => pageWords((await limoges.get(list)).body).includes('Louer une salle à Séoul')
  await keeper.post(`/fr/${meeting.path}/decisions/new`, {
    ...decision,
    'text.fr.text': 'Louer une salle à Séoul',
  })
  expect((await limoges.get(`/fr/${meeting.path}`)).statusCode).toBe(404)
  expect(await listed()).toBe(false)
  await keeper.post(`/fr/${meeting.path}/states`, { is: 'announced' })
  expect(await listed()).toBe(true)
  await keeper.post(`/fr/${meeting.path}/states`, { not: 'announced' })
  expect((await limoges.get(`/fr/${meeting.path}`)).statusCode).toBe(404)
  expect(await listed()).toBe(false)
})
