import { projectChecks } from './check/checks.ts'
import { type Result, resultTable, timed } from './check/outcome.ts'
import { readProject } from './project/read-project.ts'

// One after the other: they share the processors anyway, and their output stays in order.
const results: Result[] = []
for (const check of projectChecks(readProject(process.cwd()))) {
  const result = await timed(check)
  if (result.output !== '') console.log(`${result.output}\n`)
  results.push(result)
}
console.log(resultTable(results))
if (results.some(({ findings }) => findings > 0)) process.exitCode = 1
