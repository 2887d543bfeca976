import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import type { ReportTold, TableReport } from '../checking/report-shape.ts'
import { type ImportState, stateInWords } from '../import-state.ts'
import type { RowState } from '../plan/planned-row.ts'
import type { MadeCounts } from '../records/made.queries.ts'
import type { TableImport } from '../records/queries.ts'
import { missingFields } from '../table-input.ts'
import { CheckPart } from './check-part.tsx'
import { ColumnsPart } from './columns-part.tsx'
import { hasQuestions, QuestionsPart } from './questions-part.tsx'
import { MadeList, ResultPart } from './result-part.tsx'
import { fieldWords, namesOf, saidWords, type TableWords } from './table-words.ts'

interface ImportPageProps {
  network: Network
  table: TableImport
  state: ImportState
  report: TableReport | null
  /** Null until it was imported. */
  made: MadeCounts | null
  words: TableWords
}

/** One import from its file to its result. */
export function ImportPage({ network, table, state, report, made, words }: ImportPageProps) {
  const reader = useReader()
  const { t } = reader
  const isOpen = state === 'mapping' || state === 'checked' || state === 'cancelled' || state === 'failed'
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('imports.list.title'), href: importsPaths.list(reader, network.slug) }]}
        current={table.fileName}
      />
      <PageHeading kicker={`${t(`imports.kind.${table.mapping.kind}`)} · ${stateInWords(reader, state)}`}>
        {table.fileName}
      </PageHeading>
      <Work network={network} table={table} state={state} />
      <Trouble table={table} state={state} />
      {state === 'takenBack' && made ? <KeptPart network={network} made={made} /> : null}
      <FileFacts network={network} table={table} rows={report?.rows ?? null} isOpen={isOpen} />
      {state === 'imported' && made ? (
        <ResultPart network={network} table={table} made={made} report={report} />
      ) : null}
      {report && state === 'checked' ? (
        <>
          <CheckPart network={network} table={table} report={report} />
          {hasQuestions(report) ? (
            <QuestionsPart network={network} table={table} report={report} words={words} />
          ) : null}
          {report.additions.length > 0 ? <AdditionsPart report={report} /> : null}
          <WritePart network={network} table={table} report={report} />
        </>
      ) : null}
      {isOpen ? (
        <>
          <ColumnsPart network={network} table={table} />
          <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'removal')}>
            <p class="actions">
              <button type="submit" class="button">
                {t('imports.forget.send')}
              </button>
            </p>
          </form>
        </>
      ) : null}
    </>
  )
}

type Part = Pick<ImportPageProps, 'network' | 'table' | 'state'>

function Work({ network, table, state }: Part) {
  const reader = useReader()
  const { t } = reader
  if (state !== 'checkWaits' && state !== 'importWaits' && state !== 'returnWaits') return null
  return (
    <Notice live>
      <p>
        {state === 'checkWaits' ? t('imports.work.checking', { done: table.rowsDone }) : null}
        {state === 'importWaits'
          ? t('imports.work.importing', { done: table.rowsDone, total: table.rowsTotal ?? 0 })
          : null}
        {state === 'returnWaits' ? t('imports.work.returning', { done: table.rowsDone }) : null}
      </p>
      {state === 'importWaits' && table.rowsTotal ? (
        <progress max={table.rowsTotal} value={table.rowsDone} aria-label={t('imports.state.importWaits')} />
      ) : null}
      <p>{t('imports.work.reloads')}</p>
      {state === 'returnWaits' ? null : (
        <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'cancellation')}>
          <button type="submit" class="button">
            {t('imports.work.cancel')}
          </button>
        </form>
      )}
    </Notice>
  )
}

function Trouble({ table, state }: Omit<Part, 'network'>) {
  const { t } = useReader()
  const missing = missingFields(table.mapping)
  if (state === 'mapping' && missing.length > 0) {
    const detail = missing.map((field) => fieldWords(t, table.mapping.kind, field)).join(', ')
    return <Notice kind="warning">{t('imports.unreadable.columnsMissing', { detail })}</Notice>
  }
  if (table.trouble === null) return null
  const known = table.trouble === 'storage' || table.trouble === 'cancelled' ? table.trouble : 'fault'
  return <Notice kind="warning">{t(`imports.trouble.${known}`)}</Notice>
}

function FileFacts({
  network,
  table,
  rows,
  isOpen,
}: Omit<Part, 'state'> & { rows: number | null; isOpen: boolean }) {
  const reader = useReader()
  const { t } = reader
  const { about, sheet } = table
  const hidden = about.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name)
  return (
    <>
      {rows === null ? null : <p>{t('imports.table.read', { rows })}</p>}
      {about.isMixed ? <p>{t('imports.table.mixed', { encoding: about.encoding ?? '' })}</p> : null}
      {hidden.length > 0 ? <p>{t('imports.table.hidden', { names: hidden.join(', ') })}</p> : null}
      {isOpen && about.sheets.length > 1 ? (
        <form
          method="post"
          action={importsPaths.part(reader, network.slug, table.id, 'sheet')}
          class="import-sheet"
        >
          <label for="sheet">{t('imports.table.sheet')}</label>{' '}
          <select id="sheet" name="sheet">
            {about.sheets.map(({ name }) => (
              <option key={name} value={name} selected={name === (sheet ?? about.sheet)}>
                {name}
              </option>
            ))}
          </select>{' '}
          <button type="submit" class="button">
            {t('imports.table.otherSheet')}
          </button>
        </form>
      ) : null}
    </>
  )
}

function WritePart({ network, table, report }: Omit<Part, 'state'> & { report: TableReport }) {
  const reader = useReader()
  const { t } = reader
  const { counts } = report
  const of = (...states: RowState[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const count = of('new', 'more', 'adds')
  const doubts = of('wrong', 'asked', 'contradicts', 'repeated')
  return (
    <Section id="write" title={t('imports.write.title')}>
      {count === 0 ? (
        <p>{t('imports.write.nothing')}</p>
      ) : (
        <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'start')}>
          <p>{t('imports.write.lead')}</p>
          {doubts > 0 ? <input type="hidden" name="leaveOut" value="1" /> : null}
          <p class="actions">
            <button type="submit" class="button primary">
              {t(doubts > 0 ? 'imports.write.leaveOut' : 'imports.write.all', { count })}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}

interface KeptPartProps {
  network: Network
  made: MadeCounts
}

/** States that an import was taken back, and which records keep something of it. */
function KeptPart({ network, made: { counts, amended, kept } }: KeptPartProps) {
  const { t } = useReader()
  const count = counts.cooperation + counts.organisation + counts.post + counts.event + amended
  return (
    <>
      <Notice kind="done">{t('imports.back.kept', { count })}</Notice>
      {kept.length > 0 ? (
        <Section id="kept" title={t('imports.back.keptTitle')}>
          <p>{t('imports.back.keptLead')}</p>
          <MadeList network={network} records={kept} />
          {count > kept.length ? (
            <p class="quiet">{t('imports.check.shown', { shown: kept.length, total: count })}</p>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}

const additionsShown = 50

/** Additions to records that exist already. */
function AdditionsPart({ report }: { report: TableReport }) {
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
