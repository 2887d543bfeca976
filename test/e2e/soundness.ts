import { AxeBuilder } from '@axe-core/playwright'
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

/** What axe finds wrong in a page, with every rule that it has. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Rules that pass are not reported: to name every element of a page takes longer than to test it.
  const builder = new AxeBuilder({ page }).options({ runOnly: everyTag, resultTypes: ['violations'] })
  // Otherwise it opens a page of its own each time, to gather the results of frames of other hosts: there are none.
  const { violations } = await builder.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** By how much a page is wider than the screen. */
export function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
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
