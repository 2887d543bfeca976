import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, CommandFailed } from '../cli/command.ts'
import { dayOf } from '../context/clock.ts'
import type { CalendarTime } from './calendar-event.ts'
import { calendarRemarkWords, calendarTroubleWords } from './calendar-words.ts'
import type { ReadCalendar, ReadEvent } from './reading/read-calendar.ts'
import { readCalendarFile, usualWindow } from './reading/read-calendar-file.ts'
import { CalendarUnreadable } from './reading/remarks.ts'

/** Shows what a calendar file holds, and what of it was left out and why; it writes nothing. */
export const calendarCommand: Command = {
  name: 'import calendar',
  usage: 'import calendar FILE [--json]',
  summary: 'show what a calendar file (.ics, .ics.gz) holds, and what of it cannot be read',
  options: { json: 'flag' },
  words: [1, 1],
  run: async ({ words: [file = ''], options, application, terminal, folder }) => {
    const t = application.translate('en')
    try {
      const bytes = await readFile(resolve(folder, file))
      const calendar = await readCalendarFile(bytes, {
        megabytes: application.settings.calendarMegabytes,
        window: usualWindow(dayOf(application.clock)),
      })
      for (const remark of calendar.remarks) terminal.say(calendarRemarkWords(t, remark))
      terminal.out(options.json === true ? `${JSON.stringify(calendar)}\n` : outline(calendar))
    } catch (error) {
      if (error instanceof CalendarUnreadable) throw new CommandFailed(calendarTroubleWords(t, error))
      if (error instanceof Error && 'syscall' in error)
        throw new CommandFailed(`${file} cannot be read: ${error.message}`)
      throw error
    }
  },
}

function outline({ name, events }: ReadCalendar): string {
  return [...(name === '' ? [] : [name]), ...events.map(lineOf)].map((line) => `${line}\n`).join('')
}

function lineOf({ start, end, summary, status, occurrences, recurrence }: ReadEvent): string {
  const when = end ? `${timeWords(start)} – ${timeWords(end)}` : timeWords(start)
  const times = recurrence ? `, ${occurrences.length} times` : ''
  return `${when}  ${summary.text}${times}${status && status !== 'confirmed' ? ` (${status})` : ''}`
}

function timeWords(time: CalendarTime): string {
  if (time.kind === 'day') return time.day
  if (time.kind === 'floating') return `${time.at} without a zone`
  const at = Temporal.Instant.fromEpochMilliseconds(time.at.getTime()).toZonedDateTimeISO(time.zone)
  return at.toString({ smallestUnit: 'minute' })
}
