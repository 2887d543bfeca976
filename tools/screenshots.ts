import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { languages, pageAddresses } from './browser/addresses.ts'
import { openAddress } from './browser/open-address.ts'
import { openBrowser, screens } from './browser/open-browser.ts'
import { noteOutbox } from './browser/outbox.ts'
import { startSite } from './browser/start-site.ts'
import { openVisitors } from './browser/visitors.ts'

// `tsx tools/screenshots.ts [FOLDER] [--site http://localhost:3000 [--outbox PRINTED_ADDRESS] [--data DATA_DIR]] [--only NAME,NAME]`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string' },
    outbox: { type: 'string' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
})
const folder = positionals[0] ?? join('var', 'screenshots')
const only = values.only?.split(',')
mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'entente-screenshots-'))
if (values.outbox) noteOutbox(values.outbox)
const site = values.site
  ? { url: values.site, folder: values.data, stop: async () => undefined }
  : { folder: dataDir, ...(await startSite({ DATA_DIR: dataDir })) }
const browser = await openBrowser()
let taken = 0
try {
  for (const [screen, options] of Object.entries(screens)) {
    const visitors = openVisitors(browser, site, {
      ...options,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    for (const address of pageAddresses.filter(({ name }) => !only || only.includes(name))) {
      for (const language of languages) {
        const page = await visitors.pageOf(address.as)
        await openAddress(visitors, address, language)
        const file = join(folder, `${address.name}.${language}.${screen}.png`)
        await page.screenshot({ path: file, fullPage: true })
        taken++
      }
    }
    await visitors.close()
  }
} finally {
  await browser.close()
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
console.log(`${taken} pictures in ${folder}`)
