import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { ServedNetwork } from '../queries.ts'
import { NetworkForm } from './network-form.tsx'

interface OperatorPageProps {
  networks: ServedNetwork[]
  sent: { values: FormValues; errors: FieldError[] } | undefined
}

/** For who looks after the server: its networks, and a form to make another one. */
export function OperatorPage({ networks, sent }: OperatorPageProps) {
  const reader = useReader()
  const { t } = reader
  const errors = sent?.errors.map(({ field, message }) => ({ field, message: message(t) })) ?? []
  return (
    <>
      <FormErrors errors={errors} />
      <PageHeading lead={t('people.operator.lead')}>{t('people.operator.title')}</PageHeading>
      <Section id="networks" title={t('people.operator.networks')} aside={String(networks.length)}>
        {networks.length === 0 ? (
          <EmptyState title={t('people.operator.emptyTitle')} why={t('people.operator.emptyWhy')} />
        ) : (
          <DataTable
            caption={t('people.operator.networks')}
            captionHidden
            columns={columnsOf(reader)}
            rows={networks}
            rowKey={(network) => network.slug}
          />
        )}
      </Section>
      <Section id="add" title={t('people.operator.add')}>
        <NetworkForm sent={sent} />
      </Section>
    </>
  )
}

function columnsOf(reader: Reader): Column<ServedNetwork>[] {
  const { t } = reader
  return [
    {
      key: 'name',
      label: t('people.operator.network'),
      header: true,
      wide: true,
      cell: ({ slug, name }) => (
        <>
          <a href={`/${reader.language}/${slug}`}>{chooseName(name, reader.language).text}</a>
          <span class="cell-note">{slug}</span>
        </>
      ),
    },
    {
      key: 'countries',
      label: t('people.operator.countries'),
      cell: ({ countries }) => countries.join(', '),
    },
    {
      key: 'languages',
      label: t('people.operator.languages'),
      cell: ({ languages }) => languages.join(', '),
    },
    {
      key: 'people',
      label: t('people.operator.people'),
      numeric: true,
      cell: ({ slug, people }) => <a href={paths.people(reader, slug)}>{people}</a>,
    },
    {
      key: 'coordinators',
      label: t('people.operator.coordinators'),
      numeric: true,
      cell: ({ coordinators }) => coordinators,
    },
  ]
}
