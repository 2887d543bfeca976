import { beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../support/form-fields.ts'
import { readMailbox } from '../support/mailbox.ts'
import { browserOf, type SignedIn } from '../support/sign-in.ts'
import { type FurnishedNetwork, group, openFurnishedNetwork } from './furnished-network.ts'

const markup = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>[a](javascript:alert(3))`
const live = /<img src=x|<script>alert|onerror=alert\(1\)>"|href="javascript/

let fixture: FurnishedNetwork
let refused: [string, number][]
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  refused = await fillMeeting()
  return fixture.testApp.close
})

type Typed = [browser: Pick<SignedIn, 'post'>, address: string, form: Record<string, string | string[]>]

/** Types it into every field of a meeting for words; returns the refused ones. */
async function fillMeeting(): Promise<[string, number][]> {
  const { testApp, coordinator, member, meeting } = fixture
  const held = `${group}/meetings/${meeting.slug}`
  const actions = `${group}/meetings/actions/${meeting.ids.action}`
  const fields = await fieldsOf(coordinator, `${held}/edit`)
  const notes = Object.keys(await fieldsOf(coordinator, `${held}/notes`)).filter((name) => /^text/.test(name))
  const typed: Typed[] = [
    [
      coordinator,
      `${held}/edit`,
      {
        ...fields,
        'title.fr.text': markup,
        'place.fr.text': markup,
        'chair.fr.text': markup,
        'invitation.fr.text': markup,
      },
    ],
    [member, `${held}/amendments`, { ...(await amendment()), proposal: markup, reason: markup }],
    [coordinator, `${held}/agenda`, { 'title.fr.text': markup, rapporteur: markup }],
    [
      coordinator,
      `${held}/attendance`,
      { name: markup, function: markup, presence: 'present', isNamed: 'yes' },
    ],
    [coordinator, `${held}/attendance/pasted`, { people: `${markup}; ${markup}; ${markup}` }],
    [coordinator, `${held}/notes`, Object.fromEntries(notes.map((name) => [name, markup]))],
    [
      coordinator,
      `${held}/resources`,
      {
        'resources.0.label.fr.text': markup,
        'resources.0.kind': 'page',
        'resources.0.language': 'fr',
        'resources.0.copyWords': markup,
        action: 'save',
      },
    ],
    [
      coordinator,
      `${held}/decisions/new`,
      {
        'text.fr.text': markup,
        'saidBy.fr.text': markup,
        quotation: markup,
        state: 'decided',
        'actions.0.text.fr.text': markup,
        'actions.0.person': markup,
        action: 'save',
      },
    ],
    [coordinator, actions, { state: 'done', note: markup }],
    [
      coordinator,
      `${held}/text/new`,
      { 'title.fr.text': markup, 'text.fr.text': markup, level: '2', reason: markup, action: 'save' },
    ],
    [
      coordinator,
      `${group}/meetings/${meeting.coming}/convocation`,
      { addresses: "O'Brien & Cie <m@city.example>", language: 'fr', action: 'send' },
    ],
    [
      browserOf(testApp),
      meeting.convocation,
      { answer: 'represented', representedBy: markup, words: markup },
    ],
    [coordinator, `${held}/text/final`, { number: markup.slice(0, 40), sure: 'yes' }],
    [coordinator, `${held}/text/errata`, { 'text.fr.text': markup }],
  ]
  const answers: [string, number][] = []
  for (const [browser, address, form] of typed) {
    const { statusCode, body } = await browser.post(address, form)
    if (body !== '') expect(body).not.toMatch(live)
    answers.push([address.slice(group.length), statusCode])
  }
  return answers.filter(([, status]) => status !== 303)
}

const amendment = async () => ({
  section: fixture.meeting.ids.section,
  language: 'fr',
  passage: 'Le budget',
})

test('every form of a meeting takes words with signs', () => {
  expect(refused).toEqual([])
})

test('they stand as text on every page of a meeting, and lead nowhere', async () => {
  const { testApp, coordinator, member, meeting } = fixture
  const held = `${group}/meetings/${meeting.slug}`
  const pages = [
    group,
    `${group}/group`,
    `${group}/meetings`,
    `${group}/search?q=onerror`,
    `${group}/outbox`,
    `${group}/meetings/${meeting.coming}/convocation`,
    `${group}/meetings/decisions/${meeting.ids.decision}`,
    `${group}/meetings/actions/${meeting.ids.action}`,
    meeting.convocation,
    ...['', '/edit', '/agenda', '/attendance', '/text', '/text/versions', '/text/versions/2'].map(
      (page) => held + page,
    ),
    ...['/amendments', '/decisions', '/resources'].map((page) => held + page),
  ]
  let times = 0
  for (const page of pages)
    for (const browser of [coordinator, member, browserOf(testApp)]) {
      const { body, statusCode } = await browser.get(page)
      if (statusCode >= 400) continue
      expect([page, body.match(live)?.[0]]).toEqual([page, undefined])
      times += body.split('&lt;img src=x').length - 1
    }
  expect(times).toBeGreaterThan(40)
})

test('they are text in files and mails', async () => {
  const { testApp, meeting } = fixture
  const xml = await testApp.get(`${group}/meetings/${meeting.slug}/minutes.xml`)
  expect(xml.statusCode).toBe(200)
  expect(xml.body).not.toMatch(/<img|<script|href="javascript/)
  expect(xml.body).toContain('&lt;img src=x')
  const pdf = await testApp.get(`${group}/meetings/${meeting.slug}/minutes.pdf`)
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const mails = await readMailbox(testApp)
  for (const { id } of mails.filter(({ to }) => to === 'm@city.example'))
    expect((await fixture.coordinator.get(`${group}/outbox/${id}/html`)).body).not.toMatch(live)
})
