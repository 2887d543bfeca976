import { buffer } from 'node:stream/consumers'
import { endWithParent } from '../../reading/end-with-parent.ts'
import { calendarText } from './calendar-text.ts'
import { readCalendar } from './read-calendar.ts'
import type { CalendarAnswer, CalendarOrder } from './reading-order.ts'
import { CalendarUnreadable } from './remarks.ts'

// A process of its own for each file, see ../../reading/limited-process.ts.
process.on('message', async (order: CalendarOrder) => {
  const answer = read(await buffer(process.stdin), order)
  process.send?.(answer, undefined, undefined, () => process.disconnect?.())
})
endWithParent()

function read(bytes: Uint8Array, { mostBytes, window }: CalendarOrder): CalendarAnswer {
  try {
    const { text, remarks } = calendarText(bytes, mostBytes)
    const calendar = readCalendar(text, window)
    return { is: 'calendar', calendar: { ...calendar, remarks: [...remarks, ...calendar.remarks] } }
  } catch (error) {
    const { code, detail } = error instanceof CalendarUnreadable ? error : new CalendarUnreadable('damaged')
    return { is: 'unreadable', code, detail }
  }
}
