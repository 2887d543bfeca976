import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses Tab until the focus is there; at each stop it must be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor()
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const { isThere, isSeen, where } = await page.evaluate(describeFocus, selector)
    expect.soft(isSeen, `${page.url()}: ${where}`).toBe(true)
    if (isThere) return
  }
  throw new Error(`Tab never comes to ${selector} on ${page.url()}`)
}

function describeFocus(selector: string): { isThere: boolean; isSeen: boolean; where: string } {
  const element = document.activeElement
  if (!element || element === document.body) return { isThere: false, isSeen: true, where: 'the browser' }
  // Where a label renders a control, the label shows the focus.
  const drawn = [element, element.closest('label'), element.parentElement].filter((each) => each !== null)
  const isSeen = drawn.some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  })
  return { isThere: element.matches(selector), isSeen, where: element.outerHTML.slice(0, 120) }
}

/** Whether the focus is in what a selector finds. */
export function focusIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector)
}
