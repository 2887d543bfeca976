import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import { callContext } from '../../../platform/http/api/call-context.ts'
import { describeRecords, type Schema } from '../../../platform/http/api/openapi.ts'
import type { DescribedOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { personOf } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import {
  interfaceLanguages,
  isInterfaceLanguage,
  negotiateLanguage,
} from '../../../platform/i18n/languages.ts'
import { anyReader, type Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { AccountLink } from '../../../ui/shell/account-link.tsx'
import { page } from '../../../ui/shell/shell.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { listNetworks } from '../../networks/index.ts'
import { OperationEntry, typeWords } from './operation-entry.tsx'

const path = '/api/docs'

/** The API for people: one address, in the requested language or else in that of the browser. */
export function addReferenceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(path, async ({ request, reply }) => {
    const asked = parameterOf(request.query, 'language') ?? ''
    const negotiated = negotiateLanguage(parameterOf(request.headers, 'accept-language'))
    const language = isInterfaceLanguage(asked) ? asked : negotiated
    const today = application.settings.now ?? dayOf(application.clock)
    const reader: Reader = {
      ...anyReader(language, application.translate(language), today),
      ...personOf(request),
    }
    const { baseUrl } = application.settings
    const [network] = await listNetworks(callContext(application))
    const html = page({
      reader,
      assets: { ...application.assets, fonts: application.assets.fonts[language] ?? [] },
      title: reader.t('site.api.title'),
      description: reader.t('site.api.lead'),
      addresses: Object.fromEntries(
        interfaceLanguages.map((each) => [each, `${baseUrl}${path}?language=${each}`]),
      ),
      canonical: `${baseUrl}${path}`,
      account: <AccountLink path={path} />,
      children: <ApiPage operations={request.server.operations} network={network?.slug ?? null} />,
    })
    reply.header('vary', 'accept-language').header('cache-control', 'no-cache')
    return reply.type('text/html; charset=utf-8').send(html)
  })
}

interface ApiPageProps {
  operations: DescribedOperation[]
  /** Slug of a network for examples; null if there is none yet. */
  network: string | null
}

/** The operations of the API, address by address, and the records they return. Technical words are in English. */
function ApiPage({ operations, network }: ApiPageProps) {
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
        <Section key={tag} id={`api-tag-${tag}`} title={tagTitle(reader, tag)}>
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

interface RecordEntryProps {
  name: string
  schema: Schema
}

/** One kind of record with its fields; only the words for what is no object with fields. */
function RecordEntry({ name, schema }: RecordEntryProps) {
  const reader = useReader()
  const english = languageAttributes(reader, 'en')
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, shape]) =>
    typeof shape === 'boolean' ? [] : [{ field, shape }],
  )
  return (
    <>
      <h3 id={`record-${name}`}>
        <code>{name}</code>
      </h3>
      {fields.length === 0 ? (
        <p {...english}>{typeWords(schema)}</p>
      ) : (
        <DataTable
          caption={name}
          captionHidden
          rows={fields}
          rowKey={({ field }) => field}
          columns={[
            {
              key: 'name',
              label: reader.t('site.api.name'),
              header: true,
              cell: ({ field }) => <code>{field}</code>,
            },
            {
              key: 'holds',
              label: reader.t('site.api.holds'),
              cell: ({ shape }) => <span {...english}>{typeWords(shape)}</span>,
            },
            {
              key: 'meaning',
              label: reader.t('site.api.meaning'),
              wide: true,
              cell: ({ shape }) => <span {...english}>{shape.description ?? ''}</span>,
            },
          ]}
        />
      )}
    </>
  )
}
