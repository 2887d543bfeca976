import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import { storable } from '../input/parameters.ts'
import { Refusal } from '../refusal.ts'
import { headerText } from './header-text.ts'
import type { Mail, MailBlock } from './mail.ts'
import { readMailAddress } from './mail-address.ts'
import { subjectInThread } from './thread-subject.ts'

const usualLife = { hours: 120 }
// A line of a header takes 998 characters at most.
const longestLink = 900
const isMessageId = /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/
const longestThread = 20

/**
 * Writes a mail into the outbox and returns its id. In the transaction of a command it is kept or lost with the change
 * that asks for it; a worker delivers it after the commit. Refuses an address that no server would take: forms check
 * with `readMailAddress` beforehand.
 */
export async function sendMail(context: Context, mail: Mail): Promise<string> {
  const row = rowOf(context, { ...mail, subject: await subjectInThread(context, mail) })
  await context.database.insertInto('platform_mail').values(row).execute()
  return row.mail_id
}

const mailsAStatement = 100

/** Writes many mails like `sendMail`, in few statements; the outbox has them in their order. */
export async function sendMails(context: Context, mails: readonly Mail[]): Promise<void> {
  // Ids of one millisecond have no order.
  const ids = mails.map(() => newId()).sort()
  const rows = []
  for (const [index, mail] of mails.entries())
    rows.push(rowOf(context, { ...mail, subject: await subjectInThread(context, mail) }, ids[index]))
  for (let start = 0; start < rows.length; start += mailsAStatement)
    await context.database
      .insertInto('platform_mail')
      .values(rows.slice(start, start + mailsAStatement))
      .execute()
}

function rowOf({ clock }: Context, mail: Mail, id = newId()) {
  const now = clock.now()
  return {
    mail_id: id,
    network_id: mail.networkId,
    kind: mail.kind,
    language: mail.language,
    to_address: checkedAddress(mail.to.address),
    to_name: headerText(mail.to.name ?? '', 'name'),
    reply_to: mail.replyTo === undefined ? null : checkedAddress(mail.replyTo),
    thread: (mail.thread ?? []).filter((id) => isMessageId.test(id)).slice(-longestThread),
    // Without a subject it would be taken for junk.
    subject: headerText(mail.subject, 'subject') || 'Entente',
    body: asJson(mail.body.map(checkedBlock)),
    list: mail.list
      ? asJson({ ...mail.list, unsubscribeAddress: checkedLink(mail.list.unsubscribeAddress) })
      : null,
    calendar: mail.calendar ? asJson(mail.calendar) : null,
    is_secret: mail.isSecret,
    readable_by: mail.readableBy ?? null,
    written_at: now.toString(),
    useless_at: (mail.uselessAt ?? now.add(usualLife)).toString(),
    next_attempt_at: now.toString(),
  }
}

function checkedAddress(address: string): string {
  const read = readMailAddress(address)
  if (read === null) throw new Refusal('wrongInput', 'This is no address to which mail can be sent')
  return read
}

function checkedBlock(block: MailBlock): MailBlock {
  return block.kind === 'action' ? { ...block, address: checkedLink(block.address) } : block
}

// Other schemes run or open something on the reader's machine; the URL parser also takes away line ends.
function checkedLink(address: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Error('A mail links to absolute http addresses alone')
  if (url.href.length > longestLink)
    throw new Error(`A mail links to addresses of ${longestLink} characters at most`)
  return url.href
}

function asJson(value: object): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? storable(each) : each))
}
