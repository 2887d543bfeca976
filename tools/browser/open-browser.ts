import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { chromiumPath } from '../test/packages.ts'

// The browser itself asks for nothing on the network, and works where there is no sandbox, no screen and no GPU.
const options = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Letters as wide as on a screen: without it the headless shell rounds them.
  '--font-render-hinting=none',
]

/** Starts the Chromium of this machine. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('The Debian package chromium-headless-shell is missing')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...options, ...asRoot] })
}

/** The two widths at which pages are looked at: a desk in daylight, and the smallest phone at night. */
export const screens = {
  wide: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  narrow: { viewport: { width: 320, height: 720 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>
