import { addDecision } from '../../src/features/minutes/decisions/editing.commands.ts'
import { buildMeeting } from '../support/build-meeting.ts'
import { original } from '../support/build-texts.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const meetings = `${group}/meetings`

function build({ testApp, networkId }: PolicyFixture, given: Parameters<typeof buildMeeting>[2] = {}) {
  return buildMeeting(
    testApp.context,
    { id: networkId, slug: 'france-coree' },
    { knownOn: '2017-07-07', ...given },
  )
}

export async function prepareMeeting(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const answer = await browser.post(`${meetings}/new`, {
    'title.fr.text': word,
    kind: 'group',
    heldOn: '2017-12-12',
    zone: 'Europe/Paris',
    action: 'save',
  })
  return { answer, isDone: (await fixture.keeper.get(meetings)).body.includes(word) }
}

export async function readConvocation(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const { path } = await build(fixture, { title: original(word) })
  await fixture.keeper.post(`/fr/${path}/convocation`, {
    addresses: 'a@b.example',
    language: 'fr',
    action: 'send',
  })
  const answer = await browser.get(`/fr/${path}`)
  return { answer, isDone: answer.body.includes(word) }
}

async function note(fixture: PolicyFixture, browser: Browser, hasPen: boolean): Promise<Attempt> {
  const word = fixture.newWord()
  const { id, path } = await build(fixture, { isHeld: true })
  if (hasPen && browser.personId)
    await fixture.keeper.post(`/fr/${path}/notes/pens`, { pens: browser.personId })
  const answer = await browser.post(`/fr/${path}/notes`, { [`text.${id}`]: word, [`base.${id}`]: '' })
  return { answer, isDone: (await fixture.keeper.get(`/fr/${path}/notes`)).body.includes(word) }
}

export const takeNotes = (fixture: PolicyFixture, browser: Browser) => note(fixture, browser, false)
export const takeNotesWithPen = (fixture: PolicyFixture, browser: Browser) =>
  note(fixture, { ...browser, personId: browser.personId ?? null }, true)

async function amend(
  fixture: PolicyFixture,
  browser: Browser,
  presence: 'present' | 'excused',
): Promise<Attempt> {
  const { database } = fixture.testApp.context
  const { id, path } = await build(fixture, {
    isHeld: true,
    sections: [{ title: original('Budget'), text: original('Le budget est voté.'), level: 2 }],
    participants: [
      {
        name: 'Somebody',
        function: {},
        organisationId: null,
        organisationWords: '',
        presence,
        representedBy: '',
        isNamed: false,
      },
    ],
  })
  await database
    .updateTable('minutes_participant')
    .set({ person_id: browser.personId })
    .where('meeting_id', '=', id)
    .execute()
  await fixture.keeper.post(`/fr/${path}/text/amendable`, { until: '2026-12-24' })
  const { section_id: section } = await database
    .selectFrom('minutes_section')
    .select('section_id')
    .where('meeting_id', '=', id)
    .executeTakeFirstOrThrow()
  const answer = await browser.post(`/fr/${path}/amendments`, {
    section,
    language: 'fr',
    passage: 'voté',
    proposal: 'adopté',
    reason: 'Plus juste',
  })
  const rows = await database
    .selectFrom('minutes_amendment')
    .select('amendment_id')
    .where('meeting_id', '=', id)
    .execute()
  return { answer, isDone: rows.length === 1 }
}

export const amendAttended = (fixture: PolicyFixture, browser: Browser) => amend(fixture, browser, 'present')
export const amendMissed = (fixture: PolicyFixture, browser: Browser) => amend(fixture, browser, 'excused')

export async function followAction(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId, limogesId } = fixture
  const { id } = await build(fixture, { isHeld: true })
  const typed = (text: string) => ({ texts: { fr: text }, reviewed: [], original: null })
  const action = { id: null, text: typed('Agir'), organisationId: limogesId, person: '', due: null }
  const decision = {
    text: typed(fixture.newWord()),
    saidBy: typed(''),
    state: 'decided' as const,
    horizon: null,
    quotation: '',
    actions: [action],
  }
  const context = { ...testApp.context, today: '2017-07-08' }
  const decisionId = await addDecision(context, { networkId, meetingId: id }, decision, 'fr')
  const { action_id: actionId } = await testApp.context.database
    .selectFrom('minutes_action')
    .select('action_id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow()
  const answer = await browser.post(`${meetings}/actions/${actionId}`, { state: 'done' })
  const steps = await testApp.context.database
    .selectFrom('minutes_action_step')
    .select('state')
    .where('action_id', '=', actionId)
    .execute()
  return { answer, isDone: steps.length === 1 }
}
