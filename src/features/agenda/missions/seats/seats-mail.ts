import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../../platform/mail/news-mail.ts'

export interface SeatsNews extends News {
  key: 'asked' | 'sent' | 'accepted' | 'refused' | 'withdrawn'
  mission: string
  organisation: string
  stop: string
  count: number
}

/** News of a request for seats on a mission. */
export function seatsMail(t: Translate, news: SeatsNews): Mail {
  const { key, mission, organisation, network, count, stop } = news
  return newsMail(news, {
    kind: 'agenda.seats',
    subject: t(`agenda.seatsMail.${key}.subject`, { mission, organisation }),
    lead: [
      { kind: 'paragraph', text: t(`agenda.seatsMail.${key}.text`, { mission, organisation, network }) },
      {
        kind: 'facts',
        facts: [
          { label: t('agenda.mission.seatsHowMany'), value: String(count) },
          { label: t('agenda.mission.seatsWhere'), value: stop },
        ],
      },
    ],
    action: t('agenda.seatsMail.open'),
  })
}
