import { loadModule, parseSync, SqlError } from 'libpg-query'
import { createLineFinder } from '../project/lines.ts'

export type Fields = Readonly<Record<string, unknown>>

/** One node of PostgreSQL's own syntax tree, under the name of its kind (`IndexStmt`) or of its place (`typeName`). */
export interface SqlNode {
  name: string
  fields: Fields
  line: number
}

/** Every node of every statement of a text, outermost first. A text that PostgreSQL does not read throws an SqlFault. */
export async function readSql(text: string): Promise<SqlNode[]> {
  await loadModule()
  // PostgreSQL counts bytes: one character a byte makes its offsets fit.
  const bytes = Buffer.from(text).toString('latin1')
  const lineAt = createLineFinder(bytes)
  const { stmts = [] } = parse(text, lineAt)
  return stmts.flatMap(({ stmt, stmt_location: start = 0 }) => {
    const [blank = ''] = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(bytes.slice(start)) ?? []
    return collect('statement', stmt, start + blank.length).map(({ offset, ...node }) => ({
      ...node,
      line: lineAt(offset),
    }))
  })
}

export class SqlFault extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

function parse(text: string, lineAt: (offset: number) => number) {
  try {
    return parseSync(text)
  } catch (error) {
    if (!(error instanceof SqlError)) throw error
    throw new SqlFault(error.message, lineAt(error.sqlDetails?.cursorPosition ?? 0))
  }
}

interface PlacedNode {
  name: string
  fields: Fields
  offset: number
}

function collect(name: string, value: unknown, inherited: number): PlacedNode[] {
  if (Array.isArray(value)) return value.flatMap((element) => collect(name, element, inherited))
  if (!isFields(value)) return []
  const [only, ...others] = Object.entries(value)
  // Nodes of several possible kinds are wrapped: { "IndexStmt": { … } }.
  if (only && others.length === 0 && /^[A-Z]/.test(only[0])) return collect(only[0], only[1], inherited)
  const offset = typeof value.location === 'number' ? value.location : inherited
  return [
    { name, fields: value, offset },
    ...Object.entries(value).flatMap(([key, inner]) => collect(key, inner, offset)),
  ]
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The elements of a list field, each without its wrapper; none when the field is absent. */
export function listOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return []
  return value.filter(isFields).map((element) => {
    const [inner] = Object.values(element)
    return isFields(inner) ? inner : element
  })
}

/** The last part of a possibly qualified name: `pg_catalog.int4` → `int4`. */
export function lastName(value: unknown): string {
  const name = listOf(value).at(-1)?.sval
  return typeof name === 'string' ? name : ''
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
