import ICAL from 'ical.js'
import { messageOf } from '../../src/platform/mail/delivery/message.ts'
import { asStoredMail, selectMails } from '../../src/platform/mail/stored-mail.ts'
import type { TestApp } from './open-test-app.ts'

/** What a calendar program reads of one calendar of a mail; `methods` from the mail, and from the calendar. */
export type SentInvitation = ReturnType<typeof factsOf> & { kind: string; to: string }

/** Every calendar of the mails that some work writes, each as a part of its own, read by ical.js. */
export async function invitationsOf(
  testApp: TestApp,
  work: () => Promise<unknown>,
): Promise<SentInvitation[]> {
  const read = () => selectMails(testApp.context.database).orderBy('mail_id').execute()
  const known = new Set((await read()).map(({ id }) => id))
  await work()
  return (await read())
    .filter(({ id }) => !known.has(id))
    .map(asStoredMail)
    .flatMap((mail) => {
      const message = messageOf(testApp.application, mail)
      const first = message?.icalEvent
      const parts = [
        ...(typeof first === 'object' && 'method' in first
          ? [{ method: String(first.method), content: String(first.content) }]
          : []),
        ...(message?.attachments ?? []).map(({ contentType, content }) => ({
          method: /method=(\w+)/.exec(contentType ?? '')?.[1] ?? null,
          content: String(content),
        })),
      ]
      return parts.map(({ method, content }) => ({
        kind: mail.kind,
        to: mail.toAddress,
        ...factsOf(method, content),
      }))
    })
}

function factsOf(method: string | null, content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const events = calendar.getAllSubcomponents('vevent')
  const all = (name: string) =>
    events.flatMap((event) => event.getAllProperties(name).map((each) => String(each.getFirstValue())))
  return {
    methods: [method, String(calendar.getFirstPropertyValue('method'))],
    uids: all('uid'),
    sequences: all('sequence').map(Number),
    organizers: all('organizer'),
    attendees: events.flatMap((event) =>
      event
        .getAllProperties('attendee')
        .map(
          (each) => `${each.getFirstValue()} ${each.getParameter('partstat')} ${each.getParameter('rsvp')}`,
        ),
    ),
  }
}
