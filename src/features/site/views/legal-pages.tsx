import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { LegalNotice } from '../../../platform/settings/legal-settings.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { type DataSource, dataSources } from '../data-sources.ts'

interface LegalPageProps {
  /** The details that the body that runs the server has given. */
  legal: LegalNotice
}

/** The publisher of the site and its use of data; says plainly what the operator still has to fill in. */
export function LegalPage({ legal }: LegalPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('site.legal.lead')}>{t('site.legal.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.legal.publisherTitle')}</h2>
        <Publisher legal={legal} />
        <Paragraphs keys={['site.legal.publisherSoftware']} />
        <h2>{t('site.legal.hostTitle')}</h2>
        {legal.hosting === null ? (
          <Paragraphs keys={['site.legal.hostingMissing']} />
        ) : (
          <FactList facts={[{ term: t('site.legal.hostingIs'), detail: legal.hosting }]} />
        )}
        <Paragraphs keys={['site.legal.host']} />
        <h2>{t('site.legal.dataTitle')}</h2>
        <Paragraphs keys={['site.legal.dataAccounts', 'site.legal.dataLogs']} />
        <h2>{t('site.legal.peopleTitle')}</h2>
        <Paragraphs keys={['site.legal.people']} />
        <h2>{t('site.legal.rightsTitle')}</h2>
        <Paragraphs
          keys={['site.legal.rightsEurope', 'site.legal.rightsKorea', 'site.legal.rightsTransfer']}
        />
        <h2>{t('site.legal.contentTitle')}</h2>
        <Paragraphs keys={['site.legal.content']} />
      </div>
    </>
  )
}

const lines = [
  { said: 'publisher', term: 'site.legal.publisherIs', missing: 'site.legal.publisherName' },
  { said: 'contact', term: 'site.legal.contactIs', missing: 'site.legal.publisherReach' },
  { said: 'director', term: 'site.legal.directorIs', missing: 'site.legal.publisherDirector' },
  { said: 'privacy', term: 'site.legal.privacyIs', missing: 'site.legal.publisherPrivacy' },
] as const satisfies readonly { said: keyof LegalNotice; term: PlainMessageKey; missing: PlainMessageKey }[]

function Publisher({ legal }: LegalPageProps) {
  const { t } = useReader()
  const said = lines.flatMap(({ said: name, term }) => {
    const detail = legal[name]
    return detail === null ? [] : [{ term: t(term), detail }]
  })
  const missing = lines.filter(({ said: name }) => legal[name] === null).map((line) => line.missing)
  return (
    <>
      {said.length > 0 ? <FactList facts={said} /> : null}
      {missing.length > 0 ? (
        <Notice kind="warning">
          <p>{t('site.legal.publisherMissing')}</p>
          <Points keys={missing} />
          <p>{t('site.legal.howToFill')}</p>
        </Notice>
      ) : null}
    </>
  )
}

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

interface KeysProps {
  keys: readonly PlainMessageKey[]
}

/** One paragraph a message, which is a translator’s unit. */
export function Paragraphs({ keys }: KeysProps) {
  const reader = useReader()
  return keys.map((key) => <p key={key}>{reader.t(key)}</p>)
}

/** One point a message. */
export function Points({ keys }: KeysProps) {
  const reader = useReader()
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{reader.t(key)}</li>
      ))}
    </ul>
  )
}
