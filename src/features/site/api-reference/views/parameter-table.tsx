import { type DescribedParameter, describeParameters } from '../../../../platform/http/api/openapi.ts'
import type { DescribedOperation } from '../../../../platform/http/api/operation.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { typeWords } from './type-words.ts'

interface ParameterTableProps {
  operation: DescribedOperation
}

/** What an address takes, folded until somebody wants to know; nothing when it takes nothing. */
export function ParameterTable({ operation }: ParameterTableProps) {
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
