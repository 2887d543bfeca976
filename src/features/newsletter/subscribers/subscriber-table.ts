import { cellText } from '../../../platform/documents/cell-text.ts'
import { languageNames } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { momentWords } from '../../../ui/text/moment.tsx'
import { countryName } from '../../directory/index.ts'
import { declaredDay, type Subscription } from './subscription.ts'

interface Column {
  title: string
  width: number
  cell(subscription: Subscription): string
}

/** The columns of the list of readers, in the words of whoever takes it out. */
export function subscriberColumns(reader: Reader): Column[] {
  const { t } = reader
  const moment = (at: Date | null) => (at === null ? '' : momentWords(reader, at))
  return [
    { title: t('newsletter.subscribers.address'), width: 36, cell: ({ address }) => address ?? '' },
    {
      title: t('newsletter.subscribers.language'),
      width: 12,
      cell: ({ language }) => languageNames[language],
    },
    {
      title: t('newsletter.subscribers.country'),
      width: 22,
      cell: ({ country }) => countryName(reader, country),
    },
    {
      title: t('newsletter.subscribers.frequency'),
      width: 30,
      cell: ({ frequency }) => t(`newsletter.subscribers.frequency.${frequency}`),
    },
    {
      title: t('newsletter.subscribers.since.subscribed'),
      width: 24,
      cell: (each) => {
        const day = declaredDay(each)
        return day === null ? moment(each.consentAt) : dayWords(reader, day)
      },
    },
    {
      title: t('newsletter.subscribers.way'),
      width: 28,
      cell: ({ consentWay }) => (consentWay ? t(`newsletter.subscribers.way.${consentWay}`) : ''),
    },
  ]
}

/** Somebody as a row: texts that every table holds, which none runs. */
export function subscriberRow(columns: readonly Column[], subscription: Subscription): string[] {
  return columns.map(({ cell }) => cellText(cell(subscription)))
}
