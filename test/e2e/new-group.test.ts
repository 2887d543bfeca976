import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NewGroup, openGroup } from '../../tools/browser/group-steps.ts'
import { openBrowser } from '../../tools/browser/open-browser.ts'
import { type Site, startSite } from '../../tools/browser/start-site.ts'
import { hands } from '../../tools/browser/tasks.ts'
import { openVisitors } from '../../tools/browser/visitors.ts'
import { makeEmbedded, type TestDatabase } from '../support/embedded-database.ts'
import { readMime } from '../support/read-mime.ts'
import { type StandInMailServer, startMailServer } from '../support/smtp-server.ts'

let browser: Browser
let database: TestDatabase
let mails: StandInMailServer
let site: Site
beforeAll(async () => {
  browser = await openBrowser()
  mails = await startMailServer()
  database = await makeEmbedded({ demonstration: false })
  site = await startSite({ ...database.environment, DEMO: 'none', SMTP_URL: mails.url })
})
afterAll(async () => {
  await site?.stop()
  await database?.remove()
  await mails?.close()
  await browser?.close()
})

const groups: [string, NewGroup, BrowserContextOptions][] = [
  [
    'a Morocco group, at a desk',
    {
      slug: 'france-maroc',
      name: 'Groupe-pays Maroc',
      countries: 'FR, MA',
      languages: 'fr, ar, en',
      language: 'fr',
      known: ['Rennes'],
      entered: { name: 'Commune de Chefchaouen', country: 'MA', kind: 'municipality' },
    },
    hands.desk,
  ],
  [
    'a group of one country and one language, on a phone',
    {
      slug: 'reseau-breton',
      name: 'Réseau breton',
      countries: 'FR',
      languages: 'fr',
      language: 'fr',
      known: ['Rennes', 'Brest'],
    },
    hands.phone,
  ],
]

test.each(groups)(
  '%s goes from an empty server to a letter that was sent, by its pages alone',
  async (_, group, screen) => {
    const visitors = openVisitors(browser, { url: site.url, folder: database.environment.DATA_DIR }, screen)
    const members = await openGroup(visitors, browser, group, { screen, linkTo })
    for (const address of members)
      await expect
        .poll(() => mailsTo(address).some(({ headers }) => 'list-unsubscribe' in headers))
        .toBe(true)
    await visitors.close()
  },
)

function mailsTo(address: string) {
  return mails.received.filter(({ to }) => to.includes(address)).map(({ raw }) => readMime(raw))
}

/** The address behind the button of the newest mail to somebody, once it has come. */
async function linkTo(address: string): Promise<string> {
  let link: string | undefined
  await expect
    .poll(() => {
      const words = mailsTo(address).at(-1)?.parts['text/plain'] ?? ''
      link = /http:\/\/localhost:\d+\/\S+/.exec(words)?.[0]
      return link
    })
    .toBeDefined()
  return link ?? ''
}
