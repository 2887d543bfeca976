import type { Schema } from '../../../../platform/http/api/openapi.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { typeWords } from './type-words.ts'

interface RecordEntryProps {
  name: string
  schema: Schema
}

/** One kind of record: its fields, what each holds; only the words for what is no object with fields. */
export function RecordEntry({ name, schema }: RecordEntryProps) {
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
