import { expect, test } from 'vitest'
import { readBiome, readCompiler, readKnip } from './outside-checks.ts'

const own = '/home/a/src/app.tsx'
const library = '/home/a/node_modules/typescript/lib/lib.d.ts'

test('reads what Biome found', () => {
  const good = { exitCode: 0, output: 'Checked 31 files in 9ms. No fixes applied.\n' }
  expect(readBiome(good)).toEqual({ findings: 0, output: '' })
  const output =
    'src/a.ts lint\nChecked 31 files in 9ms. No fixes applied.\nFound 2 errors.\nFound 1 warning.\n'
  expect(readBiome({ exitCode: 1, output })).toEqual({ findings: 3, output: output.trim() })
})

test('reads what the compiler found, without the list of files', () => {
  expect(readCompiler({ exitCode: 0, output: `${library}\n${own}\n` })).toEqual({ findings: 0, output: '' })
  const fault = "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'."
  const output = `${fault}\n  Of two parts.\n${own}\n`
  expect(readCompiler({ exitCode: 2, output })).toEqual({ findings: 1, output: `${fault}\n  Of two parts.` })
})

test('reads what knip found', () => {
  expect(readKnip({ exitCode: 0, output: '' })).toEqual({ findings: 0, output: '' })
  const output = 'Unused files (2)\nsrc/a.ts\nsrc/b.ts\nUnused exports (1)\nx  src/c.ts:1:2\n'
  expect(readKnip({ exitCode: 1, output }).findings).toBe(3)
})

test('fails where nothing was read', () => {
  expect(readBiome({ exitCode: 0, output: 'Checked 0 files in 1ms.' }).findings).toBe(1)
  expect(readBiome({ exitCode: 0, output: '' }).findings).toBe(1)
  expect(readCompiler({ exitCode: 0, output: library }).findings).toBe(1)
})

test('never takes a failure for a success, whatever is printed', () => {
  expect(readBiome({ exitCode: 1, output: 'Checked 3 files' }).findings).toBe(1)
  expect(readCompiler({ exitCode: 1, output: own }).findings).toBe(1)
  expect(readKnip({ exitCode: 2, output: 'no configuration' }).findings).toBe(1)
})
