import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileTexts } from '../../../../test/support/hostile-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { reckonedMs } from '../../../../test/support/thread-time.ts'
import { readPlainText } from '../../../platform/reading/read-plain-text.ts'
import { lookUpNames } from './names/queries.ts'
import { understand } from './understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

// Texts with many dates, names and subjects; the others with TEST_HOSTILE=all.
const isWhole = process.env.TEST_HOSTILE === 'all'
const many = ['dates', 'Korean dates', 'towns of two countries', 'sentences of ties']
const texts = isWhole ? hostileTexts : hostileTexts.filter(({ name }) => many.includes(name))

test.each(texts)(
  'four times as much of $name takes no more than ten times as long',
  async ({ of }) => {
    const take = (length: number) => {
      const document = readPlainText(of(length))
      return reckonedMs(() => understand(lookUpNames(testApp.context), document))
    }
    await take(2_000)
    const short = Math.min(await take(8_000), await take(8_000))
    const long = Math.min(await take(32_000), await take(32_000))
    if (isWhole) process.stderr.write(`${Math.round(short)} ms, ${Math.round(long)} ms\n`)
    // Times close to zero are not measured; quadratic growth would take sixteen times as long.
    expect(long).toBeLessThan(10 * Math.max(short, 10))
  },
  120_000,
)
