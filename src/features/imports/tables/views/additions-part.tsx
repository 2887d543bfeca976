import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { ReportTold, TableReport } from '../checking/report-shape.ts'
import { saidWords } from './said-words.ts'
import { namesOf } from './table-words.ts'

const additionsShown = 50

/** What is told of records that exist already and lack it. */
export function AdditionsPart({ report }: { report: TableReport }) {
  const reader = useReader()
  const { t } = reader
  const shown = report.additions.slice(0, additionsShown)
  return (
    <Section id="additions" title={t('imports.additions.title')}>
      <p>{t('imports.additions.lead')}</p>
      <DataTable
        caption={t('imports.additions.title')}
        captionHidden
        rows={shown}
        rowKey={({ cell, read }) => `${cell} ${JSON.stringify(read)}`}
        columns={[
          { key: 'cell', label: t('imports.check.cell'), header: true, cell: ({ cell }) => cell },
          {
            key: 'record',
            label: t('imports.additions.record'),
            wide: true,
            cell: (each) => namesOf(reader, each.who),
          },
          {
            key: 'adds',
            label: t('imports.additions.adds'),
            wide: true,
            cell: (each) => <Added told={each} />,
          },
        ]}
      />
      {report.additionCount > shown.length ? (
        <p class="quiet">{t('imports.check.shown', { shown: shown.length, total: report.additionCount })}</p>
      ) : null}
    </Section>
  )
}

function Added({ told: { read } }: { told: ReportTold }) {
  const reader = useReader()
  const { text, language } = saidWords(reader, read)
  return (
    <span>
      <span class="fact-part">{reader.t(`imports.part.${read.part}`)}</span>{' '}
      <span {...(language === null ? {} : languageAttributes(reader, language))}>{text}</span>
    </span>
  )
}
