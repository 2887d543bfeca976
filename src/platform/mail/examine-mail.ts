import type { Finding } from '../cli/finding.ts'
import type { Application } from '../http/application.ts'
import { isOpenDemonstration } from '../settings/open-demonstration.ts'
import { countMails } from './count-mails.ts'
import { mailboxInWords } from './mail-address.ts'

/** Whether mail is configured, how much of it waits or has failed, and what to do about it. */
export async function examineMail({
  settings,
  database,
  clock,
}: Pick<Application, 'settings' | 'database' | 'clock'>): Promise<Finding> {
  const { waiting, late, failed, lastError } = await countMails(database, clock)
  const server = settings.smtpUrl === null ? 'no mail server' : `from ${mailboxInWords(settings.mailFrom)}`
  const says = `${server}, ${waiting} waiting, ${failed} failed since yesterday`
  const finding = (remedy: string | null) => ({ subject: 'mail', says, remedy })
  if (settings.smtpUrl === null) {
    const isWanted = waiting > 0 && !isOpenDemonstration(settings)
    return finding(isWanted ? 'set SMTP_URL: mails wait, and nothing delivers them' : null)
  }
  if (late > 0) {
    return finding(
      `${late} have been due for 15 minutes: start a process with ROLE=all or ROLE=worker, and read its log`,
    )
  }
  return finding(lastError === null ? null : `the mail server said last: ${lastError}`)
}
