import { expect, it, test } from 'vitest'
import { requirePackage, runsWith } from '../../../test/support/needs.ts'
import { outlineOf, readSample, refusalOf } from '../../../test/support/read-sample.ts'
import { inFolder, requireProgram, runProgram } from './run-program.ts'

const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\b Les liens}\par Limoges et Icheon sont jumel\'e9es depuis 2015.\par}`

test.runIf(runsWith('libreoffice-writer-nogui'))(
  'an old office file is read through LibreOffice',
  async () => {
    requirePackage('libreoffice-writer-nogui')
    const document = await readSample(rtf, 'notes.rtf')
    expect([document.format, ...outlineOf(document)]).toEqual([
      'rtf',
      'title 3: Les liens',
      'paragraph 0: Limoges et Icheon sont jumelées depuis 2015.',
    ])
  },
  120_000,
)

it('names the package of a program that is missing', async () => {
  expect(await refusalOf(inFolder(async () => requireProgram('no-such-program', 'its-package')))).toBe(
    'needsProgram its-package',
  )
})

it('ends a program that takes too long, with all that it started', async () => {
  const start = performance.now()
  expect(
    await refusalOf(
      inFolder((folder) => runProgram('/bin/sh', ['-c', 'sleep 60 & sleep 60'], { folder, timeMs: 200 })),
    ),
  ).toBe('tooSlow 0')
  expect(performance.now() - start).toBeLessThan(5_000)
})

it('takes a program that fails for a file that is damaged', async () => {
  expect(
    await refusalOf(inFolder((folder) => runProgram('/bin/sh', ['-c', 'exit 3'], { folder, timeMs: 5_000 }))),
  ).toBe('damaged')
})
