import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'
import type { CommitmentOutcome } from './codes.ts'

export interface CommitmentsNews extends News {
  key: CommitmentOutcome | 'prolonged' | 'committed' | 'withdrawn'
  event: string
  /** Who commits or withdraws; '' where the news is of all. */
  organisation: string
  facts: { label: string; value: string }[]
}

/** News of the commitments to an event: one more or fewer, or what was decided. */
export function commitmentsMail(t: Translate, news: CommitmentsNews): Mail {
  const { key, event, network, organisation, facts } = news
  return newsMail(news, {
    kind: 'agenda.commitments',
    subject: t(`agenda.commitmentsMail.${key}.subject`, { event, organisation }),
    lead: [
      { kind: 'paragraph', text: t(`agenda.commitmentsMail.${key}.text`, { event, network, organisation }) },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ],
    action: t('agenda.commitmentsMail.open'),
  })
}
