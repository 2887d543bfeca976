import { writeFileSync } from 'node:fs'
import { conclude, type Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'
import { readProject } from '../project/read-project.ts'
import { checkChecksums, checksumsFile, recordChecksums } from './checksums.ts'
import { checkIndex, followColumns, type GinColumns } from './index-rules.ts'
import { checkSqlInSource } from './sql-in-source.ts'
import { readSql, SqlFault } from './sql-nodes.ts'
import { checkNode, type SqlFinding } from './statement-rules.ts'

/**
 * Reports where migrations (and SQL in the code) ask for more than PostgreSQL-compatible distributed engines have,
 * are numbered with a gap, or changed after they were merged. Having read no migration is a finding.
 */
export async function checkMigrations(project: Project): Promise<Finding[]> {
  const names = migrationNames(project)
  if (names.length === 0) {
    return [
      { file: 'migrations', line: 1, rule: 'nothing-read', message: 'no migration was read: wrong folder?' },
    ]
  }
  const findings = [...numbering(project, names), ...checkChecksums(project), ...checkSqlInSource(project)]
  const ginColumns: GinColumns = new Set()
  for (const name of names) {
    const file = `migrations/${name}`
    const found = await checkSql(project.text(file), ginColumns)
    findings.push(...found.map((finding) => ({ file, ...finding })))
  }
  return findings
}

/** The SQL files of `migrations/` in the order in which they run. */
export function migrationNames(project: Project): string[] {
  return migrationFiles(project).filter((name) => name.endsWith('.sql'))
}

async function checkSql(sql: string, ginColumns: GinColumns): Promise<SqlFinding[]> {
  try {
    const nodes = await readSql(sql)
    if (nodes.length === 0) return [{ line: 1, rule: 'nothing-read', message: 'no statement' }]
    return nodes.flatMap((node) => {
      followColumns(node, ginColumns)
      return [...checkNode(node), ...(node.name === 'IndexStmt' ? checkIndex(node, ginColumns) : [])]
    })
  } catch (error) {
    if (!(error instanceof SqlFault)) throw error
    return [{ line: error.line, rule: 'sql-syntax', message: error.message }]
  }
}

function numbering(project: Project, names: string[]): Finding[] {
  const finding = (name: string, message: string) => {
    return { file: `migrations/${name}`, line: 1, rule: 'migration-number', message }
  }
  const strangers = migrationFiles(project).filter(
    (name) => !/^([^/]+\.sql|CHECKSUMS|README\.md)$/.test(name),
  )
  return [
    ...strangers.map((name) => finding(name, 'migrations are files NNNN-name.sql in one folder')),
    ...names.flatMap((name, index) => {
      if (!/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name))
        return [finding(name, 'a migration is called NNNN-name.sql')]
      const expected = String(index + 1).padStart(4, '0')
      return name.startsWith(expected) ? [] : [finding(name, `number ${expected} was expected here`)]
    }),
  ]
}

function migrationFiles(project: Project): string[] {
  const prefix = 'migrations/'
  return project.files.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
}

if (import.meta.main) {
  const project = readProject(process.cwd())
  const findings = await checkMigrations(project)
  if (process.argv.includes('--record') && findings.length === 0) {
    writeFileSync(checksumsFile, recordChecksums(project, migrationNames(project)))
  }
  conclude('migrations', findings)
}
