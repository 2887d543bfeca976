import { describeDate } from '../../../platform/dates/index.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import { organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'
import { changeWords, reportWords } from './succession-words.ts'

type Succession = OrganisationRecord['predecessors'][number]

type Transfer = OrganisationRecord['transfers'][number]

/** Predecessors, successors and parents, each with day, act and reporter. */
export function History({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const { predecessors, transfers, successors } = organisation
  if (predecessors.length + transfers.length + successors.length === 0) return null
  return (
    <Section id="history" title={reader.t('directory.page.history')}>
      <Successions title="directory.page.historyBefore" successions={predecessors} />
      <Transfers transfers={transfers} />
      <Successions title="directory.page.historyAfter" successions={successors} />
    </Section>
  )
}

interface SuccessionsProps {
  title: 'directory.page.historyBefore' | 'directory.page.historyAfter'
  successions: Succession[]
}

function Successions({ title, successions }: SuccessionsProps) {
  const { t } = useReader()
  if (successions.length === 0) return null
  return (
    <>
      <h3>{t(title)}</h3>
      <SuccessionTable caption={t(title)} successions={successions} />
    </>
  )
}

function Transfers({ transfers }: { transfers: Transfer[] }) {
  const { t, interfaceLanguage } = useReader()
  if (transfers.length === 0) return null
  return (
    <>
      <h3>{t('directory.page.historyTransfers')}</h3>
      <DataTable
        caption={t('directory.page.historyTransfers')}
        captionHidden
        columns={[
          {
            key: 'name',
            label: t('directory.column.newParent'),
            header: true,
            cell: (row) => <Other row={row} />,
          },
          {
            key: 'day',
            label: t('directory.column.day'),
            cell: (row) => describeDate(row.happenedOn, interfaceLanguage),
          },
          {
            key: 'codes',
            label: t('directory.column.newCodes'),
            cell: (row) => <span translate={false}>{Object.values(row.codes).join(', ')}</span>,
          },
          {
            key: 'source',
            label: t('directory.column.source'),
            cell: (row) => <Report row={row} />,
          },
        ]}
        rows={transfers}
        rowKey={(row) => row.happenedOn}
      />
    </>
  )
}

interface SuccessionTableProps {
  caption: string
  successions: Succession[]
}

function SuccessionTable({ caption, successions }: SuccessionTableProps) {
  const reader = useReader()
  const { t, interfaceLanguage } = reader
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        {
          key: 'name',
          label: t('directory.column.name'),
          header: true,
          cell: (row) => <Other row={row} />,
        },
        {
          key: 'day',
          label: t('directory.column.day'),
          cell: (row) => (row.happenedOn === null ? '' : describeDate(row.happenedOn, interfaceLanguage)),
        },
        {
          key: 'change',
          label: t('directory.column.change'),
          cell: (row) => changeWords(reader, row.change),
        },
        {
          key: 'source',
          label: t('directory.column.source'),
          cell: (row) => <Report row={row} />,
        },
      ]}
      rows={successions}
      rowKey={(row) => row.slug}
    />
  )
}

function Other({ row }: { row: Succession | Transfer }) {
  const reader = useReader()
  return (
    <span>
      <a href={organisationAddress(reader, row.slug)}>
        <Name name={row.name} own={ownLanguageOf(row.country)} />
      </a>{' '}
      ({kindName(reader, row.kind)})
    </span>
  )
}

function Report({ row }: { row: Succession | Transfer }) {
  const reader = useReader()
  const words = reportWords(reader, row.reportedBy)
  if (row.source === '') return <>{words}</>
  const language = /\p{Script=Hangul}/u.test(row.source) ? 'ko' : 'fr'
  return (
    <span>
      <span {...languageAttributes(reader, language)}>{row.source}</span> ({words})
    </span>
  )
}
