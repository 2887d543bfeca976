import { expect, test } from 'vitest'
import { groupByMonth } from './pages.tsx'

test('what is only known to be in a year is put under no month', () => {
  const events = ['2017-06-01/2017-06-10', '2017-05-20/2017-06-03', '2017-10', '2018', '2018-03', null]
  const groups = groupByMonth(events.map((happens) => ({ happens })))
  expect(groups.map(({ month, events: within }) => [month, within.map(({ happens }) => happens)])).toEqual([
    ['2017-06', ['2017-06-01/2017-06-10']],
    ['2017-05', ['2017-05-20/2017-06-03']],
    ['2017-10', ['2017-10']],
    ['2018', ['2018']],
    ['2018-03', ['2018-03']],
    [null, [null]],
  ])
})

test('a season and a programme of years begin in no month, « vers octobre » does', () => {
  for (const [happens, month] of [
    ['2018-21', '2018'],
    ['2015/2016', '2015'],
    ['2016-09/..', '2016-09'],
    ['../2014', '2014'],
    ['2017-10~', '2017-10'],
  ] as const)
    expect([happens, groupByMonth([{ happens }])[0]?.month]).toEqual([happens, month])
})
