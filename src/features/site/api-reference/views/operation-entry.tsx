import { nameOf } from '../../../../platform/http/api/openapi.ts'
import type { DescribedOperation } from '../../../../platform/http/api/operation.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { ParameterTable } from './parameter-table.tsx'

interface OperationEntryProps {
  reader: Reader
  operation: DescribedOperation
  /** Slug of a network that examples can show; null when there is none yet. */
  network: string | null
}

/** One address of the API: what it answers and what it takes. */
export function OperationEntry({ reader, operation, network }: OperationEntryProps) {
  const english = languageAttributes(reader, 'en')
  const { id, path, summary, description, media, answer } = operation
  const example = exampleOf(path, network)
  return (
    <>
      <h3 id={`api-${id}`}>
        <code>GET /api/v1{path}</code>
      </h3>
      <p {...english}>{summary}</p>
      {description ? <p {...english}>{description}</p> : null}
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
      <ParameterTable reader={reader} operation={operation} />
    </>
  )
}

// What is named by the last part of its path differs from one server to the next.
function exampleOf(path: string, network: string | null): string | null {
  if (path.includes('{slug}') || (network === null && path.includes('{network}'))) return null
  return `/api/v1${path.replace('{network}', network ?? '')}`
}
