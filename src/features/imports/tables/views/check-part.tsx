import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import type { TableReport } from '../checking/report-shape.ts'
import { rowStates } from '../plan/planned-row.ts'
import type { TableImport } from '../records/queries.ts'

interface CheckPartProps {
  network: Network
  table: TableImport
  report: TableReport
}

const errorsShown = 50

/** What the table would do, and what is wrong in it. */
export function CheckPart({ network, table, report }: CheckPartProps) {
  const reader = useReader()
  const { t } = reader
  const { counts, organisations, errors, errorCount } = report
  return (
    <>
      <Section id="check" title={t('imports.check.title')}>
        <ul class="import-counts">
          {rowStates
            .filter((state) => (counts[state] ?? 0) > 0)
            .map((state) => (
              <li key={state}>{t(`imports.check.${state}`, { count: counts[state] ?? 0 })}</li>
            ))}
        </ul>
        <p>
          {t('imports.check.organisations', {
            known: organisations.known,
            added: organisations.new,
            asked: organisations.asked,
          })}
        </p>
      </Section>
      {errorCount > 0 ? (
        <Section id="errors" title={t('imports.check.errors')}>
          <p>
            {t('imports.check.errorsLead')}{' '}
            <a href={importsPaths.part(reader, network.slug, table.id, 'errors.csv')}>
              {t('imports.check.download')}
            </a>
          </p>
          <div class="import-errors">
            <DataTable
              caption={t('imports.check.errors')}
              captionHidden
              rows={errors.slice(0, errorsShown)}
              rowKey={({ cell, code, text }) => `${cell} ${code} ${text}`}
              columns={[
                { key: 'cell', label: t('imports.check.cell'), header: true, cell: ({ cell }) => cell },
                {
                  key: 'problem',
                  label: t('imports.check.problem'),
                  wide: true,
                  cell: ({ code, text }) => t(`imports.cell.${code}`, { text }),
                },
              ]}
            />
          </div>
          {errorCount > errorsShown ? (
            <p class="quiet">{t('imports.check.shown', { shown: errorsShown, total: errorCount })}</p>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}
