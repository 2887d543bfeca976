import { Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { isGenerated, isTest, type Module } from '../project/module.ts'
import type { Project } from '../project/project.ts'

/** Types are proved, not asserted: `as` and `!` occur only in tests and in the seams of the platform, `any` nowhere. */
export function checkSeams(project: Project): Finding[] {
  return project.modules.filter(({ path }) => !isGenerated(path)).flatMap(assertions)
}

function assertions(module: Module): Finding[] {
  const found: Finding[] = []
  const add = (start: number, rule: string, message: string) =>
    found.push({ file: module.path, line: module.lineAt(start), rule, message })
  const isSeam = isTest(module.path) || module.path.startsWith('src/platform/')
  const assertion = (start: number, written: string) => {
    if (!isSeam)
      add(start, 'type-assertion', `${written} hides a doubt: narrow the value, or parse it at the seam`)
  }
  new Visitor({
    TSAnyKeyword: ({ start }) =>
      void add(start, 'no-any', 'any turns the compiler off: use unknown and narrow it'),
    TSAsExpression: ({ typeAnnotation: type, start, end }) => {
      const isConst = type.type === 'TSTypeReference' && module.text.slice(type.start, type.end) === 'const'
      if (!isConst) assertion(start, lastWords(module.text.slice(start, end)))
    },
    TSTypeAssertion: ({ start }) => void assertion(start, '<…>'),
    TSNonNullExpression: ({ start }) => void assertion(start, '!'),
    VariableDeclarator: ({ definite, start }) => {
      if (definite) assertion(start, '!:')
    },
    PropertyDefinition: ({ definite, start }) => {
      if (definite) assertion(start, '!:')
    },
  }).visit(module.program)
  for (const { value, start } of module.comments) {
    if (/^\W*@ts-(ignore|nocheck)/.test(value) || (/^\W*@ts-expect-error/.test(value) && !isSeam)) {
      add(start, 'type-assertion', 'the compiler is not silenced outside tests and seams')
    }
  }
  return found
}

const lastWords = (text: string) => `as${text.slice(text.lastIndexOf(' as ') + 3).replaceAll(/\s+/g, ' ')}`
