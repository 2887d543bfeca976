import { Visitor } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { hole, textLiterals } from '../project/literals.ts'
import { isTest, type Module } from '../project/module.ts'
import { isInFolders, type Project } from '../project/project.ts'

const anywhere = /\bpg_(?:(?:try_)?advisory\w*|notify)\b/i
const asStatement = new RegExp(`(?:^|;)\\s*(?:listen|unlisten|notify)\\s+(?:["*\\w]|${hole})`, 'i')

/** SQL in the code that depends on what distributed engines lack: LISTEN, NOTIFY and advisory locks. */
export function checkSqlInSource(project: Project): Finding[] {
  const modules = project.modules.filter(({ path }) => isInFolders(path, ['src']) && !isTest(path))
  return modules.flatMap((module) => {
    const statements = statementLines(module)
    return textLiterals(module)
      .filter(({ text, tag, line }) => {
        const isSql = tag.startsWith('sql') || statements.has(line)
        return anywhere.test(text) || (isSql && asStatement.test(text))
      })
      .map(({ text, line }) => ({
        file: module.path,
        line,
        rule: 'sql-portable',
        message: `${(anywhere.exec(text)?.[0] ?? 'LISTEN or NOTIFY').trim()} is lacking on distributed engines`,
      }))
  })
}

/** The lines of texts that are given to a method which runs them as SQL. */
function statementLines(module: Module): Set<number> {
  const lines = new Set<number>()
  new Visitor({
    CallExpression: ({ callee, arguments: [text] }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !text) return
      if (['query', 'exec', 'raw', 'execute'].includes(callee.property.name))
        lines.add(module.lineAt(text.start))
    },
  }).visit(module.program)
  return lines
}
