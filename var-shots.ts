import { openBrowser } from './tools/browser/open-browser.ts'
import { openVisitors } from './tools/browser/visitors.ts'
const site = { url: 'http://localhost:3808', folder: '/tmp/p8-data' }
const browser = await openBrowser()
const g = '/fr/france-coree'
const wide = openVisitors(browser, site, { viewport: { width: 1280, height: 900 } })
const narrow = openVisitors(browser, site, { viewport: { width: 360, height: 740 } })
const page = await wide.pageOf('coordinator')
const shots = process.argv[2] ?? 'all'
let meeting = process.argv[3] ?? ''
if (meeting === '') {
  await page.goto(`${site.url}${g}/meetings/new`)
  await page.locator('input[name="title.fr.text"]').fill('Réunion de printemps')
  await page.locator('input[name=heldOn]').fill('2027-03-10')
  await page.locator('input[name=start]').fill('10:00')
  await page.locator('main form .primary').last().click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'))
  meeting = new URL(page.url()).pathname.split('/').pop() ?? ''
}
console.log('meeting', meeting)
await page.goto(`${site.url}${g}/newsletter`)
const begin = page.locator('main .page-heading .primary')
if (await begin.count()) await begin.click()
const meetings = await page.goto(`${site.url}${g}/meetings`).then(() => page.locator('main .entry-title a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
console.log(meetings)
const tours = meetings.find((m) => m?.includes('tours')) ?? ''
for (const [screen, visitors] of [['wide', wide], ['phone', narrow]] as const)
  for (const language of ['fr', 'ko', 'en']) {
    const p = await visitors.pageOf('coordinator')
    for (const [name, path] of [['meeting', `/meetings/${meeting}`], ['tours', tours.replace('/fr/france-coree', '')], ['draft', '/newsletter/draft']] as const) {
      if (shots !== 'all' && !shots.split(',').includes(name)) continue
      await p.goto(`${site.url}/${language}/france-coree${path}`)
      const over = await p.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      const heads = await p.evaluate(() => [...document.querySelectorAll('main h1, main h2, main h3, main h4')].map((h) => h.tagName).join(' '))
      const primary = await p.locator('main .button.primary').count()
      console.log(screen, language, name, 'overflow', over, 'primary', primary, heads.slice(0, 200), 'screens', await p.evaluate(() => (document.documentElement.scrollHeight / innerHeight).toFixed(1)))
      await p.screenshot({ path: `/tmp/p8-shots/${name}-${language}-${screen}.png`, fullPage: true, clip: { x: 0, y: 0, width: screen === 'phone' ? 360 : 1280, height: 1800 } })
      await p.screenshot({ path: `/tmp/p8-shots/${name}-${language}-${screen}-full.png`, fullPage: true })
    }
  }
await browser.close()
