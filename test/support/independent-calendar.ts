import ICAL from 'ical.js'
import { findIana } from 'windows-iana'
import { zoneComponent } from '../../src/platform/calendar/writing/zone-rules.ts'

/**
 * When the events of a calendar take place within a window, as `ical.js` reads it: `uid start/end`, in UTC, days as midnight and hours
 * without a zone unchanged. Null if it finds no calendar, or a zone that it would take for this machine’s clock.
 */
export function readIndependently(text: string, window: { from: number; until: number }): string[] | null {
  try {
    return [ICAL.parse(text)].flat(1).length === 0 ? null : listed(text, window)
  } catch {
    return null
  }
}

const mostSteps = 20_000

function listed(text: string, { from, until }: { from: number; until: number }): string[] {
  const parsed = ICAL.parse(text)
  // Several calendars of one file come as a list.
  const jcals: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed
  const calendars = jcals.map((jcal) => new ICAL.Component(jcal as never))
  ICAL.TimezoneService.reset()
  for (const calendar of calendars) registerZones(calendar)
  return calendars
    .flatMap((calendar) => {
      const all = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
      const byUid = Map.groupBy(all, ({ uid }) => uid)
      return [...byUid].flatMap(([uid, versions]) => {
        const masters = versions.filter((event) => !event.isRecurrenceException())
        const changes = versions.filter((event) => event.isRecurrenceException())
        const events = masters.length > 0 ? masters : changes
        return events
          .flatMap((event) => {
            if (masters.length > 0) for (const change of changes) event.relateException(change)
            return timesOf(event, until).filter(([start]) => start >= from && start < until)
          })
          .map(([start, end]) => `${uid} ${minute(start)}/${minute(end)}`)
      })
    })
    .toSorted()
}

function timesOf(event: ICAL.Event, until: number): [number, number][] {
  if (!event.isRecurring()) return [[ms(event.startDate), ms(event.endDate)]]
  const times: [number, number][] = []
  const iterator = event.iterator()
  for (let step = 0; step < mostSteps; step += 1) {
    const next = iterator.next()
    // A moved date may come earlier than its place.
    if (!next || ms(next) > until + 100 * 86_400_000) break
    const { startDate, endDate } = event.getOccurrenceDetails(next)
    times.push([ms(startDate), ms(endDate)])
  }
  return times
}

function registerZones(calendar: ICAL.Component): void {
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const named = calendar.toString().matchAll(/;TZID="?([^":;,\r\n]+)/g)
  for (const [, name = ''] of named) {
    if (ICAL.TimezoneService.has(name)) continue
    const [zoneName = name] = findIana(name)
    const rules = zoneComponent(zoneName, [1980, 2035]).replace(`TZID:${zoneName}`, `TZID:${name}`)
    const text = `BEGIN:VCALENDAR\r\n${rules}END:VCALENDAR`
    const [zone] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtimezone')
    if (zone) ICAL.TimezoneService.register(zone)
  }
}

const minute = (at: number) => new Date(at).toISOString().slice(0, 16)

// Days and hours without a zone are unchanged: `toUnixTime` would take them for the clock of this machine.
function ms(time: ICAL.Time): number {
  const isPlain = time.isDate || time.zone?.tzid === 'floating'
  if (!isPlain) return time.toUnixTime() * 1_000
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
}
