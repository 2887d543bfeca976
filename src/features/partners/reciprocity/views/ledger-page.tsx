import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import type { LedgerLine, YearLine } from '../ledger.ts'
import { isEmptyLine, ledgerColumns } from '../ledger-columns.ts'
import { paths } from '../paths.ts'
import { tieWords } from '../tie-words.ts'
import type { ComparedTie } from '../ties/queries.ts'
import { Count } from './count.tsx'
import { CountedNotes } from './counted-notes.tsx'
import { YearTable } from './year-table.tsx'

type Pair = readonly [string, string]

interface LedgerPageProps {
  network: string
  pair: Pair
  pairs: readonly Pair[]
  /** The ties with what is counted of each. */
  lines: readonly { tie: ComparedTie; line: LedgerLine }[]
  /** All of it together: what concerns two ties counts once. */
  group: LedgerLine
  years: readonly YearLine[]
}

/** What each side does for the other, tie by tie and year by year. */
export function LedgerPage(props: LedgerPageProps) {
  const reader = useReader()
  const { network, pair, pairs, lines, years } = props
  const { t } = reader
  const sides = pairs.length > 1 ? { sides: pair.join('-') } : {}
  return (
    <>
      <PageHeading
        lead={t('partners.reciprocity.lead')}
        actions={
          <>
            <a class="button" href={paths.table(reader, network, sides)} download>
              {t('partners.reciprocity.csv')}
            </a>{' '}
            <PrintButton />
          </>
        }
      >
        {t('partners.reciprocity.title')}
      </PageHeading>
      {pairs.length > 1 ? (
        <Tabs
          tabs={pairs.map((each) => ({
            label: each.map((country) => countryName(reader, country)).join(' – '),
            href: paths.ledger(reader, network, { sides: each.join('-') }),
            current: each === pair,
          }))}
        />
      ) : null}
      <Section id="ties" title={t('partners.reciprocity.byTie')}>
        {lines.length === 0 ? (
          <EmptyState title={t('partners.reciprocity.empty')} why={t('partners.reciprocity.emptyWhy')} />
        ) : (
          <TieTable {...props} />
        )}
      </Section>
      {years.length === 0 ? null : (
        <Section id="years" title={t('partners.reciprocity.byYear')}>
          <YearTable pair={pair} years={years} />
        </Section>
      )}
      <CountedNotes />
    </>
  )
}

interface Row {
  key: string
  tie: ComparedTie | null
  line: LedgerLine
}

function TieTable({ network, pair, lines, group }: LedgerPageProps) {
  const reader = useReader()
  const { t } = reader
  const rows: Row[] = [
    ...lines.map(({ tie, line }) => ({ key: tie.id, tie, line })),
    { key: 'group', tie: null, line: group },
  ]
  return (
    <div class="ledger ledger-each">
      <DataTable
        caption={t('partners.reciprocity.byTie')}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'tie',
            label: t('partners.reciprocity.tie'),
            header: true,
            cell: ({ tie, line }) =>
              tie === null ? (
                <>
                  <strong>{t('partners.reciprocity.group')}</strong>{' '}
                  <span class="quiet">{t('partners.reciprocity.groupHint')}</span>
                </>
              ) : (
                <>
                  <a href={paths.ofTie(reader, network, tie.slug)}>{tieWords(reader, tie)}</a>
                  {isEmptyLine(line) ? (
                    <span class="ledger-none quiet"> {t('partners.reciprocity.none')}</span>
                  ) : null}
                </>
              ),
          },
          ...ledgerColumns(reader, pair).map(({ key, label, value, part }) => ({
            key,
            label,
            numeric: true,
            cell: ({ line }: Row) => <Count value={value(line)} part={part?.(line) ?? 0} />,
          })),
        ]}
      />
    </div>
  )
}
