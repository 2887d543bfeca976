import { posix } from 'node:path'
import { Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { countLines } from '../project/lines.ts'
import { isTest, type Module } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { withoutExceptions } from './exceptions.ts'
import { projectEdges } from './resolve.ts'
import { writesByHand } from './table-writes.ts'

// What the pieces of the house do for every noun, and what a noun does instead of writing it.
const byHand: [RegExp, string][] = [
  [/(?:^|\/)links(?:\/|\.[a-z]+\.tsx?$)/, '`secretLinks` makes, finds and ends links'],
  [/(?:^|\/)notifications(?:\/|\.[a-z]+\.tsx?$)/, '`notify` writes to people: say in mails.ts what'],
  [/(?:^|\/)(?:(?:[a-z0-9-]+\.)?|list-)filter\.ts$/, '`listFilter` reads what a list is narrowed by'],
  [/(?:^|\/)(?:[a-z0-9-]+\.)?(?:request|call)\.ts$/, 'put what opens a page beside it, or into frame.tsx'],
]
const personalData = /(?:^|\/)personal-data(?:\/|\.)/
const longest = 300

/** A feature uses the pieces of the house: it writes no form, link, notice, erasure, text or filter by hand, and no file for one user. */
export function checkPieces(project: Project): Finding[] {
  const modules = project.modules.filter(({ path }) => path.startsWith('src/features/') && !isTest(path))
  return [
    ...withoutExceptions(project, 'hand-made-form', modules.flatMap(handMadeForms)),
    ...withoutExceptions(project, 'piece-by-hand', modules.flatMap(piecesByHand)),
    ...withoutExceptions(project, 'sole-user', soleUsers(project)),
  ]
}

// In whichever way the status is set: `reply.code(422)`, `status: 422`, `withStatus(visit, 422)`.
function handMadeForms(module: Module): Finding[] {
  if (!module.path.endsWith('.tsx') && !/\b(?:frame|request|call)\.ts$/.test(module.path)) return []
  let line = 0
  new Visitor({
    Literal: ({ value, start }) => {
      if (value === 422) line ||= module.lineAt(start)
    },
  }).visit(module.program)
  if (line === 0) return []
  return [
    {
      file: module.path,
      line,
      rule: 'hand-made-form',
      message: 'a form is drawn again by the form page alone',
    },
  ]
}

function piecesByHand(module: Module): Finding[] {
  const { path } = module
  const inFeature = path.split('/').slice(3).join('/')
  // `eraseFrom` gets the person to erase; what people read of their data is a query like others.
  const erasesByHand = personalData.test(inFeature) && writesByHand(module).length > 0
  const message = erasesByHand
    ? '`eraseFrom` erases: name the columns to it'
    : ownsTextsByHand(module)
      ? '`textOwner` lists texts and replaces them'
      : byHand.find(([pattern]) => pattern.test(inFeature))?.[1]
  return message === undefined ? [] : [{ file: path, line: 1, rule: 'piece-by-hand', message }]
}

// An object with `listTexts` is what `textOwner` makes of a description; one that spreads such an owner changes a part of it.
function ownsTextsByHand(module: Module): boolean {
  let isByHand = false
  new Visitor({
    ObjectExpression: ({ properties }) => {
      const names = properties.map((each) =>
        each.type === 'Property' && each.key.type === 'Identifier' ? each.key.name : null,
      )
      isByHand ||= names.includes('listTexts') && properties.every(({ type }) => type === 'Property')
    },
  }).visit(module.program)
  return isByHand
}

/**
 * What a single page uses, its views, its request, its form, is in the file of that page, as long as both fit into one. `feature.ts` and
 * `index.ts` only list what a feature shows on pages of others.
 */
function soleUsers(project: Project): Finding[] {
  const users = new Map<string, Set<string>>()
  for (const module of project.modules) {
    if (!module.path.startsWith('src/') || isTest(module.path)) continue
    for (const { to } of projectEdges(project, module))
      if (to !== null) users.set(to, (users.get(to) ?? new Set()).add(module.path))
  }
  const linesOf = (path: string) => countLines(project.text(path))
  return [...users].flatMap(([file, [user, ...others]]) => {
    if (user === undefined || others.length > 0 || !(isView.test(file) || isOfPage(file, user))) return []
    if (/\/(?:feature|index)\.ts$/.test(user)) return []
    if (linesOf(file) + linesOf(user) > longest) return []
    return [{ file, line: 1, rule: 'sole-user', message: `only ${user} uses it: put it there` }]
  })
}

const isView = /^src\/features\/.*\/views\/[^/]+\.tsx$/

function isOfPage(file: string, user: string): boolean {
  return (
    /^src\/features\/.*[/.](?:request|schema)\.ts$/.test(file) &&
    /[/.]pages\.tsx$/.test(user) &&
    posix.dirname(file) === posix.dirname(user)
  )
}
