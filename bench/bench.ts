// Measures the project's promises of speed on this machine: `npm run bench`, or `npm run bench <name>` for one of them.
import { accessSync, constants } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAssignment } from './assignment.ts'
import { measureBriefs } from './briefs.ts'
import { measureCachedPage } from './cached-page.ts'
import { measureCalendar } from './calendar.ts'
import { measureCalendarImport } from './calendar-import.ts'
import { measureDrawnAgenda, measureDrawnPage, measurePracticePages } from './drawn-page.ts'
import { measureEditing } from './editing.ts'
import { measureFeeds, measureKeptFeeds } from './feeds.ts'
import { type Fixtures, openFixtures } from './fixtures/open-fixtures.ts'
import { measureImporting } from './importing.ts'
import { measureNewsletter } from './newsletter.ts'
import { measurePractices } from './practices.ts'
import type { Row } from './report/row.ts'
import { drawTable } from './report/table.ts'
import { measureReports } from './reports.ts'
import { measureSearch } from './search.ts'
import { measureStart } from './start.ts'
import { measureSuggestions } from './suggestions.ts'
import { measureWeight } from './weight.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

const benches: Record<string, (grounds: Fixtures) => Promise<Row[]>> = {
  start: measureStart,
  weight: measureWeight,
  cached: measureCachedPage,
  drawn: measureDrawnPage,
  'drawn-agenda': measureDrawnAgenda,
  search: (grounds) => measureSearch(grounds, 'organisations', say),
  assignment: measureAssignment,
  editing: measureEditing,
  import: measureImporting,
  calendar: measureCalendar,
  'calendar-import': measureCalendarImport,
  feeds: measureFeeds,
  'cached-feeds': measureKeptFeeds,
  newsletter: measureNewsletter,
  suggestions: measureSuggestions,
  practices: measurePractices,
  'drawn-practices': measurePracticePages,
  report: async (grounds) => [...(await measureBriefs(grounds)), ...(await measureReports(grounds))],
  'search-large': (grounds) => measureSearch(grounds, 'large', say),
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.find((name) => !Object.hasOwn(benches, name))
if (unknown !== undefined) {
  say(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
if (!isOnPath('wrk')) {
  say('The bench needs wrk, which is missing: install the Debian package wrk')
  process.exit(1)
}
// What was started ends with this process, see load/site.ts.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.exitCode = await run(positionals.length > 0 ? positionals : Object.keys(benches))

async function run(names: string[]): Promise<number> {
  const startedAt = performance.now()
  const machine = `${availableParallelism()} processors, Node ${process.versions.node}, load before ${loadavg()[0]?.toFixed(1)}`
  const grounds = await openFixtures(say)
  const rows: Row[] = []
  try {
    for (const name of names) {
      say(`Measuring: ${name}`)
      rows.push(...((await benches[name]?.(grounds)) ?? []))
    }
  } finally {
    await grounds.remove()
  }
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1)
  const isShort = rows.some(({ verdict }) => verdict === 'SHORT')
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ machine, minutes: Number(minutes), rows }, null, 2)}\n`
      : `${drawTable(rows)}\n${machine}, ${minutes} minutes\n`,
  )
  return isShort ? 1 : 0
}

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
