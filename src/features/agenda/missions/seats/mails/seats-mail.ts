import type { InterfaceLanguage } from '../../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../../platform/mail/mail.ts'

export interface SeatsNews {
  key: 'asked' | 'sent' | 'accepted' | 'refused' | 'withdrawn'
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  mission: string
  organisation: string
  stop: string
  count: number
  address: string
  quoted: { text: string; language: string } | null
}

/** News of a request for seats on a mission. */
export function seatsMail(t: Translate, news: SeatsNews): Mail {
  const { key, mission, organisation, network, count, stop, quoted } = news
  return {
    to: news.to,
    language: news.language,
    networkId: news.networkId,
    kind: 'agenda.seats',
    isSecret: false,
    subject: t(`agenda.seatsMail.${key}.subject`, { mission, organisation }),
    body: [
      { kind: 'paragraph', text: t(`agenda.seatsMail.${key}.text`, { mission, organisation, network }) },
      {
        kind: 'facts',
        facts: [
          { label: t('agenda.mission.seatsHowMany'), value: String(count) },
          { label: t('agenda.mission.seatsWhere'), value: stop },
        ],
      },
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      { kind: 'action', label: t('agenda.seatsMail.open'), address: news.address },
    ],
  }
}
