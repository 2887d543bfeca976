import { Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { isTest, type Module } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { isSubject, isView, kindOfFile, type Place, placeInFeature, sqlFileKind } from './layout.ts'
import { projectEdges } from './resolve.ts'
import { tableWrites } from './table-writes.ts'

const queryBuilders = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']
const withoutSql = [
  'index.ts',
  'pages.tsx',
  'api.ts',
  'paths.ts',
  'fields.ts',
  'schema.ts',
  'policy.ts',
  'mails.ts',
]

/** Routes connect, queries read, commands change; a table is written only where its name says. */
export function checkDatabaseAccess(project: Project): Finding[] {
  const modules = project.modules.filter(({ path }) => path.startsWith('src/') && !isTest(path))
  return modules.flatMap((module) => [
    ...sqlOutOfPlace(module),
    ...writesInQueries(module),
    ...writesAwayFromHome(module),
    ...impureSubjects(project, module),
  ])
}

function sqlOutOfPlace(module: Module): Finding[] {
  const place = placeInFeature(module.path)
  if (
    place === null ||
    !(
      place.folder !== null ||
      withoutSql.includes(kindOfFile(place.file)) ||
      isSubject(place) ||
      isView(place)
    )
  )
    return []
  return sqlUses(module).map((line) => ({
    file: module.path,
    line,
    rule: 'sql-place',
    message: `no SQL here: reading belongs in queries.ts of ${place.feature}, changing in its commands.ts`,
  }))
}

function sqlUses(module: Module): number[] {
  const lines: number[] = []
  const add = (start: number) => lines.push(module.lineAt(start))
  new Visitor({
    TaggedTemplateExpression: ({ tag, start }) => {
      if (tag.type === 'Identifier' && tag.name === 'sql') add(start)
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type === 'Identifier' && object.name === 'sql') add(start)
      else if (property.type === 'Identifier' && queryBuilders.includes(property.name)) add(property.start)
    },
    CallExpression: ({ callee }) => {
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
        if (callee.property.name === 'query') add(callee.property.start)
      }
    },
  }).visit(module.program)
  return lines
}

function writesInQueries(module: Module): Finding[] {
  const place = placeInFeature(module.path)
  if (place === null || sqlFileKind(place.file) !== 'queries') return []
  return tableWrites(module).map(({ line }) => ({
    file: module.path,
    line,
    rule: 'queries-read',
    message: 'a query changes nothing: write in commands.ts',
  }))
}

function writesAwayFromHome(module: Module): Finding[] {
  const place = placeInFeature(module.path)
  const inPlatform = module.path.startsWith('src/platform/')
  return tableWrites(module).flatMap(({ table, line }): Finding[] => {
    const finding = (message: string) => [{ file: module.path, line, rule: 'table-owner', message }]
    // The platform moves whole databases (backup, restore) and may compute names; features may not.
    if (table === null)
      return inPlatform ? [] : finding('name the written table as a literal, so that its owner shows')
    if (isHome(table, place, inPlatform)) return []
    const home = inPlatform ? 'platform_…' : place ? `${prefixOf(place)}…` : 'nothing'
    return finding(
      `${table} is written only by the feature whose name it begins with; here one writes ${home}`,
    )
  })
}

function isHome(table: string, place: Place | null, inPlatform: boolean): boolean {
  if (inPlatform) return table.startsWith('platform_') || table.startsWith('pgboss.')
  return place !== null && table.startsWith(prefixOf(place))
}

const prefixOf = ({ feature }: Place) => `${feature.replaceAll('-', '_')}_`

function impureSubjects(project: Project, module: Module): Finding[] {
  const place = placeInFeature(module.path)
  if (place === null || !isSubject(place)) return []
  return projectEdges(project, module)
    .filter(({ to }) => to !== null && /^src\/platform\/(database|http)(\/|\.)/.test(to))
    .map(({ line, to }) => ({
      file: module.path,
      line,
      rule: 'pure-subject',
      message: `${place.file} is pure domain logic: it knows neither the database nor HTTP (${to})`,
    }))
}
