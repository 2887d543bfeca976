import { type ContentLine, readContentLine } from './content-lines.ts'
import { type CalendarRemark, CalendarUnreadable } from './remarks.ts'

export interface Component {
  /** In capitals. */
  name: string
  lines: ContentLine[]
  parts: Component[]
}

const deepest = 8
const longestQuoted = 60

/** The calendars of a text, of which a file may hold several: text outside a BEGIN and its END is ignored. */
export function readComponents(text: string, remarks: CalendarRemark[]): Component[] {
  const calendars: Component[] = []
  const open: Component[] = []
  for (const written of text.split(/\r\n|\n|\r/)) {
    if (written.trim() === '') continue
    const line = readContentLine(written.trimStart())
    const inner = open.at(-1)
    if (line?.name === 'BEGIN') begin(line, open, calendars)
    else if (line?.name === 'END') end(line, open, remarks)
    else if (line) inner?.lines.push(line)
    else if (inner)
      remarks.push({ code: 'lineUnreadable', subject: '', detail: written.slice(0, longestQuoted) })
  }
  // A file that was cut off ends in the middle of something: what is whole of it is kept.
  const unfinished = new Set(open)
  for (const { parts } of open)
    for (const part of parts) if (unfinished.has(part)) parts.splice(parts.indexOf(part), 1)
  if (open.length > 0) remarks.push({ code: 'cutOff', subject: '', detail: '' })
  return calendars
}

function begin({ value }: ContentLine, open: Component[], calendars: Component[]): void {
  const component = { name: value.trim().toUpperCase(), lines: [], parts: [] }
  const inner = open.at(-1)
  if (open.length >= deepest) throw new CalendarUnreadable('damaged')
  if (inner) inner.parts.push(component)
  else if (component.name === 'VCALENDAR') calendars.push(component)
  else return
  open.push(component)
}

function end({ value }: ContentLine, open: Component[], remarks: CalendarRemark[]): void {
  const name = value.trim().toUpperCase()
  const inner = open.at(-1)
  if (inner?.name === name) open.pop()
  else if (open.some((component) => component.name === name)) {
    // A part inside it has no end: it is left out, and the part around it goes on.
    while (open.at(-1)?.name !== name) {
      const unclosed = open.pop()
      const around = open.at(-1)
      if (unclosed && around) around.parts.splice(around.parts.indexOf(unclosed), 1)
    }
    open.pop()
    remarks.push({ code: 'cutOff', subject: '', detail: '' })
  }
}

export function lineOf({ lines }: Component, name: string): ContentLine | undefined {
  return lines.find((line) => line.name === name)
}
