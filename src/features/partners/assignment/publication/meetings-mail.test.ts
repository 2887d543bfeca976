import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../../../platform/calendar/calendar-event.ts'
import { uiReader } from '../../../../ui/ui-reader.ts'
import { meetingsMail } from './meetings-mail.ts'

const reader = { ...uiReader('en'), t: (key: string) => key }
const meeting = (uid: string): CalendarEvent => ({
  uid,
  stampedAt: new Date('2026-11-02T08:00:00Z'),
  start: { kind: 'day', day: '2026-11-12' },
  summary: { text: uid },
})

test('a mail of moved and cancelled meetings is shown as what is held, whatever was done first', () => {
  const { calendar } = meetingsMail({
    reader: reader as never,
    isInside: false,
    readsCalendars: false,
    event: 'Rencontres',
    title: 'Rencontres',
    place: null,
    details: { title: false, place: false },
    before: null,
    participant: 'Limoges',
    isFirst: false,
    because: null,
    when: '',
    changes: { new: [], moved: ['b', 'c'], cancelled: ['a'] },
    timetable: ['b', 'c'],
    calendar: [
      { method: 'CANCEL', event: meeting('a') },
      { method: 'REQUEST', event: meeting('b') },
      { method: 'REQUEST', event: meeting('c') },
    ],
  })
  const parts = calendar ? [calendar, ...(calendar.others ?? [])] : []
  expect(parts.map(({ method, event }) => [method, event.uid])).toEqual([
    ['REQUEST', 'b'],
    ['REQUEST', 'c'],
    ['CANCEL', 'a'],
  ])
})
