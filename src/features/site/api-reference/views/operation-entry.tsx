import { type DescribedParameter, describeParameters, nameOf } from '../../../../platform/http/api/openapi.ts'
import type { DescribedOperation } from '../../../../platform/http/api/operation.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { typeWords } from './type-words.ts'

interface OperationEntryProps {
  reader: Reader
  operation: DescribedOperation
}

/** One address of the API: what it answers and what it takes. */
export function OperationEntry({ reader, operation }: OperationEntryProps) {
  const english = languageAttributes(reader, 'en')
  const parameters = describeParameters(operation)
  const { answer } = operation
  return (
    <section aria-labelledby={`api-${operation.id}`}>
      <h3 id={`api-${operation.id}`}>
        <code>GET /api/v1{operation.path}</code>
      </h3>
      <p {...english}>{operation.summary}</p>
      {operation.description ? <p {...english}>{operation.description}</p> : null}
      {parameters.length > 0 ? (
        <DataTable<DescribedParameter>
          reader={reader}
          caption={reader.t('site.api.parameters')}
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
      ) : null}
      <p>
        {reader.t('site.api.answers')}{' '}
        {answer ? <a href={`#record-${nameOf(answer)}`}>{nameOf(answer)}</a> : <code>{operation.media}</code>}
      </p>
    </section>
  )
}
