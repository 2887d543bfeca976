import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { Timeline } from './timeline.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import type { TimelineEntry } from './timeline-years.ts'

const entries: TimelineEntry[] = [
  {
    key: 'a',
    lane: 'activity',
    from: '2010-01-01',
    until: '2010-12-31',
    date: { shown: '2010' },
    title: 'Rencontre',
  },
  {
    key: 'b',
    lane: 'agreement',
    from: '2015-04-22',
    until: '2015-04-22',
    date: { shown: '22 avril 2015' },
    title: 'Jumelage',
    href: '#b',
  },
  {
    key: 'c',
    lane: 'activity',
    from: '2018-01-01',
    until: '2018-12-31',
    date: { shown: '2018' },
    title: 'Salon',
    planned: true,
  },
]

test('is an ordered list of years for those who hear it', () => {
  const html = renderFor(uiReader('fr'), () => <Timeline label="Chronologie" entries={entries} />)
  const words = html
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  expect(words).toBe(
    '2010 Activité, 2010 Rencontre 4 ans sans trace 2015 Accord, 22 avril 2015 Jumelage ' +
      '1 an sans trace 2017 8 juillet 2018 Activité, 2018 Salon annoncé',
  )
})

test('draws a band for a year and a point for a day, without an inline style', () => {
  const html = renderFor(uiReader('fr'), () => <Timeline label="Chronologie" entries={entries} />)
  expect(html).toContain('<rect class="axis-mark axis-activity" x="0%" y="18" width="99.7%"')
  expect(html).toContain('<rect class="axis-mark axis-agreement axis-point" x="30.4%"')
  expect(html).not.toContain('style=')
})

test('is a table with years as columns for many ties', () => {
  const html = renderFor(uiReader('fr'), () => (
    <TimelineChart
      caption="Années"
      rows={[{ key: 'r', heading: 'Limoges – Icheon', status: 'active', since: 2010, entries }]}
    />
  ))
  expect(html.match(/<th scope="col"/g)).toHaveLength(9)
  expect(html).toContain('<th scope="row">Limoges – Icheon</th>')
  expect(html).toContain('title="1 accord"')
  expect(html).toContain('<span class="visually-hidden">20</span>11')
})

test.each([1970, 1950, 1700])(
  'columns of several years since %i have names as short as those of one',
  (since) => {
    const html = renderFor(uiReader('fr'), () => (
      <TimelineChart
        caption="Années"
        rows={[{ key: 'r', heading: 'Tours – Luoyang', status: 'active', since, entries }]}
      />
    ))
    const shown = [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, name = '']) =>
      name.replaceAll(/<span class="visually-hidden">.*?<\/span>/g, ''),
    )
    const [first, ...others] = shown
    expect(first).toBe(String(since))
    // No two in full stand side by side.
    for (const [index, name] of others.entries())
      expect(name.length === 2 || (others[index - 1]?.length ?? 2) === 2, shown.join(' ')).toBe(true)
    expect(html).toMatch(/<span class="visually-hidden">–\d{4}<\/span>/)
  },
)
