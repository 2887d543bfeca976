import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyTally, type Tally } from './tally.ts'

const vitest = join('node_modules', 'vitest-runner', 'vitest.mjs')
const running = new Set<ChildProcess>()

/** Runs the tests of some projects of vitest; `filters` are words that the files' paths hold. */
export async function runVitest(
  projects: readonly string[],
  filters: readonly string[],
  environment: Record<string, string>,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tally-'))
  const file = join(folder, 'tally.json')
  try {
    const code = await run(['run', '--passWithNoTests', ...named(projects), ...filters], 'inherit', {
      ...environment,
      TALLY_FILE: file,
    })
    if (!existsSync(file)) return { ...emptyTally, failed: 1 }
    const tally: Tally = JSON.parse(readFileSync(file, 'utf8'))
    return code.exit !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many tests some projects have, without running any. */
export async function countTests(projects: readonly string[], filters: readonly string[]): Promise<number> {
  const { output } = await run(['list', '--json', ...named(projects), ...filters], 'pipe', {})
  const listed: unknown = JSON.parse(output.slice(output.indexOf('[')))
  return Array.isArray(listed) ? listed.length : 0
}

/** Ends all that runs at once, with every server that a test has started. */
export function stopVitest(): void {
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

const named = (projects: readonly string[]) => projects.flatMap((project) => ['--project', project])

function run(words: string[], output: 'inherit' | 'pipe', environment: Record<string, string>) {
  return new Promise<{ exit: number; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...words], {
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, ...environment },
      // A group of its own, so that all of it can be ended.
      detached: true,
    })
    running.add(child)
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      resolve({ exit: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}
