import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMailbox } from '../support/mailbox.ts'
import { type Missions, openMissions, trip } from '../support/open-missions.ts'

const markup = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>`
const live = /<img src=x|<script>alert|onerror=alert\(1\)>"/

let missions: Missions
let request = ''
beforeAll(async () => {
  missions = await openMissions()
  const { edit, coordinator, tours } = missions
  const past = await edit(trip, 'when', { when: '12 juin 2017', change: 'correction' })
  const forms = [
    past,
    await edit(trip, 'head', { headName: markup, 'post.fr.text': markup, bodyWords: markup }),
    await edit(trip, 'members', {
      'members.0.part': '',
      'members.0.kind': 'press',
      'members.0.names': markup,
      'members.0.bodyWords': markup,
    }),
    await edit(trip, 'stops/new', {
      'placeWords.fr.text': markup,
      'counterparts.0.part': '',
      'counterparts.0.bodyWords': markup,
      'programme.0.part': '',
      'programme.0.title.fr.text': markup,
    }),
    await edit(trip, 'debrief', {
      'account.fr.text': markup,
      'outcome.fr.text': markup,
      'nextSteps.fr.text': markup,
    }),
    await edit(trip, 'when', { when: 'septembre 2017', change: 'correction' }),
  ]
  expect(forms.map(({ statusCode }) => statusCode)).toEqual(forms.map(() => 303))
  await missions.offerSeats(trip, { 'forWhom.fr.text': markup })
  const [, seats = ''] = /\/(seats\/[0-9a-f-]{36})/.exec((await tours.get(trip)).body) ?? []
  const authority = await missions.organisationId('tours')
  const asked = await tours.post(`${trip}/${seats}`, { authority, count: '1', words: markup })
  request = String(asked.headers.location)
  const answered = await coordinator.post(`${request}/answer`, { action: 'refused', answer: markup })
  expect([asked.statusCode, answered.statusCode]).toEqual([303, 303])
})
afterAll(() => missions.close())

test('nothing that is typed into the sheet of a mission runs on a page, in a form, in a history or in a mail', async () => {
  const pages = [trip, `${trip}/edit`, `${trip}/history`, request]
  for (const part of ['head', 'members', 'debrief', 'seats/new']) pages.push(`${trip}/edit/${part}`)
  for (let number = 2; number < 8; number++) pages.push(`${trip}/history/${number}`)
  for (const page of pages)
    for (const language of ['fr', 'ko', 'en']) {
      const { body, statusCode } = await missions.coordinator.get(page.replace(/^\/fr\//, `/${language}/`))
      expect([page, statusCode]).toEqual([page, 200])
      expect(body, page).not.toMatch(live)
    }
  const page = (await missions.testApp.get(trip)).body
  expect(page.match(/&lt;img src=x/g)?.length).toBeGreaterThan(9)
  expect((await readMailbox(missions.testApp)).length).toBeGreaterThan(2)
})
