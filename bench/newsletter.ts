import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import type { SenderTask } from './bare/bare-sender.ts'
import { buildBare } from './bare/build-bare.ts'
import type { Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { type Child, startChild } from './load/child.ts'
import { peakMb } from './load/process-stat.ts'
import { type Compared, compare, type Run, ratesInWords } from './load/rounds.ts'
import { type Sink, startLibrarySink, startPostfixSink } from './newsletter/sinks.ts'
import { type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const connections = 4
const rounds = 7
const lettersARound = 2000
const wantedRatio = 0.55
const crowds = [10_000, 100_000] as const
const mostMb = 300
/** How much more the larger crowd may take than the smaller one: as much as any process that works for longer. */
const mostGrowth = 1.25
const itemsOfIssue = 60
const drawnAgain = 10
const mostDrawingSeconds = 1

/**
 * Letters of thirty kilobytes from the database to the end of SMTP, signed and their outcomes written, against ready-made bytes that
 * nodemailer sends over as many connections; how much memory a crowd of readers takes; how soon an issue is drawn.
 */
export async function measureNewsletter({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const path = await buildBare('bare-sender')
  const rows: Row[] = []
  for (const fixture of grounds) {
    await fixture.copy('plain', 'newsletter')
    try {
      const start = () => startChild(path, [], fixture.environment('newsletter'))
      if (rows.length === 0) rows.push(...(await measureMaking(await start())))
      rows.push(...(await measureRates(fixture, await start())))
      rows.push(...(await measureCrowds(fixture, start)))
    } finally {
      await fixture.remove('newsletter')
    }
  }
  return [...rows, ...elsewhere]
}

const done = z.object({ count: z.number(), bytes: z.number(), seconds: z.number(), cpuMs: z.number() })

const ask = async (sender: Child, task: SenderTask) => done.parse(await sender.ask(task))

async function measureMaking(sender: Child): Promise<Row[]> {
  try {
    const first = await ask(sender, { work: 'draw', items: itemsOfIssue })
    const again: number[] = []
    for (let round = 0; round < drawnAgain; round++)
      again.push((await ask(sender, { work: 'draw', items: itemsOfIssue })).seconds)
    await ask(sender, { work: 'compose', count: 500 })
    const composed = await ask(sender, { work: 'compose', count: 2000 })
    return [
      row({
        what: `drawing an issue of ${itemsOfIssue} items in three languages`,
        figure: `${spreadOf(again).median.toFixed(2)} s`,
        baseline: `the first one of a process: ${first.seconds.toFixed(2)} s`,
        wanted: `< ${mostDrawingSeconds} s`,
        verdict: spreadOf(again).median < mostDrawingSeconds ? 'met' : 'SHORT',
      }),
      row({
        what: `composing a letter of ${Math.round(composed.bytes / 1000)} kB for each reader by nodemailer, which we do not`,
        figure: `${Math.round(composed.count / composed.seconds)}/s`,
        cpu: `${(composed.cpuMs / composed.count).toFixed(3)} ms`,
      }),
    ]
  } finally {
    await sender.stop()
  }
}

async function measureRates(fixture: Fixture, sender: Child): Promise<Row[]> {
  const rows: Row[] = []
  try {
    const sinks = [await startPostfixSink(findSmtpSink()), await startLibrarySink()]
    for (const sink of sinks) {
      if (sink === null) {
        rows.push(
          row({
            what: 'letters to smtp-sink',
            figure: 'not measured: the Debian package postfix is missing',
          }),
        )
        continue
      }
      try {
        rows.push(await measureRate(fixture, sender, sink))
      } finally {
        await sink.stop()
      }
    }
  } finally {
    await sender.stop()
  }
  return rows
}

async function measureRate(fixture: Fixture, sender: Child, sink: Sink): Promise<Row> {
  const own = async () => {
    await ask(sender, { work: 'prepare', count: lettersARound })
    return run(sender, sink, { work: 'deliver', url: sink.url, connections })
  }
  const readyMade = () =>
    run(sender, sink, { work: 'send ready-made', url: sink.url, connections, count: lettersARound })
  // Once without counting: code that runs for the first time is slow.
  await own()
  const { bytes } = await readyMade()
  const compared: Compared = await compare(rounds, own, readyMade)
  const kilobytes = Math.round(bytes / 1000)
  return row({
    what: `letters of ${kilobytes} kB from the database to ${sink.name}, signed, ${connections} connections`,
    database: fixture.name,
    ...ratesInWords(compared),
    baseline: `the same bytes ready-made, by nodemailer: ${ratesInWords(compared).baseline}`,
    wanted: `≥ ${wantedRatio}`,
    verdict: compared.ratio.median >= wantedRatio ? 'met' : 'SHORT',
  })
}

async function run(sender: Child, sink: Sink, task: SenderTask): Promise<Run & { bytes: number }> {
  const before = sink.cpuMs()
  const { count, seconds, cpuMs, bytes } = await ask(sender, task)
  return {
    perSecond: count / seconds,
    cpuMs: cpuMs / count,
    generatorShare: (sink.cpuMs() - before) / 1000 / seconds,
    bytes,
  }
}

/** Each crowd is written by one process and sent by another, whose memory is looked at. */
async function measureCrowds(fixture: Fixture, start: () => Promise<Child>): Promise<Row[]> {
  const sink = (await startPostfixSink(findSmtpSink())) ?? (await startLibrarySink())
  try {
    const taken: { megabytes: number; perSecond: number }[] = []
    for (const count of crowds) {
      const writer = await start()
      await ask(writer, { work: 'prepare', count })
      await writer.stop()
      const sender = await start()
      const { seconds } = await ask(sender, { work: 'deliver', url: sink.url, connections })
      taken.push({ megabytes: peakMb(sender.pid), perSecond: count / seconds })
      await sender.stop()
    }
    const [few = Number.NaN, many = Number.NaN] = taken.map(({ megabytes }) => megabytes)
    const [rateOfFew = Number.NaN, rateOfMany = Number.NaN] = taken.map(({ perSecond }) => perSecond)
    const isEmbedded = fixture.name === 'embedded'
    return [
      row({
        what: `memory (RSS, peak) of sending to ${crowds[1].toLocaleString('en-GB')} readers${isEmbedded ? ', the database in it' : ''}`,
        database: fixture.name,
        figure: `${Math.round(many)} MB`,
        baseline: `to ${crowds[0].toLocaleString('en-GB')}: ${Math.round(few)} MB`,
        wanted: `${isEmbedded ? '' : `< ${mostMb} MB, `}≤ ${mostGrowth} times`,
        verdict: (isEmbedded || many < mostMb) && many / few <= mostGrowth ? 'met' : 'SHORT',
      }),
      row({
        what: `letters to ${crowds[1].toLocaleString('en-GB')} readers`,
        database: fixture.name,
        figure: `${Math.round(rateOfMany)}/s: ${(crowds[1] / rateOfMany / 60).toFixed(1)} minutes`,
        baseline: `to ${crowds[0].toLocaleString('en-GB')}: ${Math.round(rateOfFew)}/s`,
      }),
    ]
  } finally {
    await sink.stop()
  }
}

/** Debian puts it into a folder that is not on everybody’s path. */
function findSmtpSink(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, 'smtp-sink')).find((path) => existsSync(path)) ?? null
}

const elsewhere: Row[] = [
  row({
    what: 'letters to many elsewhere, on machines of their own',
    figure: 'listmonk, by its author: 830/s',
    baseline: 'Ghost 6, prepared for a provider and not sent: 2,300/s; nodemailer, ready-made bytes: 1,500/s',
  }),
]
