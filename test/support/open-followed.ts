import { expect } from 'vitest'
import { assignmentJobs } from '../../src/features/partners/assignment/jobs.ts'
import { fieldsOf } from './form-fields.ts'
import { readMailbox } from './mailbox.ts'
import { type OpenMeetings, openMeetings } from './open-meetings.ts'
import { pageWords } from './page-words.ts'
import type { SignedIn } from './sign-in.ts'
import { readBack } from './written-calendar.ts'

/** Meetings of two authorities of each country at an event that is going to change, and a member of Icheon who reads of it. */
export async function openFollowed() {
  const open: OpenMeetings = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], { tables: '2' })
  const member = await open.memberOf('icheon', 'icheon@example.kr')
  await open.wish('limoges', ['icheon', 'busan'])
  await open.wish('marseille', ['icheon', 'busan'])
  const run = await open.run()
  const edit = async (part: string, given: Record<string, string>) => {
    const form = `${open.event}/edit/${part}`
    const fields = await fieldsOf(open.keeper, form)
    const answer = await open.keeper.post(form, { ...fields, ...given, reason: 'Essai' })
    expect(answer.statusCode).toBe(303)
  }
  return {
    open,
    member,
    /** The page of the first assignment. */
    run,
    edit,
    move: (when: string, start: string, end: string) => edit('when', { when, start, end }),
    wordsOf: async (path: string, browser: SignedIn = open.keeper) =>
      pageWords((await browser.get(path)).body),
    /** Decides with the present values of the form; returns the `done` of the address that follows. */
    decide: async (choice: string, browser: SignedIn = open.keeper) => {
      const form = await fieldsOf(browser, open.place)
      const { headers } = await browser.post(`${open.place}/event-change`, { ...form, choice })
      return String(headers.location).split('done=')[1]
    },
    /** What the calendar of Icheon reads. */
    calendar: async () => {
      const { events } = readBack((await member.get(`${await open.pageOf('icheon')}.ics`)).body)
      return events.map(({ uid, sequence, status, start, description }) => ({
        uid,
        sequence,
        status,
        at: start.kind === 'instant' ? start.at.toISOString() : '',
        description: description?.text.replaceAll(/\s/g, ' ') ?? '',
      }))
    },
    follow: async () => {
      const jobs = assignmentJobs(open.testApp.application)
      await jobs.find(({ name }) => name === 'partners.assignment.follow')?.run({})
    },
    /** The mails sent meanwhile to the member of Icheon. */
    told: async (act: () => Promise<unknown>) => {
      const before = (await readMailbox(open.testApp)).length
      await act()
      const mails = (await readMailbox(open.testApp)).slice(before)
      return mails.filter(({ to }) => to === 'icheon@example.kr')
    },
  }
}
