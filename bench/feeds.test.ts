import { afterAll, beforeAll, expect, test } from 'vitest'
import { findNetwork } from '../src/features/networks/index.ts'
import { openTestApp, type TestApp } from '../test/support/open-test-app.ts'
import { isSameCalendar } from './bare/bare-calendar.ts'
import { openCalendars } from './feeds.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

test.each(['fr', 'ko', 'en'] as const)(
  'the calendar that is measured says in %s what the one put together by hand says',
  async (language) => {
    const { context, application } = testApp
    const network = await findNetwork(context, 'france-coree')
    const { text, writeByHand } = await openCalendars(context, network.id, {
      baseUrl: application.settings.baseUrl,
      uidHost: 'entente.example',
      reader: {
        language,
        interfaceLanguage: language,
        t: application.translate(language),
        today: context.today,
        now: null,
      },
      network,
      isInside: false,
    })
    expect(text.match(/^BEGIN:VEVENT/gm)?.length).toBeGreaterThan(10)
    expect(isSameCalendar(writeByHand(), text)).toBe(true)
  },
)
