import { inTurn, type ProcessLimits, workInProcess } from '../../reading/limited-process.ts'
import { TextUnreadable } from '../../reading/text-unreadable.ts'
import { workerFile } from '../../settings/worker-file.ts'
import type { Window } from './occurrences.ts'
import type { ReadCalendar } from './read-calendar.ts'
import type { CalendarAnswer } from './reading-order.ts'
import { CalendarUnreadable } from './remarks.ts'

export interface CalendarReadingOptions {
  /** The largest that a file may be, unpacked. */
  megabytes: number
  window: Window
  signal?: AbortSignal
  limits?: Partial<ProcessLimits>
}

const usualLimits: ProcessLimits = { timeMs: 60_000, stillMs: 60_000, memory: 768 * 1024 * 1024 }

/**
 * Reads a calendar file (.ics, or packed as .ics.gz) in a process of its own, within limits of time and memory. Refuses with a
 * `CalendarUnreadable`, whose code is a message; what was left out of a file that is read is among its remarks.
 */
export async function readCalendarFile(
  bytes: Uint8Array,
  { megabytes, window, signal, limits }: CalendarReadingOptions,
): Promise<ReadCalendar> {
  const mostBytes = megabytes * 1024 * 1024
  if (bytes.length > mostBytes) throw new CalendarUnreadable('tooLarge', String(megabytes))
  try {
    return await inTurn(() =>
      workInProcess({
        worker: workerFile(import.meta.url, 'calendar-worker'),
        order: { mostBytes, window },
        bytes,
        limits: { ...usualLimits, ...limits },
        signal,
        hear: (answer: CalendarAnswer) => {
          if (answer.is === 'unreadable') throw new CalendarUnreadable(answer.code, answer.detail)
          return { result: answer.calendar }
        },
      }),
    )
  } catch (error) {
    throw error instanceof TextUnreadable ? asCalendarTrouble(error) : error
  }
}

/** From ten years before a day (ISO) to five years after it, and at most a thousand times per event. */
export function usualWindow(today: string): Window {
  const day = Temporal.PlainDate.from(today).toZonedDateTime('UTC')
  return {
    from: day.subtract({ years: 10 }).epochMilliseconds,
    until: day.add({ years: 5 }).epochMilliseconds,
    most: 1_000,
  }
}

function asCalendarTrouble({ code, detail }: TextUnreadable): CalendarUnreadable {
  if (code === 'tooSlow' || code === 'tooMuchMemory' || code === 'tooMany')
    return new CalendarUnreadable(code, detail)
  return new CalendarUnreadable('damaged')
}
