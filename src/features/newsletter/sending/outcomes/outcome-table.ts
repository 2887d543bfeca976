import { cellText } from '../../../../platform/documents/cell-text.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { momentWords } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { frequencies } from '../../subscribers/subscription.ts'
import type { ReaderOutcome } from './queries.ts'

interface OutcomeColumn {
  title: string
  width: number
  cell(outcome: ReaderOutcome): string
}

/** The columns of readers’ outcomes, in the language of the person who exports them. */
export function outcomeColumns(reader: Reader): OutcomeColumn[] {
  const { t } = reader
  return [
    { title: t('newsletter.subscribers.address'), width: 36, cell: ({ address }) => address },
    {
      title: t('newsletter.subscribers.language'),
      width: 12,
      cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
    },
    {
      title: t('newsletter.sending.country'),
      width: 22,
      cell: ({ country }) => countryName(reader, country),
    },
    {
      title: t('newsletter.subscribers.frequency'),
      width: 30,
      cell: ({ frequency }) => {
        const known = frequencies.find((each) => each === frequency)
        return known ? t(`newsletter.subscribers.frequency.${known}`) : frequency
      },
    },
    {
      title: t('newsletter.sending.outcome'),
      width: 24,
      cell: ({ outcome }) => t(`newsletter.sending.outcome.${outcome}`, { count: 1 }),
    },
    {
      title: t('newsletter.sending.when'),
      width: 24,
      cell: ({ endedAt, dueAt }) => {
        const at = endedAt ?? dueAt
        return at === null ? '' : momentWords(reader, at)
      },
    },
    { title: t('newsletter.sending.words'), width: 50, cell: ({ words }) => words ?? '' },
  ]
}

/** One reader as a row of texts that no table program runs as formulas. */
export function outcomeRow(columns: readonly OutcomeColumn[], outcome: ReaderOutcome): string[] {
  return columns.map(({ cell }) => cellText(cell(outcome)))
}
