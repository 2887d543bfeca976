import { type Argument, type ObjectProperty, type ObjectPropertyKind, Visitor } from 'oxc-parser'
import { hole, plainText, textLiterals } from '../project/literals.ts'
import type { Module } from '../project/module.ts'

export interface TableWrite {
  /** The table's name without its schema `public`; null when it is computed and cannot be read. */
  table: string | null
  line: number
}

const writers = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']
// Pieces of the platform that write the table they are bound to: `secretLinks({ table: 'agenda_poll_link', … })`.
const binders = ['secretLinks', 'confirmedLinks']
const name = `((?:"?[a-z]\\w*"?\\.)?"?[a-z]\\w*"?|${hole})`
const statements = [
  new RegExp(`\\b(?:insert|merge)\\s+into\\s+${name}`, 'gi'),
  new RegExp(`\\bupdate\\s+(?:only\\s+)?(?!set\\b)${name}(?:\\s+(?:as\\s+)?\\w+)?\\s+set\\b`, 'gi'),
  new RegExp(`\\bdelete\\s+from\\s+(?:only\\s+)?${name}`, 'gi'),
  new RegExp(`\\btruncate\\s+(?:table\\s+)?(?:only\\s+)?${name}`, 'gi'),
]

/** Every table that a module writes to: by hand, by a list for `eraseFrom` or `textOwner`, or by links that are bound to it. */
export function tableWrites(module: Module): TableWrite[] {
  return [...writesByHand(module), ...writesByPieces(module), ...ownedTexts(module)].sort(
    (a, b) => a.line - b.line,
  )
}

/** Every table that a module writes to by Kysely or by SQL text. */
export function writesByHand(module: Module): TableWrite[] {
  return [...kyselyWrites(module), ...textWrites(module)].sort((a, b) => a.line - b.line)
}

// A piece of the platform is told its tables where it is called, so that it can be read here whose tables they are.
function writesByPieces(module: Module): TableWrite[] {
  const found: TableWrite[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [first, , third], start }) => {
      if (callee.type !== 'Identifier') return
      const told = callee.name === 'eraseFrom' ? listed(third) : binders.includes(callee.name) ? [first] : []
      for (const each of told)
        found.push({ table: each ? tableIn(each) : null, line: module.lineAt(each?.start ?? start) })
    },
  }).visit(module.program)
  return found
}

const listed = (tables: Argument | undefined) =>
  tables?.type === 'ArrayExpression' ? tables.elements : [null]

function tableIn(node: Argument): string | null {
  if (node.type !== 'ObjectExpression') return null
  const named = node.properties.find(namesTable)
  return named === undefined ? null : plainText(named.value)
}

// A table with texts may be named outside of the call, for several lists of fields: each `table` of the file counts.
function ownedTexts(module: Module): TableWrite[] {
  const found: TableWrite[] = []
  let ownsTexts = false
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier' && callee.name === 'textOwner') ownsTexts = true
    },
    ObjectExpression: ({ properties }) => {
      for (const { value, start } of properties.filter(namesTable))
        found.push({ table: plainText(value), line: module.lineAt(start) })
    },
  }).visit(module.program)
  return ownsTexts ? found : []
}

const namesTable = (property: ObjectPropertyKind): property is ObjectProperty =>
  property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'table'

function kyselyWrites(module: Module): TableWrite[] {
  const found: TableWrite[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [table], start }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!writers.includes(callee.property.name) || table === undefined) return
      const line = module.lineAt(callee.property.start ?? start)
      for (const text of tableNames(table)) found.push({ table: text === null ? null : bareName(text), line })
    },
  }).visit(module.program)
  return found
}

function tableNames(node: Argument): (string | null)[] {
  if (node.type !== 'ArrayExpression') return [plainText(node)]
  return node.elements.map((element) => (element === null ? null : plainText(element)))
}

function textWrites(module: Module): TableWrite[] {
  return textLiterals(module).flatMap(({ text, line, tag }) => {
    const matches = statements.flatMap((statement) => [...text.matchAll(statement)])
    const tables = matches.map((match) => match[1] ?? '')
    // In a sentence "delete from the list" names no table: outside sql`…` a table shows by its underscore.
    const meant = tag.startsWith('sql') ? tables : tables.filter((table) => /[a-z]_[a-z]/.test(table))
    return meant.map((table) => ({ table: table === hole ? null : bareName(table), line }))
  })
}

const bareName = (table: string) =>
  table
    .trim()
    .replace(/\s.*$/s, '')
    .replaceAll('"', '')
    .replace(/^public\./, '')
