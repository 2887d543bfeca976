import type { Reader } from '../../../../platform/i18n/reader.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { sourceKinds } from '../../codes.ts'
import { paths } from '../../paths.ts'
import type { Source } from '../queries.ts'

interface SourcesPageProps {
  reader: Reader
  network: Network
  sources: Source[]
}

/** Everything that the facts of a network are drawn from. */
export function SourcesPage({ reader, network, sources }: SourcesPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading>{t('registry.sources.title')}</PageHeading>
      <DataTable
        reader={reader}
        caption={t('registry.sources.title')}
        captionHidden
        rows={sources}
        rowKey={(source) => source.slug}
        columns={[
          {
            key: 'name',
            label: t('registry.sources.name'),
            header: true,
            wide: true,
            cell: (source) => (
              <a href={paths.source(reader, network.slug, source.slug)}>
                <Passage reader={reader} text={source.title} as="span" tags={false} />
              </a>
            ),
          },
          {
            key: 'kind',
            label: t('registry.sources.kind'),
            cell: (source) => <SourceKind reader={reader} kind={source.kind} />,
          },
          { key: 'publisher', label: t('registry.sources.publisher'), cell: (source) => source.publisher },
          {
            key: 'date',
            label: t('registry.sources.date'),
            cell: (source) =>
              source.published ? <FuzzyDate reader={reader} {...dateWords(reader, source.published)} /> : '',
          },
          {
            key: 'text',
            label: t('registry.sources.text'),
            cell: (source) => t(source.isHeld ? 'registry.sources.held' : 'registry.sources.notHeld'),
          },
        ]}
      />
    </>
  )
}

const kinds = [...sourceKinds, 'declaration'] as const

/** The kind of a source in words; nothing for a kind that has none. */
export function SourceKind({ reader, kind }: { reader: Reader; kind: string }) {
  const known = kinds.find((each) => each === kind)
  return known ? reader.t(`registry.sourceKind.${known}`) : null
}
