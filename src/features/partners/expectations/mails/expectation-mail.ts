import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Mail, MailBlock } from '../../../../platform/mail/mail.ts'
import type { Recipient } from '../recipients.queries.ts'

/** What somebody is told of an expectation. */
export type ExpectationNews =
  | 'stated'
  | 'addressed'
  | 'relayed'
  | 'reminder'
  | 'consent'
  | 'answered'
  | 'reply'
  | 'closed'
  | 'reopened'

export interface ExpectationMail {
  key: ExpectationNews
  reader: Reader
  to: Recipient
  networkId: string
  /** Words for the sentences. */
  words: { network: string; title: string; asker: string; asked: string; organisation: string }
  /** What stands between the first sentence and the link. */
  body: MailBlock[]
  /** Where one answers or reads what came of it. */
  address: string
}

/** News of an expectation. What goes to somebody without an account bears a link of their own, and belongs to no network’s outbox. */
export function expectationMail({ key, reader, to, networkId, words, body, address }: ExpectationMail): Mail {
  const { t } = reader
  const byLink = to.personId === null
  return {
    to: { address: to.address, name: to.name },
    language: reader.interfaceLanguage,
    networkId: byLink ? null : networkId,
    kind: byLink ? 'partners.expectationLink' : 'partners.expectation',
    isSecret: byLink,
    subject: t(`partners.expectationMail.${key}.subject`, words),
    body: [
      { kind: 'paragraph', text: t(`partners.expectationMail.${key}.text`, words) },
      ...body,
      { kind: 'action', label: t(`partners.expectationMail.${actionOf(key)}`), address },
      ...(byLink ? [{ kind: 'smallPrint' as const, text: t('partners.expectationMail.keep') }] : []),
    ],
  }
}

function actionOf(key: ExpectationNews): 'answer' | 'consentAction' | 'open' {
  if (key === 'consent') return 'consentAction'
  return key === 'addressed' || key === 'relayed' || key === 'reminder' ? 'answer' : 'open'
}
