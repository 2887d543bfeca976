import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../test/support/expectation-fixture.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { followExpectations } from './following.commands.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
})
afterAll(() => testApp.close())

describe('as days go by', () => {
  const subjectsTo = async (address: string) =>
    (await readMailbox(testApp)).filter(({ to }) => to === address).map(({ subject }) => subject)

  test('members are reminded once, and the asker gets the reply when the day of a relay is over', async () => {
    const path = await fixture.state({ deadline: '2026-12-31' })
    await fixture.refuse(path)
    await coordinator.post(`${path}/relay`, {
      to: 'chosen',
      members: fixture.able.id,
      answerBy: '2026-11-20',
    })
    const title = fixture.lastTitle()
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
      testApp.clock.moveTo(now)
      await followExpectations(testApp.application)
      expect([
        now,
        await told(fixture.ableMember.address, 'Votre réponse est attendue'),
        await told(fixture.askers.address, 'Réponse groupée'),
      ]).toEqual([now, reminders, replies])
    }
    expect(pageWords((await fixture.askers.get(path)).body)).toContain('Un membre n’a pas répondu : Bravo')
  })

  test('members are not reminded of what is closed as the reminders are sent', async () => {
    testApp.clock.moveTo('2026-11-02T09:01:00Z')
    const state = (title: string) => fixture.state({ deadline: '2026-11-20', 'title.fr.text': title })
    const closed = await state('Close entre-temps')
    await state('Ouverte')
    testApp.clock.moveTo('2026-11-17T09:00:00Z')
    await meanwhile(
      testApp,
      () => fixture.askers.post(`${closed}/closing`, { outcome: 'unmet' }),
      () => followExpectations(testApp.application),
    )
    const reminded = (await subjectsTo(fixture.member.address)).filter((subject) =>
      subject.startsWith('Votre réponse est attendue'),
    )
    expect(reminded).toEqual([expect.stringContaining('Ouverte')])
  })

  test('what is late says so in the list, and on the page about the group for those whom it concerns', async () => {
    testApp.clock.moveTo('2026-11-02T09:01:00Z')
    const path = await fixture.state({ deadline: '2026-11-30', 'title.fr.text': 'Une attente en retard' })
    testApp.clock.moveTo('2026-12-02T09:00:00Z')
    expect(pageWords((await fixture.askers.get(`${fixture.list}?age=late`)).body)).toContain(
      'ouverte depuis 30 jours · en retard',
    )
    const group = `/fr/${fixture.network.slug}/group`
    coordinator = await fixture.coordinate()
    expect((await fixture.askers.get(group)).body).toContain('Une attente en retard')
    expect((await coordinator.get(group)).body).toContain('Une attente en retard')
    expect((await fixture.ableMember.get(group)).body).not.toContain('Une attente en retard')
    expect((await fixture.anybody().get(group)).body).not.toContain('Une attente en retard')
    await fixture.askers.post(`${path}/closing`, { outcome: 'unmet' })
    expect((await fixture.askers.get(group)).body).not.toContain('Une attente en retard')
    testApp.clock.moveTo('2026-11-02T09:01:00Z')
  })
})
