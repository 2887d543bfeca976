import { beforeAll, describe, expect, test } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { type BuiltMeeting, buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { newId } from '../../../platform/context/identifier.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let limogesId: string
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  limogesId = (await findReference(testApp.context, 'limoges')).id
  return testApp.close
})

async function build(): Promise<BuiltMeeting> {
  return buildMeeting(testApp.context, network, {
    start: '17:30',
    end: '19:00',
    points: [{ title: original('Budget'), rapporteur: 'CUF', plannedMinutes: 20 }],
    place: original('Salle des mariages'),
  })
}

/** Sends a convocation. Returns the answering address that was mailed to the given recipient. */
async function convene(
  meeting: BuiltMeeting,
  given: Record<string, string | string[]>,
  whose?: string,
): Promise<string> {
  const answer = await keeper.post(`/fr/${meeting.path}/convocation`, {
    language: 'fr',
    action: 'send',
    ...given,
  })
  expect(answer.statusCode).toBe(303)
  const mail = (await readMailbox(testApp)).findLast(({ to }) => whose === undefined || to === whose)
  const link = mail?.links[0] ?? ''
  return new URL(link).pathname
}

describe('a convocation', () => {
  test('names the members for whom nobody can be convened', async () => {
    const meeting = await build()
    const icheon = await findReference(testApp.context, 'icheon')
    const members = [limogesId, icheon.id].map((organisationId) => ({
      membership_id: newId(),
      network_id: network.id,
      organisation_id: organisationId,
      role: 'member',
      person: '{}',
      position: 0,
      known_on: '2026-01-01',
      created_at: '2026-01-01T09:00:00Z',
      updated_at: '2026-01-01T09:00:00Z',
    }))
    await testApp.context.database.insertInto('networks_membership').values(members).execute()
    const told = async () =>
      pageWords((await keeper.get(`/fr/${meeting.path}/convocation`)).body).match(
        /(\S+) membres? n’(?:a|ont) personne[^.]*/,
      )?.[0]
    expect(await told()).toMatch(/^2 membres n’ont personne à convoquer Limoges, Icheon/)
    await signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [limogesId] })
    expect(await told()).toMatch(/^1 membre n’a personne à convoquer Icheon/)
    await testApp.context.database
      .deleteFrom('networks_membership')
      .where('network_id', '=', network.id)
      .execute()
  })

  test('is seen in every language before anything is sent', async () => {
    const meeting = await build()
    const before = (await readMailbox(testApp)).length
    const answer = await keeper.post(`/fr/${meeting.path}/convocation`, {
      addresses: 'Kim <kim@icheon.example>',
      language: 'ko',
      action: 'preview',
    })
    expect(pageWords(answer.body)).toContain('En coréen : une personne')
    expect(answer.body).toContain('참석 여부 회신')
    expect((await readMailbox(testApp)).length).toBe(before)
  })

  test('reaches each in their language with both clocks, agenda and place, once an address', async () => {
    const meeting = await build()
    const member = await signIn(testApp, { role: 'member', networkId: network.id, name: 'Claire Martin' })
    await buildContact(testApp.context, network, limogesId, {
      name: { fr: 'Solange Post' },
      email: 'solange@limoges.example',
    })
    const { post_id: post } = await testApp.context.database
      .selectFrom('contacts_post')
      .select('post_id')
      .where('network_id', '=', network.id)
      .executeTakeFirstOrThrow()
    await convene(meeting, {
      people: member.personId,
      posts: post,
      addresses: `Kim <kim@icheon.example>\n${member.address}`,
      language: 'ko',
    })
    // Mails that are sent together have no order.
    const mails = new Map((await readMailbox(testApp)).slice(-3).map((mail) => [mail.to, mail]))
    expect(Object.fromEntries([...mails].map(([to, { language }]) => [to, language]))).toEqual({
      [member.address]: 'fr',
      'solange@limoges.example': 'fr',
      'kim@icheon.example': 'ko',
    })
    const text = (mails.get(member.address)?.text ?? '').replaceAll(/\s+/g, ' ')
    for (const words of [
      'jeu. 12 nov. 2026, 17:30–19:00 Paris · 01:30 (+1 j)–03:00 Séoul',
      'Salle des mariages',
      'Budget (CUF · 20 min)',
    ])
      expect(text, words).toContain(words)
    expect(mails.get('kim@icheon.example')?.text.replaceAll(/\s+/g, ' ')).toContain('01:30 (+1일)–03:00 서울')
    expect((await keeper.get(`/fr/${meeting.path}`)).body).toContain('convoquée')
  })

  test('reaches everybody with a role', async () => {
    const other = await buildNetwork(testApp.context)
    const chair = await signIn(testApp, { role: 'chair', networkId: other.id })
    for (const name of ['Ada', 'Basile'])
      await signIn(testApp, { role: 'reader', networkId: other.id, name, address: `${name}@r.example` })
    const meeting = await buildMeeting(testApp.context, other)
    await chair.post(`/fr/${meeting.path}/convocation`, { roles: 'reader', language: 'fr', action: 'send' })
    expect((await readMailbox(testApp)).slice(-2).map(({ to }) => to)).toEqual([
      'ada@r.example',
      'basile@r.example',
    ])
  })

  test('refuses what is no address, and nobody at all', async () => {
    const meeting = await build()
    const send = (addresses: string) =>
      keeper.post(`/fr/${meeting.path}/convocation`, { addresses, language: 'fr', action: 'send' })
    const wrong = await send('pas une adresse')
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('pas une adresse')])
    expect((await send('')).statusCode).toBe(422)
    expect(pageWords((await keeper.get(`/fr/${meeting.path}`)).body)).toContain('en préparation')
  })

  test('opens the meeting to those of the network, and to nobody else', async () => {
    const meeting = await build()
    const reader = await signIn(testApp, { role: 'reader', networkId: network.id })
    expect((await reader.get(`/fr/${meeting.path}`)).statusCode).toBe(404)
    await convene(meeting, { addresses: 'a@b.example' })
    expect((await reader.get(`/fr/${meeting.path}`)).statusCode).toBe(200)
    expect((await testApp.get(`/fr/${meeting.path}`)).statusCode).toBe(404)
  })
})

describe('an answer', () => {
  test('needs no account and a second click, and may be changed until the meeting is over', async () => {
    const meeting = await build()
    const link = await convene(meeting, { addresses: 'Claire Martin <claire@limoges.example>' })
    const anybody = browserOf(testApp)
    const page = await anybody.get(link)
    expect(pageWords(page.body)).toContain('Convocation adressée à Claire Martin')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(pageWords((await keeper.get(`/fr/${meeting.path}/convocation`)).body)).toContain('sans réponse')
    expect((await anybody.post(link, { answer: 'represented' })).statusCode).toBe(422)
    await anybody.post(link, { answer: 'represented', representedBy: 'Jean Durand', words: 'En mission' })
    const seen = pageWords((await keeper.get(`/fr/${meeting.path}/convocation`)).body)
    expect(seen).toContain('Représenté par Jean Durand')
    expect(seen).toContain('En mission')
    await anybody.post(link, { answer: 'present' })
    expect(pageWords((await anybody.get(link)).body)).toContain('Votre réponse : Présent')

    testApp.clock.advance({ hours: 24 * 11 })
    expect(pageWords((await anybody.get(link)).body)).toContain('Cette réunion est passée')
    expect((await anybody.post(link, { answer: 'excused' })).statusCode).toBe(410)
    testApp.clock.advance({ hours: -24 * 11 })
  })

  test('is only that of whoever the link was signed for', async () => {
    const meeting = await build()
    const link = await convene(meeting, { addresses: 'Claire Martin <claire@limoges.example>' })
    const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await testApp.get(forged)).statusCode).toBe(404)
    const other = await buildNetwork(testApp.context)
    expect((await testApp.get(link.replace(network.slug, other.slug))).statusCode).toBe(404)
  })

  test('is taken over into the list of participants, once', async () => {
    const meeting = await build()
    const link = await convene(
      meeting,
      { addresses: 'Claire Martin <claire@limoges.example>\nKim <kim@icheon.example>' },
      'kim@icheon.example',
    )
    await browserOf(testApp).post(link, { answer: 'remote' })
    const take = () => keeper.post(`/fr/${meeting.path}/attendance/answers`)
    await take()
    await take()
    const rows = await testApp.context.database
      .selectFrom('minutes_participant')
      .select(['name', 'presence', 'is_named'])
      .where('meeting_id', '=', meeting.id)
      .orderBy('position')
      .execute()
    expect(rows).toEqual([
      { name: 'Claire Martin', presence: 'absent', is_named: false },
      { name: 'Kim', presence: 'remote', is_named: false },
    ])
  })
})

test('nobody is convened to a meeting that was cancelled', async () => {
  const meeting = await build()
  await keeper.post(`/fr/${meeting.path}/states`, { is: 'cancelled' })
  const before = (await readMailbox(testApp)).length
  const answer = await keeper.post(`/fr/${meeting.path}/convocation`, {
    language: 'fr',
    action: 'send',
    addresses: 'maire@limoges.example',
  })
  expect(answer.statusCode).toBe(422)
  expect(pageWords(answer.body)).toContain('Cette réunion est annulée')
  expect((await readMailbox(testApp)).length).toBe(before)
})
