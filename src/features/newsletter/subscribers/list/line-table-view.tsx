import { languageNames } from '../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { themes as allThemes } from '../../../networks/index.ts'
import type { Unwanted } from './queries.ts'
import type { LineFault, ReadLine } from './read-lines.ts'

export interface JudgedLine extends Omit<ReadLine, 'fault'> {
  fault: LineFault | Unwanted | null
}

interface LineTableProps {
  lines: readonly JudgedLine[]
  isDone: boolean
}

// Nobody reads more; the file of refused lines has them all.
const mostShown = 300
const longestShown = 200

/** The lines of a list, each with what becomes of it. */
export function LineTable({ lines, isDone }: LineTableProps) {
  const reader = useReader()
  const { t } = reader
  // Faulty lines come first, since they need attention.
  const ordered = lines.toSorted(
    (a, b) => Number(a.fault === null) - Number(b.fault === null) || a.number - b.number,
  )
  const hidden = ordered.length - mostShown
  return (
    <Section id="lines" title={t('newsletter.subscribers.lineByLine')}>
      <DataTable<JudgedLine>
        caption={t('newsletter.subscribers.lineByLine')}
        captionHidden
        rows={ordered.slice(0, mostShown)}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            label: t('newsletter.subscribers.line'),
            numeric: true,
            cell: ({ number }) => number,
          },
          {
            key: 'address',
            label: t('newsletter.subscribers.address'),
            header: true,
            wide: true,
            cell: ({ address, given, typed }) => (
              <bdi>{address || (given || typed).slice(0, longestShown)}</bdi>
            ),
          },
          {
            key: 'language',
            label: t('newsletter.subscribers.language'),
            cell: ({ language }) => languageNames[language],
          },
          {
            key: 'country',
            label: t('newsletter.sending.country'),
            cell: ({ country }) => countryName(reader, country),
          },
          {
            key: 'themes',
            label: t('newsletter.subscribers.willRead'),
            cell: ({ themes }) => themeWords(reader, themes),
          },
          {
            key: 'fate',
            label: t('newsletter.subscribers.fate'),
            cell: ({ fault }) => t(`newsletter.subscribers.fate.${fault ?? (isDone ? 'added' : 'good')}`),
          },
        ]}
      />
      {hidden > 0 ? <p>{t('newsletter.subscribers.linesHidden', { count: hidden })}</p> : null}
    </Section>
  )
}

function themeWords({ t }: Reader, themes: readonly string[]): string {
  const named = allThemes.filter((theme) => themes.includes(theme))
  if (named.length === 0) return t('newsletter.subscribers.frequency.issue')
  return named.map((theme) => t(`networks.theme.${theme}`)).join(', ')
}
