import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const everyTag = [
  'wcag2a',
  'wcag2a-obsolete',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'experimental',
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: typeof Axe
  }
}

/** What axe finds wrong in a page, with every rule that it has, and ids that stand there twice; or only in what a selector finds there. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // Its package for Playwright reads it twice a page: a fifth of the time of a page.
  for (const frame of page.frames()) await frame.evaluate(axe)
  const { violations } = await page.evaluate(
    ({ runOnly, context }) =>
      // Rules that pass are not reported: to name every element of a page takes longer than to test it.
      window.axe.run(context ?? document, { runOnly, resultTypes: ['violations'] }),
    { runOnly: everyTag, context: within },
  )
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  return within === undefined ? [...found, ...(await idsTwice(page))] : found
}

// A label and what counts or describes a field would reach the first of them. Axe has no such rule any more.
function idsTwice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `id-twice: #${id}`)
  })
}

/** By how much a page is wider than the screen. */
export function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** Whether the tab of the page itself is in view: on a phone the tabs before it may push it out of its row. */
export function showsItsTab(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const tab = document.querySelector('.tabs [aria-current]')?.getBoundingClientRect()
    return tab === undefined || (tab.left >= 0 && tab.right <= window.innerWidth + 1)
  })
}

/** Expects a page to be sound in the midst of a journey: by axe, and within the width of a desk and of a phone. */
export async function expectSound(page: Page): Promise<void> {
  const before = page.viewportSize()
  expect.soft(await axeFindings(page), page.url()).toEqual([])
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    expect.soft(await widthBeyondScreen(page), `${page.url()} at ${width}`).toBeLessThanOrEqual(0)
  }
  if (before) await page.setViewportSize(before)
}
