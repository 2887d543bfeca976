import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Network } from '../../networks/index.ts'
import { sourceKinds } from '../codes.ts'
import { paths } from '../paths.ts'
import type { Source } from './queries.ts'

interface SourcesPageProps {
  network: Network
  sources: Source[]
}

/** The sources of all facts of a network; what members said themselves is folded, by member. */
export function SourcesPage({ network, sources }: SourcesPageProps) {
  const reader = useReader()
  const { t } = reader
  const declared = sources.filter(({ kind }) => kind === 'declaration')
  return (
    <>
      <PageHeading>{t('registry.sources.title')}</PageHeading>
      <SourceTable network={network} sources={sources.filter(({ kind }) => kind !== 'declaration')} />
      {declared.length === 0 ? null : (
        <Section id="declared" title={t('registry.sources.declared')} aside={String(declared.length)}>
          {[...Map.groupBy(declared, ({ publisher }) => publisher)].map(([publisher, theirs]) => (
            <details key={publisher} class="more">
              <summary>{t('registry.sources.declaredBy', { publisher, count: theirs.length })}</summary>
              <SourceTable network={network} sources={theirs} />
            </details>
          ))}
        </Section>
      )}
    </>
  )
}

function SourceTable({ network, sources }: SourcesPageProps) {
  const reader = useReader()
  const { t } = reader
  if (sources.length === 0) return null
  return (
    <DataTable
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
              <Passage text={source.title} as="span" tags={false} />
            </a>
          ),
        },
        {
          key: 'kind',
          label: t('registry.sources.kind'),
          cell: (source) => <SourceKind kind={source.kind} />,
        },
        { key: 'publisher', label: t('registry.sources.publisher'), cell: (source) => source.publisher },
        {
          key: 'date',
          label: t('registry.sources.date'),
          cell: (source) => (source.published ? <FuzzyDate {...dateWords(reader, source.published)} /> : ''),
        },
        {
          key: 'text',
          label: t('registry.sources.text'),
          cell: (source) => t(source.isHeld ? 'registry.sources.held' : 'registry.sources.notHeld'),
        },
      ]}
    />
  )
}

const kinds = [...sourceKinds, 'declaration'] as const

/** The kind of a source in words; nothing for a kind that has none. */
export function SourceKind({ kind }: { kind: string }) {
  const reader = useReader()
  const known = kinds.find((each) => each === kind)
  return known ? reader.t(`registry.sourceKind.${known}`) : null
}
