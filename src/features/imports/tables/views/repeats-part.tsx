import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { repeatAnswers, repeatsKey } from '../answers.ts'
import type { TableReport } from '../checking/report-shape.ts'
import type { TableImport } from '../records/queries.ts'
import { answerNumbers } from './answer-numbers.ts'

interface RepeatsPartProps {
  table: TableImport
  report: TableReport
}

const rowsShown = 50

/** Rows that name what an earlier row names: what becomes of them, by one answer for all. */
export function RepeatsPart({ table, report }: RepeatsPartProps) {
  const reader = useReader()
  const { t } = reader
  const number = answerNumbers.repeats
  // Two records of one organisation are what nobody wants.
  const answers = repeatAnswers.filter(
    (answer) => answer !== 'apart' || table.mapping.kind !== 'organisations',
  )
  const shown = report.repeated.slice(0, rowsShown)
  return (
    <section class="import-question" aria-labelledby="repeats">
      <h3 id="repeats">{t('imports.repeats.title')}</h3>
      <p>{t('imports.repeats.lead', { count: report.repeatedCount })}</p>
      <input type="hidden" name={`spelling.${number}`} value={repeatsKey} />
      <ChoiceField
        name={`answer.${number}`}
        label={t('imports.repeats.question')}
        options={answers.map((answer) => ({
          value: answer,
          label: t(`imports.repeats.${answer}`),
          ...(answer === 'merge' ? { hint: t('imports.repeats.mergeHint') } : {}),
        }))}
        isPart
        chosen={[table.answers[repeatsKey] ?? '']}
      />
      <details class="import-list">
        <summary>{t('imports.repeats.list')}</summary>
        <DataTable
          caption={t('imports.repeats.title')}
          captionHidden
          rows={shown}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: 'cells', label: t('imports.repeats.cells'), header: true, cell: ({ cells }) => cells },
            { key: 'same', label: t('imports.repeats.sameAs'), cell: ({ sameCells }) => sameCells },
            {
              key: 'names',
              label: t('imports.repeats.names'),
              wide: true,
              cell: ({ names }) => <span {...languageAttributes(reader, table.language)}>{names}</span>,
            },
            {
              key: 'what',
              label: t('imports.repeats.what'),
              cell: ({ isMore }) => t(isMore ? 'imports.repeats.more' : 'imports.repeats.same'),
            },
          ]}
        />
        {report.repeatedCount > shown.length ? (
          <p class="quiet">
            {t('imports.check.shown', { shown: shown.length, total: report.repeatedCount })}
          </p>
        ) : null}
      </details>
    </section>
  )
}
