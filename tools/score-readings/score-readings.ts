import { parseArgs } from 'node:util'
import { dayOf, systemClock } from '../../src/platform/context/clock.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { listReadings } from './list-readings.ts'
import { f1, type Measure, sum } from './score.ts'
import { mean, scoreText, type TextScore } from './score-text.ts'

const { values, positionals } = parseArgs({
  options: { aside: { type: 'boolean', default: false }, data: { type: 'string' } },
  allowPositionals: true,
})
const readings = listReadings(values.aside ? 'aside' : 'open', positionals)
if (readings.length === 0) throw new Error('No text has such a name')

const settings = readSettings(values.data === undefined ? {} : { DATA_DIR: values.data })
const { connection, close } = await openDatabase(settings)
const context = {
  actor: { kind: 'operator' },
  clock: systemClock,
  database: connection,
  today: dayOf(systemClock),
} as const
const scored: TextScore[] = []
for (const reading of readings) {
  const score = await scoreText(context, reading)
  scored.push(score)
  const worst = Object.entries(score.scores).sort(([, a], [, b]) => f1(a) - f1(b))[0]
  // What is set aside is scored, not looked at: its names and its worst measures would be a look.
  if (!values.aside)
    say(`${percent(score.mean)}  ${score.name}  (${worst?.[0]} ${percent(worst ? f1(worst[1]) : 1)})`)
}
await close()

for (const name of new Set(scored.flatMap(({ scores }) => Object.keys(scores)))) {
  const measures = scored.flatMap(({ scores }): Measure[] => {
    const measure = scores[name]
    return measure ? [measure] : []
  })
  const all = sum(measures)
  say(
    `${name.padEnd(12)} mean ${percent(mean(measures.map(f1)))}  of all ${percent(f1(all))}  (${all.hit} right of ${all.read} read, ${all.wanted} to be found)`,
  )
}
const means = scored.map((score) => score.mean)
say(`quotations that stand nowhere: ${scored.flatMap(({ astray }) => astray).length}`)
say(`${scored.length} texts: mean ${percent(mean(means))}, worst ${percent(Math.min(...means))}`)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0).padStart(3)} %`
}
