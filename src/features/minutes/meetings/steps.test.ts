import { beforeAll, describe, expect, test } from 'vitest'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

const placed = { place: original('Visioconférence') }
const sections = [{ title: original('Points'), text: original('Texte du compte rendu.'), level: 2 as const }]

const point = (title: string) => ({ title: original(title), rapporteur: '', plannedMinutes: null })
const someone = (name: string) => ({
  name,
  function: {},
  organisationId: null,
  organisationWords: '',
  presence: 'present' as const,
  representedBy: '',
  isNamed: false,
})

/** The steps on the page of a meeting: title, state and figures of each; what is primary; and the key of the next one. */
async function stepsOn(path: string, reader: Pick<SignedIn, 'get'> = keeper, language = 'fr') {
  const { body } = await reader.get(`/${language}/${path}`)
  const items = [...body.matchAll(/<li class="way-step way-(\w+)"[^>]*>([\s\S]*?)<\/p>/g)]
  return {
    body,
    words: pageWords(body),
    lines: items.map(([, state, line = '']) => `${state} | ${pageWords(line).trim()}`),
    next: items.filter(([, state]) => state === 'next').length,
    primary: [...body.matchAll(/class="button primary"[^>]*>([^<]*)</g)].map(([, words]) => words),
  }
}

const post = (path: string, step: string, form: Record<string, string>) =>
  keeper.post(`/fr/${path}${step}`, form)

test('a meeting is prepared step by step: one is next, what is done has its figures, the rest says when it will be', async () => {
  const { path } = await buildMeeting(testApp.context, network)
  expect((await stepsOn(path)).lines).toEqual([
    'next | Date, lieu, présidence prochaine étape · lieu non indiqué',
    'open | Ordre du jour à faire',
    'optional | Documents et liens facultatif',
    'open | Convocation à faire',
    'optional | Annonce au public facultatif',
    'optional | Prise de notes facultatif',
    'later | Tenue de la réunion à partir du 12 novembre 2026',
    'later | Participants à partir du 12 novembre 2026',
    'later | Compte rendu à partir du 12 novembre 2026',
    'later | Décisions et suites une fois le compte rendu rédigé',
    'later | Adoption une fois le compte rendu rédigé',
    'later | Suites données une fois le compte rendu rédigé',
  ])
  const { database } = testApp.context
  await database
    .updateTable('minutes_meeting')
    .set({ place: JSON.stringify(placed.place) })
    .execute()
  expect((await stepsOn(path)).primary).toEqual(['Établir l’ordre du jour'])
  for (const title of ['Budget', 'Calendrier'])
    await post(path, '/agenda', { 'title.fr.text': title, 'title.original': 'fr' })
  expect((await stepsOn(path)).primary).toEqual(['Convoquer'])
  const addresses = ['un@ville.example', 'deux@ville.example'].join('\n')
  await post(path, '/convocation', { addresses, language: 'fr', action: 'send' })
  await database
    .updateTable('minutes_invitee')
    .set({ answered_at: '2026-11-02T10:00:00Z', answer: 'present' })
    .where('address', '=', 'un@ville.example')
    .execute()
  const convened = await stepsOn(path)
  expect(convened.lines.slice(0, 6)).toEqual([
    'done | Date, lieu, présidence fait',
    'done | Ordre du jour fait · 2 points',
    'optional | Documents et liens facultatif',
    'done | Convocation fait · 2 envoyées, 1 réponse',
    'optional | Annonce au public facultatif',
    'optional | Prise de notes facultatif',
  ])
  // Nothing is next before the day; the meeting can be announced on its line.
  expect(convened.primary).toEqual([])
  await post(path, '/states', { is: 'announced' })
  const announced = await stepsOn(path)
  expect(announced.lines[4]).toBe('done | Annonce au public fait · L’inscrire à l’agenda')
  expect(announced.body).toContain('name="not" value="announced"')
  // The form of the agenda knows what the meeting says, and once it is there nobody is asked again.
  const [, way = ''] = /href="([^"]*agenda\/new[^"]*)"/.exec(announced.body) ?? []
  const fields = await fieldsOf(keeper, way.replaceAll('&amp;', '&'))
  expect(fields).toMatchObject({ kind: 'meeting', when: '2026-11-12' })
  const title = String(fields['title.fr.text'])
  await buildEvent(testApp, network, title, { kind: 'meeting', when: '2026-11-12' })
  expect((await stepsOn(path)).lines[4]).toBe('done | Annonce au public fait')
  expect((await stepsOn(path, keeper, 'ko')).lines[3]).toBe('done | 소집 완료 · 2명에게 발송, 답변 1건')
  expect((await stepsOn(path, keeper, 'en')).lines[3]).toBe('done | Convocation done · 2 sent, 1 reply')
})

test('on its day notes are taken, then it is said to have been held, then who came; afterwards what was not prepared is let be', async () => {
  const { id, path } = await buildMeeting(testApp.context, network, { ...placed, heldOn: '2026-11-02' })
  const begun = await stepsOn(path)
  // That it took place can be said on the line already, beside the next step.
  expect(begun.body).toContain('name="is" value="held"')
  expect(begun.primary).toEqual(['Établir l’ordre du jour'])
  await testApp.context.database
    .insertInto('minutes_note')
    .values({ note_id: id, meeting_id: id, text: 'Bonjour', version: 1, written_at: '2026-11-02T10:00:00Z' })
    .execute()
  await post(path, '/agenda', { 'title.fr.text': 'Budget', 'title.original': 'fr' })
  await post(path, '/convocation', { addresses: 'a@ville.example', language: 'fr', action: 'send' })
  const noted = await stepsOn(path)
  expect(noted.lines[5]).toBe('done | Prise de notes fait · notes sur 1 point')
  expect(noted.primary).toEqual(['Déclarer la réunion tenue'])
  await post(path, '/states', { is: 'held' })
  const held = await stepsOn(path)
  expect(held.lines[6]).toBe('done | Tenue de la réunion fait')
  expect(held.primary).toEqual(['Noter les participants'])
  await post(path, '/attendance', { name: 'Claire Martin', presence: 'present' })
  const attended = await stepsOn(path)
  expect(attended.lines[7]).toBe('done | Participants fait · 1 personne')
  expect(attended.primary).toEqual(['Rédiger le compte rendu'])

  // A Sunday is told to those who prepare it.
  const sunday = await buildMeeting(testApp.context, network, { ...placed, heldOn: '2026-11-15' })
  expect((await stepsOn(sunday.path)).words).toContain('dim. 15 nov., fin de semaine')

  const late = await buildMeeting(testApp.context, network, { heldOn: '2026-10-20', isHeld: true })
  const { lines, primary, body } = await stepsOn(late.path)
  expect(lines.slice(0, 6)).toEqual([
    'skipped | Date, lieu, présidence non fait · lieu non indiqué',
    'skipped | Ordre du jour non fait',
    'optional | Documents et liens facultatif',
    'skipped | Convocation non fait',
    'skipped | Annonce au public non fait',
    'skipped | Prise de notes non fait',
  ])
  // What waits no more is folded to one line.
  expect(pageWords(body)).toContain('Préparation : terminé')
  expect(primary).toEqual(['Noter les participants'])
})

describe('after a meeting', () => {
  const action = {
    text: original('Écrire à Osong'),
    organisationId: null,
    person: '',
    due: null,
    dueWords: {},
    knownOn: '2026-11-01',
  }
  const decided = { saidBy: {}, state: 'decided' as const, horizon: null, knownOn: '2026-11-01' }
  const decisions = [{ ...decided, text: original('Partir à Osong'), actions: [action] }]
  const held = { ...placed, heldOn: '2026-10-20', isHeld: true, participants: [someone('Claire Martin')] }

  test('minutes are opened to amendments, these are answered, and the text is adopted', async () => {
    const { id, path } = await buildMeeting(testApp.context, network, { ...held, sections })
    const written = await stepsOn(path)
    expect(written.lines.slice(-4)).toEqual([
      'done | Compte rendu fait · 1 partie',
      'optional | Décisions et suites facultatif',
      'next | Adoption prochaine étape',
      'optional | Suites données facultatif',
    ])
    expect(written.primary).toEqual(['Ouvrir aux amendements ou adopter'])
    await post(path, '/text/amendable', { until: '2026-11-09' })
    expect((await stepsOn(path)).lines.at(-2)).toBe(
      'next | Adoption prochaine étape · amendements jusqu’au 9 novembre 2026 · Aucun amendement en attente',
    )
    await propose(id)
    const proposed = await stepsOn(path)
    expect(proposed.lines.at(-2)).toContain('Un amendement en attente')
    expect(proposed.primary).toEqual(['Répondre aux amendements'])
    await post(path, '/text/final', { number: '2026-7', sure: 'yes' })
    const adopted = await stepsOn(path)
    expect(adopted.lines.at(-2)).toBe('done | Adoption fait · n° 2026-7')
    // Nothing waits: no step is next, and the page has no primary button.
    expect([adopted.next, adopted.primary]).toEqual([0, []])
  })

  test('what was decided is followed until it is done', async () => {
    const { id, path } = await buildMeeting(testApp.context, network, {
      ...held,
      sections,
      decisions,
    })
    await post(path, '/text/final', { number: '2026-8', sure: 'yes' })
    const open = await stepsOn(path)
    expect(open.lines.slice(-3)).toEqual([
      'done | Décisions et suites fait · 1 inscrite',
      'done | Adoption fait · n° 2026-8',
      'next | Suites données prochaine étape · 1 en cours',
    ])
    expect(open.primary).toEqual(['Dire où en sont les suites'])
    const { action_id: actionId } = await testApp.context.database
      .selectFrom('minutes_action as a')
      .innerJoin('minutes_decision as d', 'd.decision_id', 'a.decision_id')
      .select('a.action_id')
      .where('d.meeting_id', '=', id)
      .executeTakeFirstOrThrow()
    await keeper.post(`/fr/${network.slug}/meetings/actions/${actionId}`, { state: 'done' })
    expect((await stepsOn(path)).lines.at(-1)).toBe('done | Suites données fait')
  })

  async function propose(meetingId: string) {
    const { database } = testApp.context
    const { participant_id, section_id } = await database
      .selectFrom('minutes_participant as p')
      .innerJoin('minutes_section as s', 's.meeting_id', 'p.meeting_id')
      .select(['p.participant_id', 's.section_id'])
      .where('p.meeting_id', '=', meetingId)
      .executeTakeFirstOrThrow()
    await database
      .insertInto('minutes_amendment')
      .values({
        amendment_id: crypto.randomUUID(),
        meeting_id: meetingId,
        section_id,
        participant_id,
        person_id: keeper.personId,
        language: 'fr',
        passage: 'Texte',
        proposal: 'Le texte',
        reason: '',
        proposed_at: '2026-11-02T10:00:00Z',
      })
      .execute()
  }
})

test('whatever there is, exactly one step of a meeting that goes on is next and has the only primary button', async () => {
  const own = await buildNetwork(testApp.context)
  const host = await signIn(testApp, { role: 'coordinator', networkId: own.id })
  for (const heldOn of ['2026-10-20', '2026-11-02', '2026-11-12'])
    for (const given of [{}, placed, { sections }, { ...placed, points: [point('Un')] }]) {
      const { path } = await buildMeeting(testApp.context, own, { heldOn, ...given })
      const { next, primary } = await stepsOn(path, host)
      expect([next, primary.length], `${heldOn} ${Object.keys(given)}`).toEqual([1, 1])
    }
})

test('a cancelled meeting has no steps, and is reinstated', async () => {
  const { path } = await buildMeeting(testApp.context, network, placed)
  await post(path, '/states', { is: 'cancelled' })
  const { lines, primary, body } = await stepsOn(path)
  expect([lines, primary, body.includes('name="not" value="cancelled"')]).toEqual([[], [], true])
  await post(path, '/states', { not: 'cancelled' })
  expect((await stepsOn(path)).next).toBe(1)
})

test('members and visitors read the meeting without steps', async () => {
  const { path } = await buildMeeting(testApp.context, network, { ...placed, isHeld: true })
  const member = await signIn(testApp, { role: 'member', networkId: network.id })
  const visitor = { get: (url: string) => testApp.get(url) } as Pick<SignedIn, 'get'>
  for (const reader of [member, visitor]) {
    const { lines, primary, body } = await stepsOn(path, reader)
    expect([lines, primary, body.includes('id="work"')]).toEqual([[], [], false])
  }
})

test('the steps of a meeting with much take as many statements as of one with nothing', async () => {
  const bare = await buildMeeting(testApp.context, network, placed)
  const full = await buildMeeting(testApp.context, network, {
    ...placed,
    points: ['Un', 'Deux', 'Trois'].map(point),
    participants: [someone('Une'), someone('Deux')],
    sections,
  })
  const count = (path: string) => testApp.countQueries(() => keeper.get(`/fr/${path}`))
  await count(bare.path)
  expect(await count(full.path)).toBe(await count(bare.path))
})
