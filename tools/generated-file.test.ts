import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkGenerated } from './generated-file.ts'

function fileOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a.generated.ts')
  writeFileSync(file, text)
  return file
}

test('accepts the file that its generator makes, to the letter', () => {
  expect(checkGenerated(fileOf('a\nb\n'), 'a\nb\n', 'generate-a')).toEqual([])
})

test('refuses one that differs, at its first other line', () => {
  expect(checkGenerated(fileOf('a\nb\n'), 'a\nc\n', 'generate-a')).toMatchObject([
    { line: 2, rule: 'generated' },
  ])
  expect(checkGenerated(fileOf('a\nb\n'), 'a\n', 'generate-a')).toMatchObject([{ line: 2 }])
})

test('refuses one that is not there', () => {
  expect(checkGenerated(join(tmpdir(), 'no-such-file.ts'), 'a\n', 'generate-a')).toMatchObject([
    { message: 'does not exist: run tsx tools/generate-a/generate-a.ts' },
  ])
})
