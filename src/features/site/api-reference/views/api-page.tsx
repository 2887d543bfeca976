import { describeRecords } from '../../../../platform/http/api/openapi.ts'
import type { DescribedOperation } from '../../../../platform/http/api/operation.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { OperationEntry } from './operation-entry.tsx'
import { RecordEntry } from './record-entry.tsx'

interface ApiPageProps {
  operations: DescribedOperation[]
  /** Slug of a network that examples can show; null when there is none yet. */
  network: string | null
}

/** What programs may ask, address by address, and the records they get. Technical words are in English. */
export function ApiPage({ operations, network }: ApiPageProps) {
  const reader = useReader()
  const groups = Map.groupBy(operations, (operation) => operation.tag)
  return (
    <>
      <PageHeading
        lead={<p>{reader.t('site.api.lead')}</p>}
        actions={
          <a class="button" href="/api/v1/openapi.json">
            {reader.t('site.api.document')}
          </a>
        }
      >
        {reader.t('site.api.title')}
      </PageHeading>
      <div class="prose">
        <p>{reader.t('site.api.lists')}</p>
        <p>{reader.t('site.api.day')}</p>
        <p>{reader.t('site.api.errors')}</p>
        <p>
          {reader.t('site.api.tokens')}{' '}
          <a href={`/${reader.interfaceLanguage}/account#tokens`}>{reader.t('site.api.makeToken')}</a>
        </p>
        <p>{reader.t('site.api.writes')}</p>
      </div>
      {[...groups].map(([tag, members]) => (
        <Section key={tag} id={`api-${tag}`} title={tagTitle(reader, tag)}>
          {members.map((operation) => (
            <OperationEntry key={operation.id} operation={operation} network={network} />
          ))}
        </Section>
      ))}
      <Section id="api-records" title={reader.t('site.api.records')}>
        {Object.entries(describeRecords()).map(([name, schema]) => (
          <RecordEntry key={name} name={name} schema={schema} />
        ))}
      </Section>
    </>
  )
}

const tagKeys: Record<string, PlainMessageKey> = {
  networks: 'site.api.networks',
  cooperations: 'site.api.cooperations',
  exports: 'site.api.exports',
  organisations: 'site.api.organisations',
  search: 'site.api.search',
  directory: 'site.api.directory',
  suggestions: 'site.api.suggestions',
}

function tagTitle(reader: Reader, tag: string): string {
  const key = tagKeys[tag]
  return key ? reader.t(key) : tag
}
