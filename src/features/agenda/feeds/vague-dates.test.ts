import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readBack, unfolded } from '../../../../test/support/written-calendar.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const file = async (address: string) => (await testApp.get(address)).body

describe('vague dates', () => {
  const bars = async (address: string) =>
    readBack(await file(address)).events.flatMap(({ start, end, summary }) =>
      start.kind === 'day' && end?.kind === 'day'
        ? [{ days: Temporal.PlainDate.from(start.day).until(end.day).days, text: summary.text }]
        : [],
    )

  test('are no bars over months in calendars, which say how many they leave out, unless they are asked for', async () => {
    const usual = await bars(`/fr/${group}/agenda.ics`)
    const all = await bars(`/fr/${group}/agenda.ics?vague=all`)
    expect(usual.filter(({ days }) => days > 31 && days < 365)).toEqual(
      // What is planned within less than a year.
      all.filter(({ days, text }) => days > 31 && days < 365 && usual.some((each) => each.text === text)),
    )
    expect(usual.filter(({ days }) => days >= 365)).toEqual([])
    expect(usual.filter(({ days }) => days <= 31)).toEqual(all.filter(({ days }) => days <= 31))
    const left = all.length - usual.length
    expect(left).toBeGreaterThan(10)
    const calendar = unfolded(await file(`/fr/${group}/agenda.ics`))
    expect(calendar).toContain(`${left} événements datés trop vaguement n’y figurent pas.`)
    expect(unfolded(await file(`/fr/${group}/agenda.ics?vague=all`))).not.toContain('trop vaguement')
  })

  test('go on standing in news feeds, and the page that offers the calendar says so and offers them', async () => {
    for (const format of ['rss', 'atom', 'json'])
      expect(await file(`/fr/${group}/agenda.${format}`)).toBe(
        (await file(`/fr/${group}/agenda.${format}?vague=all`)).replaceAll('?vague=all', ''),
      )
    const page = await file(`/fr/${group}/agenda/subscribe?theme=culture`)
    expect(page).toContain('daté au mois près')
    expect(page).toContain('agenda/subscribe?theme=culture&amp;vague=all"')
    expect(await file(`/fr/${group}/agenda/subscribe?vague=all`)).toContain('agenda.ics?vague=all')
  })
})
