import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import { organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'

type Succession = OrganisationRecord['predecessors'][number]

/** Who came before and who came after, on which day, by which act and as reported by whom. */
export function History({ reader, organisation }: { reader: Reader; organisation: OrganisationRecord }) {
  const { predecessors, successors } = organisation
  if (predecessors.length + successors.length === 0) return null
  return (
    <Section id="history" title={reader.t('directory.page.history')}>
      <Successions reader={reader} title="directory.page.historyBefore" successions={predecessors} />
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
  const { t, interfaceLanguage } = reader
  if (successions.length === 0) return null
  return (
    <DataTable
      reader={reader}
      caption={t(title)}
      columns={[
        {
          key: 'name',
          label: t('directory.column.name'),
          header: true,
          cell: (row) => (
            <>
              <a href={organisationAddress(reader, row.slug)}>
                <Name reader={reader} name={row.name} own={ownLanguageOf(row.country)} />
              </a>{' '}
              ({kindName(reader, row.kind)})
            </>
          ),
        },
        {
          key: 'day',
          label: t('directory.column.day'),
          cell: (row) => (row.happenedOn === null ? '' : describeDate(row.happenedOn, interfaceLanguage)),
        },
        {
          key: 'change',
          label: t('directory.column.change'),
          cell: (row) => wordsOf(reader, changes, row.change),
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

function Report({ reader, row }: { reader: Reader; row: Succession }) {
  const words = wordsOf(reader, reports, row.reportedBy)
  if (row.source === '') return words
  const language = /\p{Script=Hangul}/u.test(row.source) ? 'ko' : 'fr'
  return (
    <>
      <span {...languageAttributes(reader, language)}>{row.source}</span> ({words})
    </>
  )
}

function wordsOf({ t }: Reader, table: Map<string, PlainMessageKey>, code: string): string {
  const key = table.get(code)
  return key === undefined ? code : t(key)
}

const changes = new Map<string, PlainMessageKey>([
  ['absorption', 'directory.change.absorption'],
  ['merger', 'directory.change.merger'],
  ['recode', 'directory.change.recode'],
  ['rename', 'directory.change.rename'],
  ['split', 'directory.change.split'],
  ['status_change', 'directory.change.status_change'],
])

const reports = new Map<string, PlainMessageKey>([
  ['law', 'directory.reported.law'],
  ['dataset', 'directory.reported.dataset'],
  ['press', 'directory.reported.press'],
])
