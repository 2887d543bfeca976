import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readCalendarFile, usualWindow } from './read-calendar-file.ts'
import { CalendarUnreadable } from './remarks.ts'

const window = usualWindow('2017-07-08')
const one = (uid: number) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;TZID=Asia/Seoul:20171009T180000\r\nSUMMARY:서울 ${uid}\r\nEND:VEVENT\r\n`
const calendar = (events: string) =>
  Buffer.from(`BEGIN:VCALENDAR\r\nX-WR-CALNAME:Séoul\r\n${events}END:VCALENDAR\r\n`)
const read = (bytes: Uint8Array, given = {}) => readCalendarFile(bytes, { megabytes: 5, window, ...given })

test('reads a file, packed or not, in a process that gives instants back', async () => {
  const bytes = calendar(one(1))
  const plain = await read(bytes)
  expect(plain).toMatchObject({
    name: 'Séoul',
    events: [
      { start: { at: new Date('2017-10-09T09:00:00Z'), zone: 'Asia/Seoul' }, summary: { text: '서울 1' } },
    ],
  })
  expect(await read(gzipSync(bytes))).toEqual(plain)
})

test.each([
  ['of more than five megabytes', Buffer.alloc(5 * 1024 * 1024 + 1, 32), 'tooLarge', '5'],
  ['that unpacks to more', gzipSync(Buffer.alloc(500 * 1024 * 1024)), 'bomb', '5'],
  ['that is cut off', gzipSync(calendar(one(1))).subarray(0, 60), 'damaged', ''],
  ['of nothing', Buffer.alloc(0), 'notCalendar', ''],
  ['of bytes', Buffer.from([0, 1, 2, 3, 0, 0, 0, 0]), 'notCalendar', ''],
] as const)('refuses a file %s', async (_, bytes, code, detail) => {
  await expect(read(bytes)).rejects.toEqual(new CalendarUnreadable(code, detail))
})

test('ends a reading that takes too long or too much memory, and one that nobody waits for', async () => {
  const lines = Array.from({ length: 3_000 }, (_, uid) =>
    one(uid).replace('SUMMARY', 'RRULE:FREQ=MINUTELY;BYHOUR=3;BYMINUTE=7\r\nSUMMARY'),
  )
  const slow = calendar(lines.join(''))
  const limits = { timeMs: 700, stillMs: 700 }
  await expect(read(slow, { limits })).rejects.toMatchObject({ code: 'tooSlow' })
  await expect(read(slow, { limits: { memory: 20 * 1024 * 1024 } })).rejects.toMatchObject({
    code: 'tooMuchMemory',
  })
  const given = AbortSignal.timeout(300)
  await expect(read(slow, { signal: given })).rejects.toThrow()
})

test('reads ten thousand events within five seconds', async () => {
  const bytes = calendar(Array.from({ length: 10_000 }, (_, uid) => one(uid)).join(''))
  const start = performance.now()
  expect((await read(bytes)).events).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('passes over what no calendar needs without giving up: the largest file of one line, and of nothing but lines', async () => {
  const size = 5 * 1024 * 1024 - 100
  const long = calendar(`${one(1).replace('서울', 'x'.repeat(size - 400))}`)
  expect((await read(long)).events).toHaveLength(1)
  const many = calendar(`${one(1)}${'A:\r\n'.repeat(size / 4 - 100)}`)
  expect((await read(many)).events).toHaveLength(1)
  const deep = calendar('BEGIN:VEVENT\r\n'.repeat(100_000))
  await expect(read(deep)).rejects.toMatchObject({ code: 'damaged' })
})
