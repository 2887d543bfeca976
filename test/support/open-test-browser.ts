import type { Browser } from 'playwright-core'
import { openBrowser } from '../../tools/browser/open-browser.ts'
import { requirePackage } from './needs.ts'

/** The Chromium of this machine, for tests beside the code. */
export function openTestBrowser(): Promise<Browser> {
  requirePackage('chromium-headless-shell')
  return openBrowser()
}
