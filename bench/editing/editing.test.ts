import { expect, test } from 'vitest'
import { openTestApp } from '../../test/support/open-test-app.ts'
import { browserOf } from '../../test/support/sign-in.ts'
import { edit, newTally, type Send } from './editor.ts'
import { auditEdits } from './ledger.ts'
import { prepareEditors } from './prepare-editors.ts'

test('twenty people who edit at once lose nothing and mix nothing up', async () => {
  const testApp = await openTestApp({ directory: 'none' })
  try {
    const { secret, settings } = testApp.application
    const editors = await prepareEditors(testApp.context, { secret, baseUrl: settings.baseUrl }, 20)
    const send: Send = async (cookie, url, form) => {
      const startedAt = performance.now()
      const browser = browserOf(testApp, cookie)
      const answer = await (form ? browser.post(url, form) : browser.get(url))
      const timeMs = performance.now() - startedAt
      const { statusCode: status, body } = answer
      return { status, body, location: String(answer.headers.location ?? ''), timeMs }
    }
    const tally = newTally()
    let turns = 0
    // Four turns each: two on records of their own, two on shared ones.
    await Promise.all(
      editors.map((editor) => {
        let own = 0
        return edit(send, editor, tally, () => {
          turns++
          return own++ < 4
        })
      }),
    )
    expect(await auditEdits(testApp.context.database, tally)).toEqual([])
    expect(tally.acknowledged.length).toBe(80)
    expect(tally.meetings).toBeGreaterThan(10)
    expect(turns).toBe(100)
  } finally {
    await testApp.close()
  }
}, 60_000)
