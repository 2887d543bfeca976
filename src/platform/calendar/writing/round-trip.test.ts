import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { calendar, meeting, readBack, sameTime } from '../../../../test/support/written-calendar.ts'
import type { CalendarEvent } from '../calendar-event.ts'
import { keepableText } from './escaping.ts'
import { writeCalendar } from './write-calendar.ts'

const day = (iso: string) => ({ kind: 'day' as const, day: iso })
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
// Until 1972 Liberia’s clock had an offset in seconds, which ical.js does not read.
const times = fc.date({ min: new Date('1972-02-01'), max: new Date('2060-01-01'), noInvalidDate: true })
const seconds = (date: Date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000)
const length = fc.integer({ min: 0, max: 40 * 86_400 })
const days = times.map((date) => date.toISOString().slice(0, 10))

const when: fc.Arbitrary<Pick<CalendarEvent, 'start' | 'end'>> = fc.oneof(
  fc.record({ zone: zones, at: times.map(seconds), for: length }).map(({ zone, at, for: span }) => ({
    start: { kind: 'instant' as const, at, zone },
    end: { kind: 'instant' as const, at: new Date(at.getTime() + span * 1_000), zone },
  })),
  fc.record({ from: days, for: fc.integer({ min: 1, max: 60 }) }).map(({ from, for: span }) => ({
    start: day(from),
    end: day(Temporal.PlainDate.from(from).add({ days: span }).toString()),
  })),
)
const texts = fc.oneof(
  hostileText,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('서울 "회의", 1\n2', 'a\\nb\\,c;d:e', '👩‍👩‍👧‍👦'.repeat(20)),
)

const events = fc.record({ when, summary: texts, description: texts, category: texts, name: texts })

test('gives back through our reader what was written: any zone, any date, any text', () => {
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 5 }), (given) => {
      const written = given.map(({ when: { start, end }, summary, description, category, name }, index) => ({
        ...meeting,
        uid: String(index),
        start,
        ...(end ? { end } : {}),
        summary: { text: summary },
        description: { text: description, language: 'ko' },
        categories: [category],
        organizer: { address: 'a@b.example', name },
      }))
      const { events: read, remarks } = readBack(writeCalendar(calendar, written))
      expect(remarks).toEqual([])
      expect(
        read.map(({ start, end, summary, description, categories, organizer }) => [
          sameTime(start),
          sameTime(end),
          summary.text,
          description?.text ?? '',
          categories?.join() ?? '',
          organizer?.name ?? '',
        ]),
      ).toEqual(
        written.map(({ start, end, summary, description, categories, organizer }) => [
          sameTime(start),
          sameTime(end),
          keepableText(summary.text).trim(),
          keepableText(description.text).trim(),
          keepableText(categories.join()).trim(),
          keepableText(organizer.name).replaceAll('\t', ' ').trim(),
        ]),
      )
    }),
    { numRuns: 300 },
  )
})

test('gives back through ical.js what was written, by the zone rules of the file alone', () => {
  fc.assert(
    fc.property(when, texts, ({ start, end }, summary) => {
      const text = writeCalendar(calendar, [
        { ...meeting, start, ...(end ? { end } : {}), summary: { text: summary } },
      ])
      const component = new ICAL.Component(ICAL.parse(text))
      const event = component.getFirstSubcomponent('vevent')
      for (const [name, time] of [
        ['dtstart', start],
        ['dtend', end],
      ] as const) {
        const read = event?.getFirstPropertyValue(name)
        if (!(read instanceof ICAL.Time)) throw new Error('No time')
        if (time?.kind === 'day') expect([read.isDate, read.toString()]).toEqual([true, time.day])
        if (time?.kind !== 'instant') continue
        // Rules for other years ical.js does not unfold.
        if (time.at.getUTCFullYear() <= 2034) expect(read.toJSDate()).toEqual(time.at)
      }
      expect(event?.getFirstPropertyValue('summary')).toBe(keepableText(summary))
    }),
    { numRuns: 300 },
  )
})
