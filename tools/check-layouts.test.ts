import { expect, test } from 'vitest'
import { checkLayouts } from './check-layouts.ts'
import { createProject } from './project/project.ts'

const sample = (release: string, list: string, text = 'a') =>
  createProject({
    'package.json': `{ "version": "${release}" }`,
    'data/reports/CHECKSUMS': list,
    'src/features/reports/layout/layout.ts': `export const a = '${text}'`,
  })
const messages = (...given: Parameters<typeof sample>) =>
  checkLayouts(sample(...given)).map(({ message }) => message)

test('a layout is recorded, may change within its release, and not after it', () => {
  expect(messages('0.1.0', '')).toEqual(['layout 1 is not recorded: --record'])
  const wrong = `${'0'.repeat(64)}  layout 1 since 0.1.0\n`
  expect(messages('0.1.0', wrong)[0]).toContain('--record, once you have looked at it')
  expect(messages('0.2.0', wrong)[0]).toContain('make the next layout')
})
