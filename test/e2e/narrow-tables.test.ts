import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'

const styles = readFileSync('src/ui/styles/tables.css', 'utf8')
const row = (cell: string) =>
  `<tr><th scope="row">Foire</th><td class="numeric" data-label="Collectivité qui l’organise">${cell}</td></tr>`

test('on a phone a cell of several phrases is one text beside the name of its column, which never covers it', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage(screens.narrow)
  const phrases = '<span>Limoges</span><span>, </span><span lang="ko">이천</span>'
  await page.setContent(`<style>${styles}</style>
    <table class="table"><tbody>${row(phrases)}${row('1')}${row('<p>Limoges</p>')}</tbody></table>
    <table class="table pair"><tbody>${row('1')}</tbody></table>`)
  const tops = (selector: string) =>
    page.locator(selector).evaluateAll((found) => found.map((each) => each.getBoundingClientRect().top))
  expect(new Set(await tops('td > span'))).toHaveLength(1)
  const boxes = await page.locator('tr').evaluateAll((rows) =>
    rows.map((each) => {
      const [name, cell] = [...each.children].map((cell) => cell.getBoundingClientRect())
      return { isBeneath: (cell?.top ?? 0) >= (name?.bottom ?? 0), height: cell?.height ?? 0 }
    }),
  )
  expect(boxes.map(({ isBeneath }) => isBeneath)).toEqual([true, true, true, false])
  // The name takes two lines: the cell is as high.
  const [, number] = boxes
  expect(number?.height).toBeGreaterThan(30)
  await browser.close()
})
