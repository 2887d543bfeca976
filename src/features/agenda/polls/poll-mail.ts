import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Mail, MailBlock } from '../../../platform/mail/mail.ts'
import type { Recipient } from './recipients.queries.ts'

export type PollNews = 'opened' | 'soon' | 'closed' | 'reopened' | 'withdrawn' | 'taken' | 'moved'

export interface PollMail {
  key: PollNews
  reader: Reader
  to: Recipient
  networkId: string
  network: string
  title: string
  about: LocalizedText
  /** Whoever asks; '' where nobody is named. */
  maker: string
  /** The dates that are offered, or the one that was taken. */
  dates: string[]
  deadline: string
  answered: number
  /** Where one answers or reads what came of it. */
  address: string
  calendar?: NonNullable<Mail['calendar']> | undefined
}

/** Whether a mail asks for an answer: it then has all the dates and the deadline. */
export const asksFor = (key: PollNews) => key === 'opened' || key === 'soon' || key === 'reopened'

/** News of a poll. What goes to somebody without an account bears a link of their own, and belongs to no network’s outbox. */
export function pollMail({ key, reader, to, network, title, ...mail }: PollMail): Mail {
  const { t } = reader
  const byLink = to.personId === null
  const asks = asksFor(key)
  const about = asks ? chooseText(mail.about, reader.language) : null
  const body: MailBlock[] = [
    { kind: 'paragraph', text: t(`agenda.pollMail.${key}.text`, words({ network, title, ...mail })) },
    ...(about ? [{ kind: 'quotation' as const, text: about.text, language: about.language }] : []),
    ...(mail.dates.length > 0 ? [{ kind: 'list' as const, items: mail.dates }] : []),
    ...(asks
      ? [{ kind: 'facts' as const, facts: [{ label: t('agenda.poll.deadline'), value: mail.deadline }] }]
      : []),
    {
      kind: 'action',
      label: t(asks ? 'agenda.pollMail.answer' : 'agenda.pollMail.open'),
      address: mail.address,
    },
    ...(byLink ? [{ kind: 'smallPrint' as const, text: t('agenda.pollMail.keep') }] : []),
  ]
  return {
    to: { address: to.address, name: to.name },
    language: reader.interfaceLanguage,
    networkId: byLink ? null : mail.networkId,
    kind: byLink ? 'agenda.pollLink' : 'agenda.poll',
    isSecret: byLink,
    subject: t(`agenda.pollMail.${key}.subject`, { title }),
    body,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
  }
}

const words = ({
  network,
  title,
  maker,
  answered,
}: Pick<PollMail, 'network' | 'title' | 'maker' | 'answered'>) => ({
  network,
  title,
  maker: maker === '' ? network : maker,
  count: answered,
})
