import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileTexts } from '../../../../../test/support/hostile-texts.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { watchTurns } from '../../../../../test/support/thread-time.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'
import { understandApart } from './understand-apart.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const minutes = readMarkdown(
  "# Réunion\n\nLa ville de Limoges et la ville d'Icheon ont signé un jumelage le 22 avril 2015. 덩케르크시와 이천시도 교류한다.\n",
)

// The whole set takes minutes: without TEST_HOSTILE=all, a sample that this run names.
const isWhole = process.env.TEST_HOSTILE === 'all'
const sample = isWhole ? hostileTexts : hostileTexts.slice(0, 2)
const length = isWhole ? 100_000 : 4_000

describe('understanding in a process of its own', () => {
  it('reads the same as in this one, asking it for names', async () => {
    const apart = await understandApart(testApp.context, minutes)
    expect(apart).toEqual(await understand(lookUpNames(testApp.context), minutes))
    expect(apart.cooperations).toHaveLength(2)
  })

  it('ends what takes too long, and what nobody waits for any more', async () => {
    await expect(understandApart(testApp.context, minutes, { limits: { timeMs: 1 } })).rejects.toThrow(
      'tooSlow',
    )
    const giving = new AbortController()
    const reading = understandApart(testApp.context, minutes, { signal: giving.signal })
    giving.abort(new Error('gone'))
    await expect(reading).rejects.toThrow('gone')
  })

  it(`reads ${sample.length} of ${hostileTexts.length} hostile texts without keeping anybody waiting`, async () => {
    for (const hostile of sample) {
      const document = readPlainText(hostile.of(length))
      const longestTurn = watchTurns()
      await understandApart(testApp.context, document).catch((error: Error) =>
        expect(error.message).toMatch(/^too/),
      )
      expect([hostile.name, longestTurn() < 200]).toEqual([hostile.name, true])
    }
  }, 3_600_000)
})
