import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openBrowser, screens } from './browser/open-browser.ts'
import { startSite } from './browser/start-site.ts'
import { hands, performTask, tasks } from './browser/tasks.ts'
import { openVisitors, type Seat, type Visitors } from './browser/visitors.ts'

/**
 * `npm run usability [-- --json]`: counts in a browser what the pages of the demonstration ask of people. Fields that a form shows at
 * first, phone screens of its main pages (360 × 740), what stands before the content, what twelve tasks cost, and what a first visit carries. `--site URL --data
 * DATA_DIR` counts a server that runs on this machine already, such as one of an older version.
 */
const { values } = parseArgs({
  options: { site: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
})

interface Address {
  name: string
  path: string
  as?: Seat
}

const group = '/fr/france-coree'
const tie = `${group}/cooperations/limoges-icheon`

const forms: readonly Address[] = [
  { name: 'agreement', path: `${tie}/edit/agreements/new`, as: 'member' },
  { name: 'exchange', path: `${tie}/edit/activities/new`, as: 'member' },
  { name: 'meeting', path: `${group}/meetings/new`, as: 'coordinator' },
  { name: 'proposal', path: `${group}/agenda/propose` },
  { name: 'event', path: `${group}/agenda/new`, as: 'member' },
  { name: 'wish', path: `${group}/partners/new`, as: 'member' },
  { name: 'expectation', path: `${group}/expectations/new`, as: 'partner' },
  { name: 'poll', path: `${group}/agenda/polls/new`, as: 'member' },
  { name: 'contact', path: `${group}/contacts/new`, as: 'coordinator' },
  { name: 'invitation', path: `${group}/people`, as: 'coordinator' },
]

const pages: readonly Address[] = [
  { name: 'home', path: group },
  { name: 'cooperations', path: `${group}/cooperations` },
  { name: 'tie', path: tie },
  { name: 'authority', path: `${group}/organisations/limoges` },
  { name: 'agenda', path: `${group}/agenda` },
  { name: 'event', path: `${group}/agenda/nantes-franco-japonais-2017` },
  { name: 'partners', path: `${group}/partners` },
  { name: 'expectations', path: `${group}/expectations`, as: 'member' },
  { name: 'meetings', path: `${group}/meetings` },
  { name: 'letter', path: `${group}/newsletter` },
  { name: 'group', path: `${group}/group` },
  { name: 'people', path: `${group}/people`, as: 'coordinator' },
]

// Nobody presses Tab more often.
const mostTabs = 80

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-usability-'))
  const site = values.site
    ? { url: values.site, folder: values.data, stop: async () => undefined }
    : { folder: dataDir, ...(await startSite({ DATA_DIR: dataDir })) }
  const browser = await openBrowser()
  try {
    const wide = openVisitors(browser, site, screens.wide)
    const narrow = openVisitors(browser, site, hands.phone)
    const counted = {
      fieldsAtFirst: await countEach(wide, forms, countFields),
      phoneScreens: await countEach(narrow, pages, countScreens),
      firstContentOnAPhone: await countEach(narrow, [{ name: 'pixels', path: group }], findFirstContent),
      navigationEntries: await countEach(wide, seatsOf(group), countEntries),
      tabsToContent: await countEach(wide, seatsOf(`${group}/meetings`), countTabs),
      wordsOnHome: await countEach(wide, [{ name: 'words', path: group }], countWords),
      firstVisit: { kilobytes: await countKilobytes(wide, group) },
      // Last: they change what pages show.
      ...(await countTasks(wide)),
    }
    print(counted)
  } finally {
    await browser.close()
    await site.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function seatsOf(path: string): Address[] {
  return [
    { name: 'visitor', path },
    { name: 'member', path, as: 'member' },
    { name: 'coordinator', path, as: 'coordinator' },
  ]
}

async function countEach(
  visitors: Visitors,
  addresses: readonly Address[],
  count: (page: Page) => Promise<number>,
): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const { name, path, as } of addresses) {
    const page = await visitors.pageOf(as)
    const answer = await page.goto(visitors.site + path)
    if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`)
    counted[name] = await count(page)
  }
  return counted
}

/** What the tasks cost at a desk, done one after the other. */
async function countTasks(visitors: Visitors) {
  const counts = { clicksOfTasks: {}, boxesOfTasks: {}, pagesOfTasks: {} } satisfies Record<string, object>
  const note = (to: Record<string, number>, name: string, count: number) =>
    Object.assign(to, { [name]: count })
  for (const task of tasks) {
    const { clicks, boxes, pages } = await performTask(task, 'fr', visitors)
    note(counts.clicksOfTasks, task.name, clicks)
    note(counts.boxesOfTasks, task.name, boxes)
    note(counts.pagesOfTasks, task.name, pages)
  }
  return counts
}

/** The inputs that are in sight in the longest form of a page, each box and button of a question by itself. */
function countFields(page: Page): Promise<number> {
  return page.evaluate(() => {
    const selector = 'input:not([type=hidden]):not([type=submit]), select, textarea'
    const counts = [...document.querySelectorAll('main form')].map(
      (form) =>
        [...form.querySelectorAll<HTMLElement>(selector)].filter((input) => {
          const { width, height } = input.getBoundingClientRect()
          return input.checkVisibility() && width > 1 && height > 1
        }).length,
    )
    return Math.max(0, ...counts)
  })
}

function countScreens(page: Page): Promise<number> {
  return page.evaluate(
    () => Math.round((document.documentElement.scrollHeight / window.innerHeight) * 10) / 10,
  )
}

/** How many pixels above the heading are not its own. */
function findFirstContent(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(document.querySelector('main h1')?.getBoundingClientRect().top ?? 0))
}

function countEntries(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('.header .navigation a').length)
}

/** How often Tab is pressed until something within the content has the focus; the way to skip to it is not counted. */
async function countTabs(page: Page): Promise<number> {
  await page.evaluate(() => document.body.focus())
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('main') !== null)) return tabs - 1
  }
  return mostTabs
}

function countWords(page: Page): Promise<number> {
  return page.evaluate(
    () => (document.querySelector('main')?.textContent ?? '').split(/\s+/).filter(Boolean).length,
  )
}

/** What a first visit carries, as it is sent. */
async function countKilobytes(visitors: Visitors, path: string): Promise<number> {
  const context = await (await visitors.pageOf()).context().browser()?.newContext(screens.wide)
  if (!context) return 0
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(visitors.site + path, { waitUntil: 'networkidle' })
  await context.close()
  return Math.round(bytes / 1024)
}

function print(counted: Record<string, Record<string, number>>): void {
  if (values.json) {
    console.log(JSON.stringify(counted))
    return
  }
  for (const [what, counts] of Object.entries(counted)) {
    console.log(what)
    for (const [name, count] of Object.entries(counts)) console.log(`  ${name.padEnd(32)}${count}`)
  }
}

await main()
