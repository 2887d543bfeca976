import { inboundMail } from './inbound-mails.ts'

interface CalendarReplyGiven {
  uid: string
  attendee: string
  answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
  /** When it was given, as calendars write it. */
  stamp?: string
  from?: string
  to?: string
  vouched?: 'pass' | 'fail' | null
  messageId?: string
}

/** What a calendar program sends when its owner presses a button of an invitation (RFC 5546, RFC 6047). */
export function calendarReply(given: CalendarReplyGiven): Buffer {
  const { uid, attendee, answer, stamp = '20170904T060000Z', from = attendee, messageId } = given
  const { to = 'answers+calendar@entente.example', vouched = 'pass' } = given
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Office//Calendar//FR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `ATTENDEE;CN="Office";PARTSTAT=${answer}:mailto:`,
    ` ${attendee}`,
    `ORGANIZER:mailto:${to}`,
    'SUMMARY:Accepted',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  const mail = inboundMail({ to, from, text: '', vouched, ...(messageId === undefined ? {} : { messageId }) })
  const [head = ''] = mail.toString().split('Content-Type: text/plain')
  return Buffer.from(
    `${head}Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n` +
      `Accepted: the meeting\r\n--c\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n${calendar}\r\n--c--\r\n`,
  )
}
