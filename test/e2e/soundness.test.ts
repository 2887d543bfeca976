import { expect, test } from 'vitest'
import { openBrowser } from '../../tools/browser/open-browser.ts'
import { axeFindings } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

test('axe finds what is wrong: otherwise its silence would say nothing', async () => {
  const browser = await openBrowser()
  const { page } = await openWatchedPage(browser)
  await page.setContent('<main><img src="data:,"><button style="width:9px;height:9px"></button></main>')
  const rules = (await axeFindings(page)).map((finding) => finding.replace(/:.*/, ''))
  expect(rules).toEqual(
    expect.arrayContaining(['image-alt', 'button-name', 'html-has-lang', 'page-has-heading-one']),
  )
  await browser.close()
})
