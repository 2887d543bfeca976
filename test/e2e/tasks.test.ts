import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../tools/browser/open-browser.ts'
import { type Site, startSite } from '../../tools/browser/start-site.ts'
import { hands, performTask, tasks } from '../../tools/browser/tasks.ts'
import { openVisitors, type Visitors } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { makeEmbedded, type TestDatabase } from '../support/embedded-database.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// What somebody does on the screen named, in the language of a run; each has a demonstration that nobody has worked in.
const runs = inTurn(['fr', 'ko', 'en'] as const).flatMap((language) =>
  Object.entries(hands).map(([screen, options]) => ({ language, screen, options })),
)

describe.each(runs)('what people come to do, in $language, $screen', ({ language, options }) => {
  let database: TestDatabase
  let site: Site
  let visitors: Visitors
  beforeAll(async () => {
    database = await makeEmbedded({ demonstration: true })
    site = await startSite(database.environment)
    visitors = openVisitors(browser, { url: site.url, folder: database.environment.DATA_DIR }, options)
  })
  afterAll(async () => {
    await visitors?.close()
    await site?.stop()
    await database?.remove()
  })

  test.each(tasks)('$name is done in $clicks clicks at most', async (task) => {
    const { clicks } = await performTask(task, language, visitors)
    expect(clicks).toBeLessThanOrEqual(task.clicks + (options === hands.phone ? 1 : 0))
  })
})
