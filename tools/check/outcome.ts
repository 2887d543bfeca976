import { type Finding, findingLine } from '../finding.ts'

/** What one check came to. */
export interface Outcome {
  findings: number
  /** Its output, as it is printed. */
  output: string
}

export interface Check {
  name: string
  run(): Promise<Outcome>
}

export interface Result extends Outcome {
  name: string
  seconds: number
}

export function toOutcome(findings: readonly Finding[]): Outcome {
  return { findings: findings.length, output: findings.map(findingLine).join('\n') }
}

/** Runs a check and times it; one that throws is a finding, reported in one line. */
export async function timed({ name, run }: Check): Promise<Result> {
  const start = performance.now()
  const outcome = await run().catch((error: unknown) => {
    return { findings: 1, output: `${name} broke: ${error instanceof Error ? error.message : error}` }
  })
  return { name, seconds: (performance.now() - start) / 1000, ...outcome }
}

/** The table at the end: a line per check, with its seconds and its findings. */
export function resultTable(results: readonly Result[]): string {
  const width = Math.max(5, ...results.map(({ name }) => name.length))
  const row = (name: string, seconds: string, findings: string) =>
    `${name.padEnd(width)}  ${seconds.padStart(7)}  ${findings.padStart(8)}`
  const rows = results.map(({ name, seconds, findings }) => row(name, seconds.toFixed(1), String(findings)))
  return [row('check', 'seconds', 'findings'), ...rows].join('\n')
}
