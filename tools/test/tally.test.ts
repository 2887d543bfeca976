import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runVitest } from './run-vitest.ts'
import { addTallies, exitCodeOf, tallyLine } from './tally.ts'

const parts = (tests: string) => `import { beforeAll, describe, expect, test } from 'vitest'\n${tests}`
const samples: Record<string, string> = {
  'kinds.test.ts': parts(`
    test('passes', () => expect(1).toBe(1))
    test('fails', () => expect(1).toBe(2))
    test.skip('is left out', () => expect(1).toBe(1))
    test.todo('is still to be written')
    test.runIf(false)('does not run here', () => expect(1).toBe(1))
    test('is given up', ({ skip }) => skip('not on this machine'))`),
  'unreached.test.ts': parts(`
    describe('whose ground breaks', () => {
      beforeAll(() => { throw new Error('no ground') })
      test('is never reached', () => expect(1).toBe(1))
      test('nor is this one', () => expect(1).toBe(1))
    })`),
  'broken.test.ts': `import './nothing-here.ts'\n`,
  'loose.test.ts': parts(`test('leaves a promise behind', () => { Promise.reject(new Error('late')) })`),
}

let folder: string
beforeAll(() => {
  // Inside the project, where the samples find vitest.
  mkdirSync('var', { recursive: true })
  folder = mkdtempSync(join('var', 'tally-'))
  for (const [name, text] of Object.entries(samples)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function tallyOf(file: string) {
  const config = join(folder, 'vitest.config.ts')
  const reporter = join(process.cwd(), 'tools', 'test', 'tally-reporter.ts')
  writeFileSync(
    config,
    `import { TallyReporter } from '${reporter}'
     export default { test: { name: 'samples', reporters: [new TallyReporter(process.env.TALLY_FILE)] } }`,
  )
  return runVitest(['samples'], ['--root', folder, '--config', 'vitest.config.ts', file], {})
}

describe('the count of a run', () => {
  test.for([
    ['kinds.test.ts', { passed: 1, failed: 1, skipped: 4 }, [/: fails: expected 1 to be 2/]],
    [
      'unreached.test.ts',
      { passed: 0, failed: 2, skipped: 0 },
      [/is never reached: never reached$/, /nor is this one: never reached$/],
    ],
    ['broken.test.ts', { passed: 0, failed: 1, skipped: 0 }, [/^samples, broken\.test\.ts: .*nothing-here/]],
    ['loose.test.ts', { passed: 1, failed: 1, skipped: 0 }, [/^outside of tests: late$/]],
  ] as const)('of %s leaves nothing out', { timeout: 60_000 }, async ([file, expected, failures]) => {
    const { failures: told, ...counts } = await tallyOf(file)
    expect(counts).toEqual(expected)
    expect(told).toEqual(failures.map((line) => expect.stringMatching(line)))
  })

  test('ends in one plain line', () => {
    const sum = addTallies([
      { passed: 1200, failed: 0, skipped: 2, failures: [] },
      { passed: 3, failed: 1, skipped: 0, failures: ['e2e, a.test.ts: fails'] },
    ])
    expect(tallyLine(sum)).toBe('1203 passed, 1 failed, 2 skipped')
    expect(sum.failures).toEqual(['e2e, a.test.ts: fails'])
  })

  test('is a failure when anything failed, or nothing ran', () => {
    expect(exitCodeOf({ passed: 9, failed: 0 })).toBe(0)
    expect(exitCodeOf({ passed: 9, failed: 1 })).toBe(1)
    expect(exitCodeOf({ passed: 0, failed: 0 })).toBe(1)
  })
})
