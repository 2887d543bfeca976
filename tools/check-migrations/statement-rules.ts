import {
  allowedTypes,
  refusedAlterations,
  refusedConstraints,
  refusedFunctions,
  refusedStatements,
  refusedTypes,
} from './portable.ts'
import { type Fields, lastName, listOf, type SqlNode, textOf } from './sql-nodes.ts'

export interface SqlFinding {
  line: number
  rule: string
  message: string
}

/** What a node says that not every engine understands. Indexes have their own rules. */
export function checkNode({ name, fields, line }: SqlNode): SqlFinding[] {
  const words = [
    ['statement', refusedStatements[name]],
    ['type', /^typeName$/i.test(name) ? typeFault(fields) : undefined],
    ['collation', /^collate?Clause$|^collClause$/i.test(name) ? collationFault(fields.collname) : undefined],
    ['constraint', name === 'Constraint' ? constraintFault(fields) : undefined],
    ['table', name === 'CreateStmt' ? tableFault(fields) : undefined],
    ['table', persistenceFault(fields)],
    ['alteration', name === 'AlterTableCmd' ? refusedAlterations[textOf(fields.subtype)] : undefined],
    ['function', name === 'FuncCall' ? functionFault(fields) : undefined],
    [
      'cursor',
      name === 'DeclareCursorStmt' && isHeld(fields) ? 'no cursor outlives its transaction' : undefined,
    ],
  ] as const
  return words.flatMap(([rule, message]) =>
    message === undefined ? [] : [{ line, rule: `sql-${rule}`, message }],
  )
}

function typeFault(fields: Fields): string | undefined {
  const type = lastName(fields.names)
  if (allowedTypes.includes(type)) return undefined
  const instead = refusedTypes[type]
  return instead === undefined ? `${type} is no type that every engine has` : `not ${type}: ${instead}`
}

/** Also for index columns, whose collation is in their own list. */
export function collationFault(names: unknown): string | undefined {
  const collation = lastName(names)
  return ['', 'C', 'default'].includes(collation)
    ? undefined
    : `collation "${collation}" is not the same everywhere`
}

function constraintFault(fields: Fields): string | undefined {
  if (fields.deferrable === true || fields.initdeferred === true)
    return refusedConstraints.CONSTR_ATTR_DEFERRABLE
  if (fields.without_overlaps === true) return refusedConstraints.CONSTR_EXCLUSION
  if (fields.nulls_not_distinct === true) return 'NULLS NOT DISTINCT is lacking on distributed engines'
  return refusedConstraints[textOf(fields.contype)]
}

function tableFault(fields: Fields): string | undefined {
  if (listOf(fields.inhRelations).length > 0) return 'no table inheritance, no partitions'
  if (fields.partspec !== undefined) return 'no partitions: the engine spreads the rows'
  const elements = listOf(fields.tableElts)
  const constraints = [...elements, ...elements.flatMap((element) => listOf(element.constraints))]
  const hasKey = constraints.some(({ contype }) => contype === 'CONSTR_PRIMARY')
  return hasKey ? undefined : 'every table has a primary key'
}

function persistenceFault({ relpersistence }: Fields): string | undefined {
  if (relpersistence === 'u') return 'no unlogged tables'
  return relpersistence === 't' ? 'no temporary tables' : undefined
}

function functionFault(fields: Fields): string | undefined {
  const name = lastName(fields.funcname)
  return refusedFunctions.find(([pattern]) => pattern.test(name))?.[1]
}

/** CURSOR_OPT_HOLD in PostgreSQL's parsenodes.h. */
const isHeld = ({ options }: Fields) => typeof options === 'number' && (options & 0x20) !== 0
