import type { SendMailOptions } from 'nodemailer'
import type { Application } from '../../http/application.ts'
import { domainOf } from '../dkim-key.ts'
import { drawCalendar, drawOthers } from '../drawing/draw-calendar.ts'
import { drawMail } from '../drawing/draw-mail.ts'
import { headerText } from '../header-text.ts'
import type { MailList } from '../mail.ts'
import type { StoredMail } from '../stored-mail.ts'

// RFC 2919 allows 255 with the domain.
const longestListId = 100

type Ground = Pick<Application, 'translate' | 'settings'>

/** A mail as it leaves, for compose.ts; null when its text is gone. */
export function messageOf(ground: Ground, mail: StoredMail): SendMailOptions | null {
  const from = ground.settings.mailFrom
  const ownDomain = domainOf(from.address)
  const drawn = drawMail(ground, mail)
  if (drawn === null) return null
  return {
    from,
    to: { name: mail.toName, address: mail.toAddress },
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    // Equal at every attempt: a recipient who gets it twice after a crash sees it once.
    messageId: `<${mail.id}@${ownDomain}>`,
    date: mail.writtenAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(mail.list ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(mail.list ? { list: listHeaders(mail.list, ownDomain) } : {}),
    text: drawn.text,
    html: drawn.html,
    // Both mail and calendar programs find it: beside the text, and as a file.
    ...(mail.calendar
      ? {
          icalEvent: {
            method: mail.calendar.method,
            filename: 'invite.ics',
            content: drawCalendar(mail.language, mail.calendar),
          },
          attachments: drawOthers(mail.language, mail.calendar),
        }
      : {}),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

export function listHeaders({ id, name, unsubscribeAddress }: MailList, ownDomain: string) {
  const label = id.replaceAll(/[^a-z0-9.-]/gi, '-').slice(0, longestListId)
  return {
    id: { url: `${label}.${ownDomain}`, comment: headerText(name, 'name') },
    unsubscribe: unsubscribeAddress,
  }
}
