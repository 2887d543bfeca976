import type { Locator, Page } from 'playwright-core'

/**
 * A person at a page, who sees nothing but what the page shows: presses what is in sight, opens what is folded over it, and goes nowhere
 * by an address. Counts what it costs them.
 */
export class Hand {
  /** What was pressed, ticked and chosen; a fold or a menu that was opened counts too. */
  clicks = 0
  /** Boxes that were written in. */
  boxes = 0
  /** Pages that came. */
  pages = 0

  constructor(readonly page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.pages++
    })
  }

  /** Presses a link or button. */
  async press(selector: string): Promise<void> {
    const found = await this.#reach(selector)
    this.clicks++
    await found.click()
    await this.page.waitForLoadState('domcontentloaded')
  }

  /** Presses what leads to an address like this. */
  async follow(selector: string, to: RegExp): Promise<void> {
    await this.press(selector)
    await this.page.waitForURL(to)
  }

  /** Presses what leads away from an address like this. */
  async leave(selector: string, from: RegExp): Promise<void> {
    await this.press(selector)
    await this.page.waitForURL(({ pathname }) => !from.test(pathname))
  }

  async tick(selector: string): Promise<void> {
    const found = await this.#reach(selector)
    if (await found.isChecked()) return
    this.clicks++
    await found.check()
  }

  /** Chooses from a list, by value or by how the words of the entry begin. */
  async choose(selector: string, entry: string | RegExp): Promise<void> {
    const found = await this.#reach(selector)
    this.clicks++
    if (typeof entry === 'string') await found.selectOption(entry)
    else {
      const option = found.locator('option').filter({ hasText: entry }).first()
      await found.selectOption((await option.getAttribute('value')) ?? '')
    }
  }

  async write(selector: string, text: string): Promise<void> {
    const found = await this.#reach(selector)
    this.boxes++
    await found.fill(text)
    // A list of suggestions would cover what comes below.
    await found.blur()
  }

  async give(selector: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const found = await this.#reach(selector)
    this.clicks++
    await found.setInputFiles(file)
  }

  /** Takes a file that a link leads to, which begins with these characters. */
  async take(selector: string, begins: string): Promise<void> {
    const found = await this.#reach(selector)
    this.clicks++
    const answer = await this.page.request.get(
      new URL((await found.getAttribute('href')) ?? '', this.page.url()).href,
    )
    const body = await answer.body()
    if (body.subarray(0, begins.length).toString() !== begins)
      throw new Error(`${answer.url()} answers ${answer.status()}, and no file`)
  }

  /** Comes from an open mail by its button. */
  async mail(mails: Page): Promise<void> {
    this.clicks++
    const target = await mails.locator('.mail-body a.primary').getAttribute('href')
    await this.page.goto(new URL(target ?? '', mails.url()).href)
  }

  /** Goes to a main page of the group: by the door before it, on a phone behind the menu. */
  async door(path: string): Promise<void> {
    const entry = `.header .navigation a[href$="${path}"]`
    const row = `main .tabs a[href$="${path}"]`
    if ((await this.page.locator(row).count()) > 0) return this.press(row)
    if ((await this.page.locator(entry).count()) > 0) return this.#enter(entry)
    await this.#enter(`.header .navigation a[href$="${doorBefore[path] ?? path}"]`)
    await this.press(row)
  }

  async #enter(entry: string): Promise<void> {
    if (!(await this.page.locator(entry).first().isVisible())) await this.press('.header .menu-button')
    const from = this.page.url()
    await this.press(entry)
    await this.page.waitForURL((url) => url.href !== from)
  }

  /** Waits until the page says all of this. */
  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const said of words) await this.page.locator('main').getByText(said).first().waitFor()
  }

  /** Waits until the page no longer shows this. */
  async gone(selector: string): Promise<void> {
    await this.page.locator(selector).first().waitFor({ state: 'hidden' })
  }

  /** What is meant, once the folds above it are open, from the outside in. */
  async #reach(selector: string): Promise<Locator> {
    const found = this.page.locator(selector).first()
    await found.waitFor({ state: 'attached' })
    for (let folds = 0; folds < 4; folds++) {
      const closed = found.locator('xpath=ancestor::details[not(@open)]').first()
      if ((await closed.count()) === 0) break
      this.clicks++
      await closed.locator('> summary').click()
    }
    return found
  }
}

/** The doors of the pages that are no door themselves. */
const doorBefore: Readonly<Record<string, string>> = {
  '/expectations': '/partners',
  '/imports': '/group',
  '/organisations': '/cooperations',
  '/group/members': '/group',
  '/people': '/group',
}
