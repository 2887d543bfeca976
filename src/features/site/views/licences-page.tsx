import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Paragraphs } from './prose.tsx'

/** Where the data, the fonts and the texts come from, under which licence, and the attribution to repeat. */
export function LicencesPage({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.licences.lead')}>{t('site.licences.title')}</PageHeading>
      <Section id="data" title={t('site.licences.dataTitle')}>
        <DataTable
          reader={reader}
          caption={t('site.licences.dataTitle')}
          captionHidden
          columns={[
            { key: 'source', label: t('site.licences.source'), header: true, cell: (row) => nameOf(reader, row) },
            { key: 'use', label: t('site.licences.use'), wide: true, cell: (row) => t(row.use) },
            { key: 'licence', label: t('site.licences.licence'), cell: (row) => licenceOf(reader, row) },
          ]}
          rows={sources}
          rowKey={(row) => row.use}
        />
      </Section>
      <Text reader={reader} id="attribution" title="site.licences.attributionTitle" text="site.licences.attribution" />
      <Text reader={reader} id="groups" title="site.licences.groupsTitle" text="site.licences.groups" />
      <Text reader={reader} id="software" title="site.licences.softwareTitle" text="site.licences.software" />
    </>
  )
}

interface Source {
  /** Proper names; null for what the project made itself. */
  name: string | null
  use: PlainMessageKey
  licence: string | PlainMessageKey
}

const sources = [
  { name: 'INSEE (@etalab/decoupage-administratif)', use: 'site.licences.useInsee', licence: 'Licence Ouverte 2.0 (Etalab)' },
  { name: 'DGCL', use: 'site.licences.useDgcl', licence: 'Licence Ouverte 2.0 (Etalab)' },
  { name: 'IGN, Admin Express COG', use: 'site.licences.useIgn', licence: 'Licence Ouverte (Etalab)' },
  { name: 'GeoNames', use: 'site.licences.useGeonames', licence: 'Creative Commons Attribution 4.0 (CC BY 4.0)' },
  { name: 'Unicode CLDR', use: 'site.licences.useCldr', licence: 'Unicode License v3, © 1991–2024 Unicode, Inc.' },
  { name: 'iso-3166', use: 'site.licences.useIso', licence: 'MIT, © Titus Wormer' },
  { name: null, use: 'site.licences.useKorea', licence: 'site.licences.asSoftware' },
  { name: 'Natural Earth (world-atlas)', use: 'site.licences.useMap', licence: 'site.licences.publicDomain' },
  { name: 'Pretendard', use: 'site.licences.useFont', licence: 'SIL Open Font License 1.1' },
] as const satisfies Source[]

function nameOf({ t }: Reader, { name }: (typeof sources)[number]) {
  return name === null ? t('site.licences.ownTable') : <span lang="en">{name}</span>
}

function licenceOf({ t }: Reader, { licence }: (typeof sources)[number]) {
  if (licence === 'site.licences.asSoftware' || licence === 'site.licences.publicDomain') return t(licence)
  return <span lang={licence.startsWith('Licence') ? 'fr' : 'en'}>{licence}</span>
}

interface TextProps {
  reader: Reader
  id: string
  title: PlainMessageKey
  text: PlainMessageKey
}

function Text({ reader, id, title, text }: TextProps) {
  return (
    <Section id={id} title={reader.t(title)}>
      <div class="prose">
        <Paragraphs reader={reader} keys={[text]} />
      </div>
    </Section>
  )
}
