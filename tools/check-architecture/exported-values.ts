import { type Declaration, type Expression, Visitor } from 'oxc-parser'
import type { Module } from '../project/module.ts'

export interface ExportedValue {
  /** `default` for a default export. */
  name: string
  line: number
  /** False for a constant that is visibly no function. */
  isFunction: boolean
}

/** The values that a module exports under a name or as default; types are left out. */
export function exportedValues(module: Module): ExportedValue[] {
  const found: ExportedValue[] = []
  const add = (name: string, start: number, isFunction = true) =>
    found.push({ name, line: module.lineAt(start), isFunction })
  new Visitor({
    ExportDefaultDeclaration: ({ start }) => void add('default', start),
    ExportNamedDeclaration: ({ declaration, specifiers, exportKind }) => {
      if (exportKind === 'type') return
      if (declaration) addDeclaration(declaration, add)
      for (const { exported, exportKind: kind, start } of specifiers) {
        if (kind !== 'type') add(exported.type === 'Literal' ? exported.value : exported.name, start)
      }
    },
  }).visit(module.program)
  return found
}

function addDeclaration(
  node: Declaration,
  add: (name: string, start: number, isFunction?: boolean) => void,
): void {
  if (node.type === 'FunctionDeclaration' && node.id) add(node.id.name, node.start)
  if (node.type === 'ClassDeclaration' && node.id) add(node.id.name, node.start, false)
  if (node.type !== 'VariableDeclaration') return
  for (const { id, init, start } of node.declarations) {
    if (id.type === 'Identifier') add(id.name, start, init !== null && mayBeFunction(init))
  }
}

const plain = ['Literal', 'TemplateLiteral', 'ObjectExpression', 'ArrayExpression', 'NewExpression']

function mayBeFunction(init: Expression): boolean {
  if (init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression')
    return mayBeFunction(init.expression)
  return !plain.includes(init.type)
}
