import { type Argument, type Expression as Node, Visitor } from 'oxc-parser'
import { isTest, type Module } from '../project/module.ts'
import { isInFolders, type Project } from '../project/project.ts'

/** A regular expression of the source, and its first place. */
export interface Expression {
  source: string
  flags: string
  file: string
  line: number
}

/** Every regular expression of the server and of what browsers run: literals, and `new RegExp` of texts that the same file writes out. */
export function listExpressions(project: Project): Expression[] {
  const found = new Map<string, Expression>()
  for (const module of project.modules) {
    if (!isInFolders(module.path, ['src', 'islands']) || isTest(module.path)) continue
    for (const each of expressionsIn(module)) {
      const key = `/${each.source}/${each.flags}`
      if (!found.has(key)) found.set(key, each)
    }
  }
  return [...found.values()]
}

function expressionsIn(module: Module): Expression[] {
  const found: Expression[] = []
  const named = new Map<string, Node>()
  const built: { given: readonly (Argument | undefined)[]; start: number }[] = []
  const add = (source: string, flags: string, start: number) =>
    found.push({ source, flags, file: module.path, line: module.lineAt(start) })
  new Visitor({
    Literal: (node) => {
      if ('regex' in node && node.regex) add(node.regex.pattern, node.regex.flags, node.start)
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init) named.set(id.name, init)
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') built.push({ given, start })
    },
  }).visit(module.program)
  for (const { given, start } of built) {
    const [source, flags] = given
    const text = source ? writtenOut(source, named, 8) : null
    if (text !== null) add(text, flags ? (writtenOut(flags, named, 1) ?? '') : '', start)
  }
  return found
}

/** A text that names of the same file make up; null where it depends on anything else. */
function writtenOut(node: Argument, named: ReadonlyMap<string, Node>, depth: number): string | null {
  if (depth === 0) return null
  if (node.type === 'Literal') {
    if ('regex' in node && node.regex) return node.regex.pattern
    return typeof node.value === 'string' ? node.value : null
  }
  if (node.type === 'Identifier') {
    const meant = named.get(node.name)
    return meant ? writtenOut(meant, named, depth - 1) : null
  }
  if (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'source'
  )
    return writtenOut(node.object, named, depth - 1)
  if (node.type === 'TemplateLiteral') {
    const parts = node.expressions.map((each) => writtenOut(each, named, depth - 1))
    if (parts.some((part) => part === null)) return null
    return node.quasis.map(({ value }, at) => (value.cooked ?? value.raw) + (parts[at] ?? '')).join('')
  }
  return null
}
