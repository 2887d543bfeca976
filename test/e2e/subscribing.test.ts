import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { readBack } from '../support/written-calendar.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  {
    language: 'fr',
    words: {
      subscribe: 'S’abonner',
      copy: 'Copier',
      copied: 'Copié.',
      make: 'Créer une adresse personnelle',
      see: 'Voir mes adresses',
      never: 'Pas encore lue',
      read: 'pour la dernière fois',
      withdraw: 'Supprimer l’adresse',
      none: 'Aucune adresse personnelle',
    },
  },
  {
    language: 'ko',
    words: {
      subscribe: '구독',
      copy: '복사',
      copied: '복사했습니다.',
      make: '개인 전용 주소 만들기',
      see: '내 주소 보기',
      never: '아직 캘린더에서 읽지 않았습니다',
      read: '마지막으로 캘린더에서 읽은 날',
      withdraw: '주소 삭제',
      none: '개인 전용 주소가 없습니다',
    },
  },
  {
    language: 'en',
    words: {
      subscribe: 'Subscribe',
      copy: 'Copy',
      copied: 'Copied.',
      make: 'Make an address of my own',
      see: 'See my addresses',
      never: 'Not yet read',
      read: 'Last read by a calendar on',
      withdraw: 'Withdraw the address',
      none: 'No address of your own',
    },
  },
] as const

test.each(inTurn(journeys))(
  'a member takes the narrowed agenda into a calendar by a secret address, sees that it is read, and withdraws it ($language)',
  async ({ language, words }) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page, complaints } = await openWatchedPage(browser, { ...screens.wide, permissions })
    await enter(page, seats.member)
    await page.goto(`/${language}/france-coree/agenda?theme=culture`)
    await page.getByRole('link', { name: words.subscribe, exact: true }).click()
    await page.waitForURL(/agenda\/subscribe\?theme=culture$/)
    expect(
      await page
        .getByRole('link', { name: /webcal|calendar|calendrier|캘린더/i })
        .first()
        .getAttribute('href'),
    ).toBe(`webcal://${new URL(inject('site')).host}/${language}/france-coree/agenda.ics?theme=culture`)
    await page.getByRole('button', { name: words.make }).click()
    const address = await page.locator('.secret').inputValue()
    await page.getByRole('button', { name: words.copy }).click()
    await expect.poll(() => page.getByRole('status').textContent()).toBe(words.copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
    await expectSound(page)
    await page.getByRole('link', { name: words.see }).click()
    const section = page.locator('section:has(> * > #feeds)')
    expect(await section.textContent()).toContain(words.never)

    const calendar = await (await fetch(address)).text()
    const { events, remarks } = readBack(calendar)
    // Another journey may have made one of them a series, of which ten dates are read back.
    expect(remarks.filter(({ code }) => code !== 'tooManyOccurrences')).toEqual([])
    expect(events.map(({ address: of }) => of?.split('/').at(-1))).toContain('nantes-franco-japonais-2017')

    await page.reload()
    expect(await section.textContent()).toContain(words.read)
    await section.getByRole('button', { name: words.withdraw }).first().click()
    await page.waitForURL(/account/)
    await expect.poll(() => section.textContent()).toContain(words.none)
    expect((await fetch(address)).status).toBe(404)
    expect(complaints).toEqual([])
  },
)
