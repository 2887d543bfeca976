import type { Schema } from '../../../../platform/http/api/openapi.ts'

/** What a value of a schema looks like, in a few English words: `list of Cooperation`, `one of fr, ko, en`. */
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

// Bounds that only say that a number fits a JavaScript integer say nothing to a reader.
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
