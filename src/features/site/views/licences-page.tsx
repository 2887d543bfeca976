import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { type DataSource, dataSources } from '../data-sources.ts'
import { Paragraphs } from './prose.tsx'

/** The sources of the data, the fonts and the texts, their licences, and the attribution to repeat. */
export function LicencesPage() {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('site.licences.lead')}>{t('site.licences.title')}</PageHeading>
      <Section id="data" title={t('site.licences.dataTitle')}>
        <DataTable
          caption={t('site.licences.dataTitle')}
          captionHidden
          columns={[
            {
              key: 'source',
              label: t('site.licences.source'),
              header: true,
              cell: (row) => <SourceName source={row} />,
            },
            { key: 'use', label: t('site.licences.use'), wide: true, cell: (row) => t(row.use) },
            {
              key: 'licence',
              label: t('site.licences.licence'),
              cell: (row) => <LicenceName source={row} />,
            },
          ]}
          rows={[...dataSources]}
          rowKey={(row) => row.use}
        />
      </Section>
      <Text id="attribution" title="site.licences.attributionTitle" text="site.licences.attribution" />
      <Text id="groups" title="site.licences.groupsTitle" text="site.licences.groups" />
      <Text id="software" title="site.licences.softwareTitle" text="site.licences.software" />
    </>
  )
}

interface SourceProps {
  source: DataSource
}

function SourceName({ source: { name, href } }: SourceProps) {
  const reader = useReader()
  if (name === null) return <>{reader.t('site.licences.ownTable')}</>
  return (
    <a href={href} translate={false}>
      {name}
    </a>
  )
}

function LicenceName({ source: { licence } }: SourceProps) {
  const reader = useReader()
  if (licence === 'ours') return <>{reader.t('site.licences.asSoftware')}</>
  if (licence === 'publicDomain') return <>{reader.t('site.licences.publicDomain')}</>
  return (
    <a href={licence.href} lang={licence.language} translate={false}>
      {licence.name}
    </a>
  )
}

interface TextProps {
  id: string
  title: PlainMessageKey
  text: PlainMessageKey
}

function Text({ id, title, text }: TextProps) {
  const reader = useReader()
  return (
    <Section id={id} title={reader.t(title)}>
      <div class="prose">
        <Paragraphs keys={[text]} />
      </div>
    </Section>
  )
}
