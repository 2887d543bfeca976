import { spawn } from 'node:child_process'
import type { Outcome } from './outcome.ts'

export interface Finished {
  exitCode: number
  output: string
}

/** Format and lint of every file that Biome reads. */
export async function checkFormat(): Promise<Outcome> {
  return readBiome(
    await run('biome', ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=100']),
  )
}

/** The compiler over the whole project. */
export async function checkTypes(): Promise<Outcome> {
  return readCompiler(await run('tsc', ['--noEmit', '--pretty', 'false', '--listFiles']))
}

/** Files, exports and packages that nothing uses. */
export async function checkUnused(): Promise<Outcome> {
  return readKnip(await run('knip', ['--no-progress', '--treat-config-hints-as-errors']))
}

export function readBiome({ exitCode, output }: Finished): Outcome {
  const counts = [...output.matchAll(/^Found (\d+) (?:errors?|warnings?)\.$/gm)].map(([, count]) =>
    Number(count),
  )
  const wasRead = /^Checked [1-9]\d* files?/m.test(output)
  return conclude(exitCode, sum(counts), wasRead, exitCode === 0 ? '' : output)
}

export function readCompiler({ exitCode, output }: Finished): Outcome {
  const lines = output.split('\n').filter((line) => line !== '')
  const isRead = (line: string) => /^(\/|[A-Z]:).*\.([cm]?tsx?|json)$/.test(line)
  const wasRead = lines.some((line) => isRead(line) && !line.includes('/node_modules/'))
  const faults = lines.filter((line) => !isRead(line))
  return conclude(
    exitCode,
    faults.filter((line) => /error TS\d+:/.test(line)).length,
    wasRead,
    faults.join('\n'),
  )
}

export function readKnip({ exitCode, output }: Finished): Outcome {
  const counts = [...output.matchAll(/^[A-Z].* \((\d+)\)$/gm)].map(([, count]) => Number(count))
  // Patterns of files that match nothing are findings of its own, hence there is nothing to add here.
  return conclude(exitCode, sum(counts), true, exitCode === 0 ? '' : output)
}

function conclude(exitCode: number, counted: number, wasRead: boolean, output: string): Outcome {
  if (!wasRead) return { findings: Math.max(1, counted), output: `no file was read\n${output}`.trim() }
  return { findings: exitCode === 0 ? 0 : Math.max(1, counted), output: output.trim() }
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

function run(command: string, options: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, options, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}
