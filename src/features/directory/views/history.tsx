import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
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

/** Who came before and after, under whom it came, on which day, by which act and as reported by whom. */
export function History({ reader, organisation }: { reader: Reader; organisation: OrganisationRecord }) {
  const { predecessors, transfers, successors } = organisation
  if (predecessors.length + transfers.length + successors.length === 0) return null
  return (
    <Section id="history" title={reader.t('directory.page.history')}>
      <Successions reader={reader} title="directory.page.historyBefore" successions={predecessors} />
      <Transfers reader={reader} transfers={transfers} />
      <Successions reader={reader} title="directory.page.historyAfter" successions={successors} />
    </Section>
  )
}

interface SuccessionsProps {
  reader: Reader
  title: 'directory.page.historyBefore' | 'directory.page.historyAfter'
  successions: Succession[]
}

function Successions({ reader, title, successions }: SuccessionsProps) {
  const { t } = reader
  if (successions.length === 0) return null
  return (
    <>
      <h3>{t(title)}</h3>
      <SuccessionTable reader={reader} caption={t(title)} successions={successions} />
    </>
  )
}

function Transfers({ reader, transfers }: { reader: Reader; transfers: Transfer[] }) {
  const { t, interfaceLanguage } = reader
  if (transfers.length === 0) return null
  return (
    <>
      <h3>{t('directory.page.historyTransfers')}</h3>
      <DataTable
        reader={reader}
        caption={t('directory.page.historyTransfers')}
        captionHidden
        columns={[
          {
            key: 'name',
            label: t('directory.column.newParent'),
            header: true,
            cell: (row) => <Other reader={reader} row={row} />,
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
            cell: (row) => <Report reader={reader} row={row} />,
          },
        ]}
        rows={transfers}
        rowKey={(row) => row.happenedOn}
      />
    </>
  )
}

interface SuccessionTableProps {
  reader: Reader
  caption: string
  successions: Succession[]
}

function SuccessionTable({ reader, caption, successions }: SuccessionTableProps) {
  const { t, interfaceLanguage } = reader
  return (
    <DataTable
      reader={reader}
      caption={caption}
      captionHidden
      columns={[
        {
          key: 'name',
          label: t('directory.column.name'),
          header: true,
          cell: (row) => <Other reader={reader} row={row} />,
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
          cell: (row) => <Report reader={reader} row={row} />,
        },
      ]}
      rows={successions}
      rowKey={(row) => row.slug}
    />
  )
}

function Other({ reader, row }: { reader: Reader; row: Succession | Transfer }) {
  return (
    <span>
      <a href={organisationAddress(reader, row.slug)}>
        <Name reader={reader} name={row.name} own={ownLanguageOf(row.country)} />
      </a>{' '}
      ({kindName(reader, row.kind)})
    </span>
  )
}

function Report({ reader, row }: { reader: Reader; row: Succession | Transfer }) {
  const words = reportWords(reader, row.reportedBy)
  if (row.source === '') return <>{words}</>
  const language = /\p{Script=Hangul}/u.test(row.source) ? 'ko' : 'fr'
  return (
    <span>
      <span {...languageAttributes(reader, language)}>{row.source}</span> ({words})
    </span>
  )
}
