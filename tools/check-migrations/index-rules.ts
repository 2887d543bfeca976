import { type Fields, isFields, lastName, listOf, type SqlNode, textOf } from './sql-nodes.ts'
import { collationFault, type SqlFinding } from './statement-rules.ts'

/** Columns by `table.column` that can have a GIN index in every engine: arrays and jsonb. */
export type GinColumns = Set<string>

/** Checks one index, given the columns known so far. */
export function checkIndex({ fields, line }: SqlNode, ginColumns: GinColumns): SqlFinding[] {
  const params = listOf(fields.indexParams)
  const method = textOf(fields.accessMethod)
  const faults = [
    ['btree', 'gin', ''].includes(method) ? undefined : `no ${method} indexes`,
    method === 'gin' ? ginFault(fields, params, ginColumns) : undefined,
    fields.nulls_not_distinct === true ? 'NULLS NOT DISTINCT is lacking on distributed engines' : undefined,
    ...params.map(operatorFault),
    ...params.map((param) => collationFault(param.collation)),
  ]
  return faults.flatMap((message) => (message === undefined ? [] : [{ line, rule: 'sql-index', message }]))
}

function ginFault(fields: Fields, params: Fields[], ginColumns: GinColumns): string | undefined {
  if (params.length !== 1) return 'a GIN index has one column: YugabyteDB takes no more'
  const column = `${tableOf(fields)}.${textOf(params[0]?.name)}`
  return ginColumns.has(column)
    ? undefined
    : `a GIN index stands on an array or jsonb column, which ${column} is not`
}

function operatorFault(param: Fields): string | undefined {
  const operators = lastName(param.opclass)
  return operators === ''
    ? undefined
    : `no operator class (${operators}): for prefixes, a column with collate "C"`
}

/** Follows what a node does to the columns: tables made, columns added, names changed. */
export function followColumns({ name, fields }: SqlNode, ginColumns: GinColumns): void {
  if (name === 'CreateStmt') note(tableOf(fields), listOf(fields.tableElts), ginColumns)
  if (name === 'AlterTableStmt') {
    const definitions = listOf(fields.cmds).map(({ def }) =>
      isFields(def) ? Object.values(def)[0] : undefined,
    )
    note(tableOf(fields), definitions.filter(isFields), ginColumns)
  }
  if (name === 'RenameStmt') rename(fields, ginColumns)
}

function note(table: string, columns: Fields[], ginColumns: GinColumns): void {
  for (const { colname, typeName } of columns) {
    if (!isFields(typeName)) continue
    const isArray = Array.isArray(typeName.arrayBounds)
    if (isArray || lastName(typeName.names) === 'jsonb') ginColumns.add(`${table}.${textOf(colname)}`)
  }
}

function rename(fields: Fields, ginColumns: GinColumns): void {
  const [table, from, to] = [tableOf(fields), textOf(fields.subname), textOf(fields.newname)]
  for (const known of [...ginColumns]) {
    const [, column = ''] = known.split('.')
    if (!known.startsWith(`${table}.`)) continue
    if (fields.renameType === 'OBJECT_TABLE') ginColumns.add(`${to}.${column}`)
    if (fields.renameType === 'OBJECT_COLUMN' && column === from) ginColumns.add(`${table}.${to}`)
  }
}

const tableOf = ({ relation }: Fields) => (isFields(relation) ? textOf(relation.relname) : '')
