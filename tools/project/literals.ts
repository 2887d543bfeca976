import { type Expression, type TemplateLiteral, Visitor } from 'oxc-parser'
import type { Module } from './module.ts'

/** Replaces each expression of a template in its text. */
export const hole = '\uFFFC'

export interface TextLiteral {
  /** The text; in a template, `hole` replaces each expression (a table named by `sql.table('x')` is put in). */
  text: string
  line: number
  /** The tag of a tagged template (`sql`), or an empty string. */
  tag: string
}

/** Every string and template of a module, in the order of the source, JSX text apart. */
export function textLiterals(module: Module): TextLiteral[] {
  const found: TextLiteral[] = []
  const tags = new Map<number, string>()
  const add = (text: string, start: number, tag = '') => found.push({ text, line: module.lineAt(start), tag })
  new Visitor({
    TaggedTemplateExpression: ({ tag, quasi }) =>
      void tags.set(quasi.start, module.text.slice(tag.start, tag.end)),
    TemplateLiteral: (node) => void add(templateText(node), node.start, tags.get(node.start)),
    Literal: ({ value, start }) => {
      if (typeof value === 'string') add(value, start)
    },
  }).visit(module.program)
  return found
}

/** A string written out in full, or null when it depends on anything. */
export function plainText(node: Expression | { type: 'SpreadElement' }): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return node.type === 'TemplateLiteral' && node.expressions.length === 0 ? templateText(node) : null
}

function templateText({ quasis, expressions }: TemplateLiteral): string {
  return quasis
    .map(({ value }, index) => {
      const expression = expressions[index]
      return (value.cooked ?? value.raw) + (expression ? (namedTable(expression) ?? hole) : '')
    })
    .join('')
}

function namedTable(node: Expression): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  const { object, property } = node.callee
  if (object.type !== 'Identifier' || object.name !== 'sql' || property.type !== 'Identifier') return null
  const [name] = node.arguments
  return name && ['table', 'ref', 'id'].includes(property.name) ? plainText(name) : null
}
