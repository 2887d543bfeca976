import type { SendMailOptions } from 'nodemailer'
import type { Application } from '../../http/application.ts'
import { domainOf } from '../dkim-key.ts'
import { headerText } from '../header-text.ts'
import type { MailList } from '../mail.ts'
import { renderCalendar, renderOthers } from '../rendering/render-calendar.ts'
import { renderMail } from '../rendering/render-mail.ts'
import type { StoredMail } from '../stored-mail.ts'

// RFC 2919 allows 255 with the domain.
const longestListId = 100

type Services = Pick<Application, 'translate' | 'settings'>

/** A mail as it leaves, for `compose`; null when its text is gone. */
export function messageOf(services: Services, mail: StoredMail): SendMailOptions | null {
  const from = services.settings.mailFrom
  const ownDomain = domainOf(from.address)
  const rendered = renderMail(services, mail)
  if (rendered === null) return null
  return {
    from,
    to: { name: mail.toName, address: mail.toAddress },
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    ...(mail.thread.length === 0 ? {} : { inReplyTo: mail.thread.at(-1) ?? '', references: mail.thread }),
    subject: mail.subject,
    // Equal at every attempt: a recipient who gets it twice after a crash sees it once.
    messageId: messageIdOf(services.settings, mail.id),
    date: mail.writtenAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(mail.list ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(mail.list ? { list: listHeaders(mail.list, ownDomain) } : {}),
    text: rendered.text,
    html: rendered.html,
    // Both mail and calendar programs find it: beside the text, and as a file.
    ...(mail.calendar
      ? {
          icalEvent: {
            method: mail.calendar.method,
            filename: 'invite.ics',
            content: renderCalendar(mail.language, mail.calendar),
          },
          attachments: renderOthers(mail.language, mail.calendar),
        }
      : {}),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The Message-ID of a mail of ours. */
export const messageIdOf = (
  { mailFrom }: Pick<Application['settings'], 'mailFrom'>,
  mailId: string,
): string => `<${mailId}@${domainOf(mailFrom.address)}>`

export function listHeaders({ id, name, unsubscribeAddress }: MailList, ownDomain: string) {
  const label = id.replaceAll(/[^a-z0-9.-]/gi, '-').slice(0, longestListId)
  return {
    id: { url: `${label}.${ownDomain}`, comment: headerText(name, 'name') },
    unsubscribe: unsubscribeAddress,
  }
}

/** A message as bytes. */
export async function compose(message: SendMailOptions): Promise<Buffer> {
  // A server without a mail server never loads it.
  const { createTransport } = await import('nodemailer')
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: bytes } = await composer.sendMail(message)
  if (!Buffer.isBuffer(bytes)) throw new Error('The message was not composed as bytes')
  return bytes
}
