import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import type { Network } from '../../../networks/index.ts'
import { registryPaths } from '../../../registry/index.ts'
import { importsPaths } from '../../paths.ts'
import type { TableReport } from '../checking/report-shape.ts'
import type { RowState } from '../plan/planned-row.ts'
import type { MadeCounts, MadeRecord } from '../records/made.queries.ts'
import type { TableImport } from '../records/queries.ts'

interface ResultPartProps {
  network: Network
  table: TableImport
  made: MadeCounts
  report: TableReport | null
}

/** What an import added, with links, and the form to take it back. */
export function ResultPart({ network, table, made, report }: ResultPartProps) {
  const reader = useReader()
  const { t } = reader
  const { counts, first, changed, sourceSlug } = made
  return (
    <>
      <Section id="result" title={t('imports.result.title')}>
        <ul class="import-counts">
          {counts.cooperation > 0 ? (
            <li>{t('imports.result.cooperations', { count: counts.cooperation })}</li>
          ) : null}
          {counts.organisation > 0 ? (
            <li>{t('imports.result.organisations', { count: counts.organisation })}</li>
          ) : null}
          {made.amended > 0 ? <li>{t('imports.result.amended', { count: made.amended })}</li> : null}
          {counts.event > 0 ? <li>{t('imports.result.events', { count: counts.event })}</li> : null}
          {counts.post > 0 ? <li>{t('imports.result.posts', { count: counts.post })}</li> : null}
        </ul>
        <LeftRows network={network} table={table} report={report} />
        {first.length > 0 ? (
          <>
            <p>{t('imports.result.first')}</p>
            <MadeList network={network} records={first} />
          </>
        ) : null}
        {sourceSlug === null ? null : (
          <p>
            <a href={registryPaths.source(reader, network.slug, sourceSlug)}>{t('imports.result.source')}</a>
          </p>
        )}
      </Section>
      {table.takenBackAt === null ? (
        <Section id="back" title={t('imports.back.title')}>
          <p>{t('imports.back.lead')}</p>
          <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'return')}>
            {changed > 0 ? (
              <p class="choice">
                <input type="checkbox" id="even-changed" name="evenChanged" value="1" />
                <label for="even-changed">{t('imports.back.changed', { count: changed })}</label>
              </p>
            ) : null}
            <p class="actions">
              <button type="submit" class="button">
                {t('imports.back.send')}
              </button>
            </p>
          </form>
        </Section>
      ) : null}
    </>
  )
}

const leftStates: readonly RowState[] = ['contradicts', 'repeated', 'asked', 'wrong', 'left']

/** Rows of which nothing was written, by reason. */
function LeftRows({ network, table, report }: Omit<ResultPartProps, 'made'>) {
  const reader = useReader()
  const { t } = reader
  const left = leftStates.filter((state) => (report?.counts[state] ?? 0) > 0)
  if (!report || left.length === 0) return null
  return (
    <>
      <p>{t('imports.result.left')}</p>
      <ul class="import-counts">
        {left.map((state) => (
          <li key={state}>{t(`imports.check.${state}`, { count: report.counts[state] ?? 0 })}</li>
        ))}
      </ul>
      {report.errors.length > 0 ? (
        <p>
          <a href={importsPaths.part(reader, network.slug, table.id, 'errors.csv')}>
            {t('imports.check.download')}
          </a>
        </p>
      ) : null}
    </>
  )
}

interface MadeListProps {
  network: Network
  records: readonly MadeRecord[]
}

/** Records by name, each with a link; a post shows its organisation, and not its holder. */
export function MadeList({ network, records }: MadeListProps) {
  const reader = useReader()
  const root = `/${reader.language}/${network.slug}`
  return (
    <ul>
      {records.map(({ kind, id, slug, name, of }) => (
        <li key={id}>
          <a href={`${root}/${places[kind]}/${slug || id}`}>
            <Name name={name} />
          </a>
          {of === null ? null : (
            <>
              {' · '}
              <Name name={of} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const places = {
  cooperation: 'cooperations',
  organisation: 'organisations',
  post: 'contacts',
  event: 'agenda',
}
