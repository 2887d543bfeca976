import { Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { isTest, type Module } from '../project/module.ts'
import { isInFolders, type Project } from '../project/project.ts'

const clockHomes = /^src\/platform\/(context|clock)(\/|\.)/
const settingsHomes = /^src\/platform\/settings(\/|\.)/

/** Nothing reads the clock or the environment by itself: both come with the context and the settings. */
export function checkAmbient(project: Project): Finding[] {
  const modules = project.modules.filter(({ path }) => isInFolders(path, ['src', 'islands']) && !isTest(path))
  return modules.flatMap((module) => [
    ...(clockHomes.test(module.path) || module.path.startsWith('islands/') ? [] : clockReads(module)),
    ...(settingsHomes.test(module.path) ? [] : environmentReads(module)),
  ])
}

function clockReads(module: Module): Finding[] {
  const found: number[] = []
  new Visitor({
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) found.push(start)
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date') found.push(start)
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      if (['Date.now', 'Temporal.Now'].includes(`${object.name}.${property.name}`)) found.push(start)
    },
  }).visit(module.program)
  return found.map((start) => ({
    file: module.path,
    line: module.lineAt(start),
    rule: 'clock',
    message: 'the clock is read from the context alone',
  }))
}

function environmentReads(module: Module): Finding[] {
  const found: number[] = []
  new Visitor({
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || object.name !== 'process') return
      if (property.type === 'Identifier' ? property.name === 'env' : isEnv(property)) found.push(start)
    },
    VariableDeclarator: ({ id, init, start }) => {
      if (init?.type !== 'Identifier' || init.name !== 'process' || id.type !== 'ObjectPattern') return
      if (id.properties.some((part) => part.type === 'Property' && isEnv(part.key))) found.push(start)
    },
    ImportDeclaration: ({ source, specifiers, start }) => {
      if (!/^(node:)?process$/.test(source.value)) return
      if (specifiers.some((part) => part.type === 'ImportSpecifier' && isEnv(part.imported)))
        found.push(start)
    },
  }).visit(module.program)
  return found.map((start) => ({
    file: module.path,
    line: module.lineAt(start),
    rule: 'environment',
    message: 'the environment is read by platform/settings alone',
  }))
}

const isEnv = (node: { type: string; name?: unknown; value?: unknown }) =>
  node.name === 'env' || node.value === 'env'
