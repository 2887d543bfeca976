import { describeRefusals, nameOf } from '../../../../platform/http/api/openapi.ts'
import type { DescribedOperation, DescribedWriting } from '../../../../platform/http/api/operation.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { ParameterTable } from './parameter-table.tsx'

interface OperationEntryProps {
  operation: DescribedOperation
  /** Slug of a network that examples can show; null when there is none yet. */
  network: string | null
}

/** One thing that programs may do at an address: what it takes, what it answers and how it refuses. */
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

// What is named by the last part of its path differs from one server to the next.
function exampleOf(path: string, network: string | null): string | null {
  if (path.includes('{slug}') || (network === null && path.includes('{network}'))) return null
  return `/api/v1${path.replace('{network}', network ?? '')}`
}
