import {
  type DescribedParameter,
  describeParameters,
  describeRefusals,
  nameOf,
  type Schema,
} from '../../../platform/http/api/openapi.ts'
import type { DescribedOperation, DescribedWriting } from '../../../platform/http/api/operation.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'

interface OperationEntryProps {
  operation: DescribedOperation
  /** Slug of a network for examples; null if there is none yet. */
  network: string | null
}

/** One operation of the API: its parameters, its answer and its refusals. */
export function OperationEntry({ operation, network }: OperationEntryProps) {
  const reader = useReader()
  const english = languageAttributes(reader, 'en')
  const { id, method, path, summary, description, media, answer, needs, writing } = operation
  const example = writing || needs ? null : exampleOf(path, network)
  return (
    <>
      <h3 id={`api-${id}`}>
        <code>
          {method} /api/v1{path}
        </code>
      </h3>
      <p {...english}>{summary}</p>
      {description ? <p {...english}>{description}</p> : null}
      {needs === null ? null : (
        <p>
          {reader.t('site.api.needs')} <code>{needs}</code>
        </p>
      )}
      {writing ? (
        <p>
          {reader.t('site.api.sends')} <a href={`#record-${nameOf(writing.body)}`}>{nameOf(writing.body)}</a>{' '}
          (<code>{writing.takes.join(', ')}</code>)
        </p>
      ) : null}
      <p>
        {reader.t('site.api.answers')}{' '}
        {answer ? <a href={`#record-${nameOf(answer)}`}>{nameOf(answer)}</a> : <code>{media}</code>}
        {example === null ? null : (
          <>
            {' · '}
            <a href={example}>{reader.t('site.api.example')}</a>
          </>
        )}
      </p>
      {writing ? <Body writing={writing} /> : null}
      <ParameterTable operation={operation} />
      <Statuses operation={operation} />
    </>
  )
}

function Body({ writing }: { writing: DescribedWriting }) {
  const reader = useReader()
  return (
    <details>
      <summary>{reader.t('site.api.example')}</summary>
      <pre class="sample">
        <code>{JSON.stringify(writing.example, null, 2)}</code>
      </pre>
    </details>
  )
}

function Statuses({ operation }: Pick<OperationEntryProps, 'operation'>) {
  const reader = useReader()
  const english = languageAttributes(reader, 'en')
  if (!operation.writing) return null
  const outcomes = Object.entries(operation.writing.outcomes)
  const statuses: [string | number, string][] = [...outcomes, ...describeRefusals(operation)]
  return (
    <details>
      <summary>{reader.t('site.api.statuses')}</summary>
      <ul>
        {statuses
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .map(([status, when]) => (
            <li key={status}>
              <code>{status}</code> <span {...english}>{when}</span>
            </li>
          ))}
      </ul>
    </details>
  )
}

// The value of a path’s last parameter differs from one server to the next.
function exampleOf(path: string, network: string | null): string | null {
  if (path.includes('{slug}') || (network === null && path.includes('{network}'))) return null
  return `/api/v1${path.replace('{network}', network ?? '')}`
}

interface ParameterTableProps {
  operation: DescribedOperation
}

/** The parameters of an operation, folded until the reader opens them; nothing if there are none. */
function ParameterTable({ operation }: ParameterTableProps) {
  const reader = useReader()
  const english = languageAttributes(reader, 'en')
  const parameters = describeParameters(operation)
  if (parameters.length === 0) return null
  return (
    <details>
      <summary>
        {reader.t('site.api.parameters')} ({parameters.length})
      </summary>
      <DataTable<DescribedParameter>
        caption={`${reader.t('site.api.parameters')}, ${operation.path}`}
        captionHidden
        rows={parameters}
        rowKey={(parameter) => parameter.name}
        columns={[
          {
            key: 'name',
            label: reader.t('site.api.name'),
            header: true,
            cell: ({ name, required }) => (
              <>
                <code>{name}</code>
                {required ? ` ${reader.t('site.api.required')}` : ''}
              </>
            ),
          },
          {
            key: 'takes',
            label: reader.t('site.api.takes'),
            cell: ({ schema }) => <span {...english}>{typeWords(schema)}</span>,
          },
          {
            key: 'meaning',
            label: reader.t('site.api.meaning'),
            wide: true,
            cell: ({ description }) => <span {...english}>{description ?? ''}</span>,
          },
        ]}
      />
    </details>
  )
}

/** The form of a value in a schema, in a few English words: `list of Cooperation`, `one of fr, ko, en`. */
export function typeWords(schema: Schema | boolean | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return 'anything'
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.map(typeWords).join(' or ')
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  if (schema.const !== undefined) return String(schema.const)
  if (schema.type === 'array') return listWords(schema.items)
  if (schema.type === 'object') return objectWords(schema)
  if (schema.type === 'integer') return numberWords(schema)
  if (schema.type === 'string') return stringFormats[schema.format ?? ''] ?? 'text'
  return typeof schema.type === 'string' ? schema.type : 'anything'
}

function listWords(items: Schema['items']): string {
  if (Array.isArray(items)) return 'list'
  const words = typeWords(items)
  return words.startsWith('one of ') ? `any of ${words.slice('one of '.length)}` : `list of ${words}`
}

function objectWords(schema: Schema): string {
  const fields = Object.keys(schema.properties ?? {})
  if (fields.length > 0) return `{ ${fields.join(', ')} }`
  return `{ …: ${typeWords(schema.additionalProperties)} }`
}

// Bounds that only keep a number within a JavaScript integer tell a reader nothing.
function numberWords({ minimum, maximum }: Schema): string {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : null
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : null
  if (least !== null && most !== null) return `whole number from ${least} to ${most}`
  return 'whole number'
}

const stringFormats: Record<string, string> = {
  date: 'day (2017-07-08)',
  'date-time': 'instant (2017-07-08T10:00:00Z)',
  uri: 'address',
  uuid: 'UUID',
}
