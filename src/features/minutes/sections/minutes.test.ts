import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltMeeting, buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { selectSections } from './queries.ts'

let house: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let second: SignedIn
let attended: SignedIn
let absent: SignedIn
let limogesId: string
beforeAll(async () => {
  house = await openTestApp()
  network = await buildNetwork(house.context)
  limogesId = (await findReference(house.context, 'limoges')).id
  const role = { role: 'coordinator', networkId: network.id } as const
  keeper = await signIn(house, { ...role, name: 'Première Secrétaire' })
  second = await signIn(house, { ...role, name: 'Seconde Secrétaire' })
  const member = { role: 'member' as const, networkId: network.id, organisationIds: [limogesId] }
  attended = await signIn(house, { ...member, name: 'Claire Martin' })
  absent = await signIn(house, { ...member, name: 'Denis Absent' })
  return house.close
})

let meeting: BuiltMeeting
let address: string
beforeEach(async () => {
  const person = (name: string, presence: 'present' | 'excused') => ({
    name,
    function: original('Adjointe au maire'),
    organisationId: limogesId,
    organisationWords: '',
    presence,
    representedBy: '',
    isNamed: false,
  })
  meeting = await buildMeeting(house.context, network, {
    points: ['Budget', 'Calendrier'].map((title) => ({
      title: original(title),
      rapporteur: '',
      plannedMinutes: null,
    })),
    participants: [person('Claire Martin', 'present'), person('Denis Absent', 'excused')],
    isHeld: true,
  })
  address = `/fr/${meeting.path}`
})

const sections = () => selectSections(house.context, meeting.id)
const textOf = async (title: string) =>
  (await sections()).find((each) => each.title.fr?.text === title)?.text.fr?.text
const idOf = async (title: string) =>
  (await sections()).find((each) => each.title.fr?.text === title)?.id ?? ''

/** Types into the notes on a point, from what the form was drawn with. */
async function note(browser: SignedIn, index: number, text: string, base = '', headers = {}) {
  const names = Object.keys(await fieldsOf(browser, `${address}/notes`)).filter((name) =>
    name.startsWith('text.'),
  )
  const name = names[index] ?? ''
  return browser.post(`${address}/notes`, { [name]: text, [name.replace('text', 'base')]: base }, headers)
}

async function prepare() {
  await note(keeper, 0, 'Le budget est de 10 000 €.')
  expect((await keeper.post(`${address}/text/preparation`)).statusCode).toBe(303)
}

async function open(until = '2026-11-30') {
  await prepare()
  expect((await keeper.post(`${address}/text/amendable`, { until })).statusCode).toBe(303)
}

describe('notes', () => {
  test('of two people are joined, with a script or without', async () => {
    await note(keeper, 0, 'Le budget est voté.')
    const answer = await note(second, 0, 'Le calendrier suit.', '', { 'x-autosave': '1' })
    expect(Object.values(answer.json().notes)[0]).toBe('Le budget est voté.\nLe calendrier suit.')
    expect((await keeper.get(`${address}/notes`)).body).toContain('Le calendrier suit.')
  })

  test('are taken by those who were given the pen, and seen by nobody else', async () => {
    expect((await attended.get(`${address}/notes`)).statusCode).toBe(404)
    expect((await attended.post(`${address}/notes`, {})).statusCode).toBe(404)
    await keeper.post(`${address}/notes/pens`, { pens: attended.personId })
    expect((await note(attended, 1, 'Prochaine réunion en mars')).statusCode).toBe(303)
    expect((await keeper.get(`${address}/notes`)).body).toContain('Prochaine réunion en mars')
    await keeper.post(`${address}/notes/pens`, {})
    expect((await attended.get(`${address}/notes`)).statusCode).toBe(404)
  })

  test('keep their earlier words', async () => {
    await note(keeper, 0, 'Première')
    await note(second, 0, '', 'Première')
    const versions = await house.context.database
      .selectFrom('minutes_note_version as v')
      .innerJoin('minutes_note as n', 'n.note_id', 'v.note_id')
      .select('v.text')
      .where('n.meeting_id', '=', meeting.id)
      .orderBy('v.number')
      .execute()
    expect(versions.map(({ text }) => text)).toEqual(['Première', ''])
  })
})

describe('prepared minutes', () => {
  test('begin with what was noted, point by point, and are for those in charge alone', async () => {
    await prepare()
    expect(await textOf('Budget')).toBe('Le budget est de 10 000 €.')
    expect(pageWords((await keeper.get(address)).body)).toContain('Ce compte rendu n’est pas encore arrêté')
    expect((await attended.get(address)).body).not.toContain('10 000')
    expect((await house.get(address)).body).not.toContain('10 000')
  })

  test('join what two people change in different parts and languages', async () => {
    await prepare()
    const form = `${address}/text/${await idOf('Budget')}`
    const [mine, theirs] = [await fieldsOf(keeper, form), await fieldsOf(second, form)]
    await second.post(form, { ...theirs, 'title.ko.text': '예산', action: 'save' })
    const saved = await keeper.post(form, { ...mine, 'text.fr.text': 'Le budget est voté.', action: 'save' })
    expect(saved.statusCode).toBe(303)
    const [budget] = await sections()
    expect([budget?.title.ko?.text, budget?.text.fr?.text]).toEqual(['예산', 'Le budget est voté.'])
  })

  test('show both wordings where two people changed the same passage, and keep what is sent then', async () => {
    await prepare()
    const form = `${address}/text/${await idOf('Budget')}`
    const [mine, theirs] = [await fieldsOf(keeper, form), await fieldsOf(second, form)]
    await second.post(form, { ...theirs, 'text.fr.text': 'Le budget est de 12 000 €.', action: 'save' })
    const met = await keeper.post(form, {
      ...mine,
      'text.fr.text': 'Le budget est de 9 000 €.',
      action: 'save',
    })
    expect(met.statusCode).toBe(409)
    expect(pageWords(met.body)).toMatch(/Texte enregistré entre-temps .*12 000.*Votre texte .*9 000/)
    expect(await textOf('Budget')).toBe('Le budget est de 12 000 €.')
    const seen = met.body.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    await keeper.post(form, { ...mine, seen, 'text.fr.text': 'Le budget est de 9 000 €.', action: 'save' })
    expect(await textOf('Budget')).toBe('Le budget est de 9 000 €.')
  })

  test('are looked at before they are saved, and say in each version what changed and why', async () => {
    await prepare()
    const form = `${address}/text/${await idOf('Budget')}`
    const fields = await fieldsOf(keeper, form)
    const typed = { ...fields, 'text.fr.text': '- un\n- **deux**', reason: 'Mise au net' }
    const preview = await keeper.post(form, { ...typed, action: 'preview' })
    expect(preview.body).toContain('<li><strong>deux</strong></li>')
    expect(await textOf('Budget')).toBe('Le budget est de 10 000 €.')
    await keeper.post(form, { ...typed, action: 'save' })
    const versions = pageWords((await keeper.get(`${address}/text/versions`)).body)
    expect(versions).toContain('Première Secrétaire Mise au net')
    const version = pageWords((await keeper.get(`${address}/text/versions/2`)).body)
    expect(version).toMatch(/Budget français .*supprimé : .*10 000/)
    await keeper.post(`${address}/text/versions/1`)
    expect(await textOf('Budget')).toBe('Le budget est de 10 000 €.')
  })

  test('are moved, taken out and put back from a version', async () => {
    await prepare()
    await keeper.post(`${address}/text/changes`, { down: await idOf('Budget') })
    expect((await sections()).map(({ title }) => title.fr?.text)).toEqual(['Calendrier', 'Budget'])
    await keeper.post(`${address}/text/changes`, { remove: await idOf('Budget') })
    expect(await sections()).toHaveLength(1)
    await keeper.post(`${address}/text/versions/1`)
    expect((await sections()).map(({ title }) => title.fr?.text)).toEqual(['Budget', 'Calendrier'])
  })
})

describe('amendments', () => {
  const amendment = async (given = {}) => ({
    section: await idOf('Budget'),
    language: 'fr',
    passage: '10 000 €',
    proposal: '12 000 €',
    reason: 'Selon le vote',
    ...given,
  })

  test('are proposed by those who attended alone, while they are open', async () => {
    await prepare()
    expect((await attended.get(`${address}/amendments`)).statusCode).toBe(404)
    await keeper.post(`${address}/text/amendable`, { until: '2026-11-30' })
    expect((await absent.get(`${address}/amendments`)).statusCode).toBe(404)
    expect((await absent.post(`${address}/amendments`, await amendment())).statusCode).toBe(404)
    expect((await attended.post(`${address}/amendments`, await amendment())).statusCode).toBe(303)
    expect(pageWords((await keeper.get(`${address}/amendments`)).body)).toContain('Motif : Selon le vote')
    house.clock.advance({ hours: 24 * 40 })
    expect((await attended.post(`${address}/amendments`, await amendment())).statusCode).toBe(404)
    house.clock.advance({ hours: -24 * 40 })
  })

  test('quote the text to the letter', async () => {
    await open()
    const answer = await attended.post(`${address}/amendments`, await amendment({ passage: '11 000 €' }))
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      422,
      expect.stringContaining('ne se trouve pas tel quel'),
    ])
  })

  async function proposed(given = {}) {
    await attended.post(`${address}/amendments`, await amendment(given))
    const row = await house.context.database
      .selectFrom('minutes_amendment')
      .select('amendment_id as id')
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirstOrThrow()
    return `${address}/amendments/${row.id}`
  }

  test('that are accepted change the text once, and those declined say why', async () => {
    await open()
    const one = await proposed({ proposal: '$& 12 000 €' })
    expect((await attended.post(one, { decision: 'accepted' })).statusCode).toBe(404)
    expect((await keeper.post(one, { decision: 'accepted', answer: 'Exact' })).statusCode).toBe(303)
    expect(await textOf('Budget')).toBe('Le budget est de $& 12 000 €.')
    expect((await keeper.post(one, { decision: 'declined' })).statusCode).toBe(409)
    expect(pageWords((await attended.get(`${address}/amendments`)).body)).toMatch(
      /accepté .*Exact – Première Secrétaire/,
    )
  })

  test('whose passage has gone since are not written over the new text', async () => {
    await open()
    const one = await proposed()
    const form = `${address}/text/${await idOf('Budget')}`
    const fields = await fieldsOf(keeper, form)
    await keeper.post(form, { ...fields, 'text.fr.text': 'Autre chose.', action: 'save' })
    const answer = await keeper.post(one, { decision: 'accepted' })
    expect([answer.statusCode, answer.body]).toEqual([
      409,
      expect.stringContaining('Le passage a changé depuis'),
    ])
    expect(pageWords((await keeper.get(`${address}/amendments`)).body)).toContain('en attente')
  })
})

describe('final minutes', () => {
  async function finalise() {
    await prepare()
    const form = `${address}/text/${await idOf('Budget')}`
    await keeper.post(form, {
      ...(await fieldsOf(keeper, form)),
      'text.fr.text': 'Claire Martin présente le budget. Le séminaire aura lieu en mars.',
      action: 'save',
    })
    await keeper.post(`${address}/decisions/new`, {
      'text.fr.text': 'Tenir un séminaire',
      state: 'decided',
      quotation: 'Le séminaire aura lieu en mars.',
      action: 'save',
    })
    expect((await keeper.post(`${address}/text/final`, { number: '2026-4' })).statusCode).toBe(303)
  }

  test('are public with number and digest, name whom they name, and prove their decisions', async () => {
    await finalise()
    const body = (await house.get(address)).body
    const page = pageWords(body)
    for (const text of [
      'n° 2026-4',
      'Le séminaire aura lieu en mars.',
      'Tenir un séminaire',
      'Claire Martin',
    ])
      expect(page, text).toContain(text)
    expect(page).not.toContain('Denis Absent')
    expect(page).toContain('Adjointe au maire Limoges Excusé')
    const row = await house.context.database
      .selectFrom('minutes_meeting')
      .select(['final_text', 'final_sha256'])
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirstOrThrow()
    expect(
      createHash('sha256')
        .update(row.final_text ?? '')
        .digest('hex'),
    ).toBe(row.final_sha256)
    expect(page).toContain(row.final_sha256)
    const quoted = body.match(/href="([^"]*\?quote=[^"#]*)/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await house.get(quoted)).body).toContain(
      '<mark id="quote">Le séminaire aura lieu en mars.</mark>',
    )
  })

  test('do not change any more: a correction stands beside them', async () => {
    await finalise()
    const id = await idOf('Budget')
    expect((await keeper.get(`${address}/text/${id}`)).statusCode).toBe(404)
    expect((await keeper.post(`${address}/text/changes`, { remove: id })).statusCode).toBe(410)
    expect((await keeper.post(`${address}/text/final`, { number: '2' })).statusCode).toBe(410)
    expect((await keeper.get(`${address}/notes`)).statusCode).toBe(404)
    await keeper.post(`${address}/text/errata`, { 'text.fr.text': 'Lire « avril » au lieu de « mars ».' })
    const page = pageWords((await house.get(address)).body)
    expect(page).toMatch(/Le séminaire aura lieu en mars\..*Rectificatifs .*Lire « avril »/)
  })

  test('take translations, but no other original', async () => {
    await finalise()
    const [owner] = house.application.textOwners.filter(({ kind }) => kind === 'meeting')
    const [budget] = await sections()
    const before = budget?.text ?? {}
    const place = { networkId: network.id, recordId: meeting.id, path: `sections.${budget?.id}.text`, before }
    const fr = before.fr ?? { text: '', state: 'original' as const }
    const changed = { ...before, fr: { ...fr, text: 'Autre' } }
    expect(await owner?.replaceText(house.context, { ...place, after: changed })).toBe(false)
    const translated = { ...before, ko: { text: '예산', state: 'reviewed' as const } }
    expect(await owner?.replaceText(house.context, { ...place, after: translated })).toBe(true)
    expect((await house.get(address.replace('/fr/', '/ko/'))).body).toContain('예산')
  })
})
