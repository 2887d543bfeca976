import { addDecision } from '../../src/features/minutes/decisions/editing.commands.ts'
import { buildMeeting } from '../support/build-meeting.ts'
import { original } from '../support/build-texts.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

const meetings = `${group}/meetings`

function build({ house, networkId }: PolicyGround, given: Parameters<typeof buildMeeting>[2] = {}) {
  return buildMeeting(
    house.context,
    { id: networkId, slug: 'france-coree' },
    { knownOn: '2017-07-07', ...given },
  )
}

export async function prepareMeeting(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const answer = await browser.post(`${meetings}/new`, {
    'title.fr.text': word,
    kind: 'group',
    heldOn: '2017-12-12',
    zone: 'Europe/Paris',
    action: 'save',
  })
  return { answer, isDone: (await ground.keeper.get(meetings)).body.includes(word) }
}

export async function readConvocation(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const { path } = await build(ground, { title: original(word) })
  await ground.keeper.post(`/fr/${path}/convocation`, {
    addresses: 'a@b.example',
    language: 'fr',
    action: 'send',
  })
  const answer = await browser.get(`/fr/${path}`)
  return { answer, isDone: answer.body.includes(word) }
}

async function note(ground: PolicyGround, browser: Browser, hasPen: boolean): Promise<Attempt> {
  const word = ground.newWord()
  const { id, path } = await build(ground, { isHeld: true })
  if (hasPen && browser.personId)
    await ground.keeper.post(`/fr/${path}/notes/pens`, { pens: browser.personId })
  const answer = await browser.post(`/fr/${path}/notes`, { [`text.${id}`]: word, [`base.${id}`]: '' })
  return { answer, isDone: (await ground.keeper.get(`/fr/${path}/notes`)).body.includes(word) }
}

export const takeNotes = (ground: PolicyGround, browser: Browser) => note(ground, browser, false)
export const takeNotesWithPen = (ground: PolicyGround, browser: Browser) =>
  note(ground, { ...browser, personId: browser.personId ?? null }, true)

async function amend(
  ground: PolicyGround,
  browser: Browser,
  presence: 'present' | 'excused',
): Promise<Attempt> {
  const { database } = ground.house.context
  const { id, path } = await build(ground, {
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
  await ground.keeper.post(`/fr/${path}/text/amendable`, { until: '2026-12-24' })
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

export const amendAttended = (ground: PolicyGround, browser: Browser) => amend(ground, browser, 'present')
export const amendMissed = (ground: PolicyGround, browser: Browser) => amend(ground, browser, 'excused')

export async function followAction(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, networkId, limogesId } = ground
  const { id } = await build(ground, { isHeld: true })
  const typed = (text: string) => ({ texts: { fr: text }, reviewed: [], original: null })
  const action = { id: null, text: typed('Agir'), organisationId: limogesId, person: '', due: null }
  const decision = {
    text: typed(ground.newWord()),
    saidBy: typed(''),
    state: 'decided' as const,
    horizon: null,
    quotation: '',
    actions: [action],
  }
  const context = { ...house.context, today: '2017-07-08' }
  const decisionId = await addDecision(context, { networkId, meetingId: id }, decision, 'fr')
  const { action_id: actionId } = await house.context.database
    .selectFrom('minutes_action')
    .select('action_id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow()
  const answer = await browser.post(`${meetings}/actions/${actionId}`, { state: 'done' })
  const steps = await house.context.database
    .selectFrom('minutes_action_step')
    .select('state')
    .where('action_id', '=', actionId)
    .execute()
  return { answer, isDone: steps.length === 1 }
}
