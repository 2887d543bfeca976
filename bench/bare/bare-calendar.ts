/** What a calendar program needs to know of an event, its times already on the wall clock. */
export interface BareEvent {
  uid: string
  stamp: string
  /** Properties with their values: `DTSTART;VALUE=DATE:20170707`. */
  start: string
  end: string
  sequence: number
  status: string
  language: string
  summary: string
  /** Its lines. */
  description: string[]
  location: string
  address: string
  isTransparent: boolean
  categories: string[]
}

/** Writes a calendar as a program would that does nothing else: strings joined, escaped and folded. */
export function bareCalendar(head: string, events: readonly BareEvent[]): string {
  let text = head
  for (const event of events) {
    text += 'BEGIN:VEVENT\r\n'
    text += fold(`UID:${escaped(event.uid)}`)
    text += `DTSTAMP:${event.stamp}\r\n`
    text += fold(event.start)
    text += fold(event.end)
    text += `LAST-MODIFIED:${event.stamp}\r\n`
    text += `SEQUENCE:${event.sequence}\r\n`
    text += `STATUS:${event.status}\r\n`
    text += fold(`SUMMARY;LANGUAGE=${event.language}:${escaped(event.summary)}`)
    text += fold(`DESCRIPTION;LANGUAGE=${event.language}:${escaped(event.description.join('\n'))}`)
    if (event.location) text += fold(`LOCATION;LANGUAGE=${event.language}:${escaped(event.location)}`)
    text += fold(`URL:${event.address}`)
    if (event.isTransparent) text += 'TRANSP:TRANSPARENT\r\n'
    text += fold(`CATEGORIES:${event.categories.map(escaped).join(',')}`)
    text += 'END:VEVENT\r\n'
  }
  return `${text}END:VCALENDAR\r\n`
}

/** Whether two calendars are equal, wherever their lines are folded. */
export function isSameCalendar(one: string, other: string): boolean {
  return one.replaceAll('\r\n ', '') === other.replaceAll('\r\n ', '')
}

function escaped(text: string): string {
  if (!/[\\;,\n]/.test(text)) return text
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

function fold(line: string): string {
  const all = Buffer.byteLength(line)
  if (all <= 75) return `${line}\r\n`
  let folded = ''
  let start = 0
  let octets = 0
  for (let at = 0; at < line.length; ) {
    const code = all === line.length ? 0 : (line.codePointAt(at) ?? 0)
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > 75) {
      folded += `${line.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    at += size === 4 ? 2 : 1
  }
  return `${folded}${line.slice(start)}\r\n`
}
