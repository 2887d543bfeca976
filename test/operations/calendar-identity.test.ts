import { afterAll, expect, test } from 'vitest'
import { followEvents } from '../../src/features/agenda/registration/changes.commands.ts'
import { assignmentJobs } from '../../src/features/partners/assignment/jobs.ts'
import { fixUidHost } from '../../src/platform/calendar/uid-host.ts'
import { backUp, closeDatabases, knowStorage, openOnServer, restore } from '../support/backups.ts'
import { buildMeeting } from '../support/build-meeting.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { moveHouse } from '../support/moved-house.ts'
import { openFollowed } from '../support/open-followed.ts'
import type { TestApp } from '../support/open-test-app.ts'
import { openRegistration, registerByMail } from '../support/register-for-event.ts'
import { invitationsOf, type SentInvitation } from '../support/sent-invitations.ts'
import { browserOf, type SignedIn, signIn } from '../support/sign-in.ts'
import { readBack } from '../support/written-calendar.ts'

afterAll(closeDatabases)

type Browser = Pick<SignedIn, 'get' | 'post'>

const files = [
  '/fr/france-coree/agenda.ics?vague=all',
  '/fr/france-coree/agenda/groupe-reunion-tours-2017.ics',
]

/** The UIDs in public feeds. */
const feedsOf = (testApp: TestApp) =>
  Promise.all(
    files.map(async (file) => readBack((await testApp.get(file)).body).events.map(({ uid }) => uid)),
  )

async function change(browser: Browser, form: string, given: Record<string, string>) {
  const fields = await fieldsOf(browser, form)
  const answer = await browser.post(form, { ...fields, action: 'save', reason: 'Essai', ...given })
  expect([answer.statusCode, form]).toEqual([303, form])
}

async function follow({ application }: TestApp) {
  await followEvents(application)
  await assignmentJobs(application)
    .find(({ name }) => name === 'partners.assignment.follow')
    ?.run({})
}

test('an invitation keeps its UID and rises while it is made, moved, restored and called off under three hosts', async () => {
  const { open, run } = await openFollowed()
  const { testApp, keeper, event, place, networkId } = open
  await fixUidHost(testApp.context, testApp.application.settings)
  const meeting = await buildMeeting(
    testApp.context,
    { id: networkId, slug: 'france-coree' },
    {
      heldOn: '2017-11-14',
      knownOn: '2017-07-01',
    },
  )
  await openRegistration(keeper, event)
  const feeds = await feedsOf(testApp)

  const made = await invitationsOf(testApp, async () => {
    const addresses = 'claire@limoges.example'
    await keeper.post(`/fr/${meeting.path}/convocation`, { addresses, language: 'fr', action: 'send' })
    await registerByMail(testApp, event, { address: 'aline@ambassade.example' })
    await keeper.post(`${run}/publication`)
  })

  const second = await moveHouse(testApp, 'http://registre.example')
  expect(await feedsOf(second)).toEqual(feeds)
  const browser = browserOf(second, keeper.cookie)
  const moved = await invitationsOf(second, async () => {
    await change(browser, `/fr/${meeting.path}/edit`, { heldOn: '2017-11-15' })
    await change(browser, `${event}/edit/when`, { when: '2017-12-05', start: '11:00', end: '13:00' })
    await follow(second)
    await browser.post(`${place}/event-change`, { ...(await fieldsOf(browser, place)), choice: 'move' })
  })
  await second.close()

  const database = await openOnServer({ directory: 'none' })
  knowStorage(testApp.application)
  await restore(database, await backUp(testApp.application.database))
  const third = await moveHouse(testApp, 'http://autre.example', database)
  await fixUidHost(third.context, third.application.settings)
  expect(await feedsOf(third)).toEqual(feeds)
  const other = await signIn(third, { role: 'coordinator', networkId })
  const off = await invitationsOf(third, async () => {
    await other.post(`/fr/${meeting.path}/states`, { is: 'cancelled' })
    await change(other, `${event}/edit/state`, { state: 'cancelled' })
    await follow(third)
  })
  await third.close()
  await testApp.close()

  expect(lives(made, moved, off)).toEqual([])
  const kinds = new Set(made.map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual(['agenda.registration', 'minutes.convocation', 'partners.meetings'])
  expect([...new Set(feeds.flat().map((uid) => uid.split('@')[1]))]).toEqual(['localhost'])
})

/** What is wrong with the sent invitations, and with how one follows the other. */
function lives(made: SentInvitation[], moved: SentInvitation[], off: SentInvitation[]): string[] {
  const all = [...made, ...moved, ...off]
  const broken = all.filter(
    ({ to, methods: [mail, calendar], uids, organizers, attendees }) =>
      mail !== calendar ||
      new Set(uids).size !== 1 ||
      organizers.length !== uids.length ||
      attendees.length !== uids.length ||
      !attendees.every((attendee) => attendee.startsWith(`mailto:${to} `)),
  )
  const next = (one: SentInvitation, later: SentInvitation[], method: string) => {
    const found = later.filter(({ to, uids }) => to === one.to && uids[0] === one.uids[0])
    return found.length === 1 &&
      found[0]?.methods[1] === method &&
      Number(found[0]?.sequences[0]) > Number(one.sequences[0])
      ? []
      : [`${one.kind} ${one.uids[0]}, made ${one.sequences[0]}: ${method} ${JSON.stringify(found)}`]
  }
  return [
    ...broken.map((each) => `broken ${JSON.stringify(each)}`),
    ...made.filter(({ methods }) => methods[1] !== 'REQUEST').map((each) => `no request ${each.kind}`),
    ...made.flatMap((each) => next(each, moved, 'REQUEST')),
    ...moved.flatMap((each) => next(each, off, 'CANCEL')),
  ]
}
