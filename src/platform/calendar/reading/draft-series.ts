import type { Component } from './components.ts'
import type { ContentLine } from './content-lines.ts'
import { type Moment, type ReadingContext, readMoment } from './moment.ts'
import { type Rule, readRule } from './recurrence-rule.ts'
import { EventUnreadable } from './remarks.ts'
import { type Span, spanOrNote } from './span.ts'

/** One time that something takes place. */
export interface Timed {
  start: Moment
  span: Span | null
}

const linesOf = ({ lines }: Component, wanted: string) => lines.filter(({ name }) => name === wanted)

/** The rules by which something repeats; RFC 5545 wants one at most, and programs write several. */
export function readRules(
  readingContext: ReadingContext,
  component: Component,
  name: 'RRULE' | 'EXRULE' = 'RRULE',
): Rule[] {
  return linesOf(component, name).flatMap(({ value }) => {
    const words = value.trim().slice(0, 60)
    const rule = readRule(value, (part) => readingContext.note('rulePartLeftOut', part.slice(0, 60)))
    if (rule) return rule
    if (name === 'EXRULE') readingContext.note('exceptionLeftOut', words)
    else if (words === '') readingContext.note('recurrenceEmpty', '')
    // One day of a series would be taken for all of it.
    else throw new EventUnreadable('ruleUnreadable', words)
    return []
  })
}

/** The dates that are added to a series: as long as those of the series, or as long as they say. */
export function readAdded(readingContext: ReadingContext, component: Component, usual: Span | null): Timed[] {
  return linesOf(component, 'RDATE').flatMap((line) => {
    if (line.value.trim() === '') readingContext.note('recurrenceEmpty', '')
    return valuesOf(line).flatMap((value) => {
      const [from = '', to] = value.split('/', 2)
      const start = momentOrNull(readingContext, { ...line, value: from })
      if (!start) readingContext.note('dateLeftOut', value.slice(0, 60))
      if (!start || to === undefined) return start ? { start, span: usual } : []
      const end = { ...line, value: to }
      const isDuration = /^[+-]?P/i.test(to)
      return {
        start,
        span: spanOrNote(readingContext, start, isDuration ? undefined : end, isDuration ? end : undefined),
      }
    })
  })
}

/** The dates that are taken out of a series. One in an unknown zone is matched by its hour. */
export function readExcluded(readingContext: ReadingContext, component: Component): Moment[] {
  return linesOf(component, 'EXDATE').flatMap((line) =>
    valuesOf(line).flatMap((value) => {
      const each = { ...line, value }
      const moment =
        momentOrNull(readingContext, each) ?? momentOrNull(readingContext, { ...each, parameters: {} })
      if (!moment) readingContext.note('exceptionLeftOut', value.slice(0, 60))
      return moment ?? []
    }),
  )
}

const valuesOf = ({ value }: ContentLine) => value.split(',').filter((each) => each.trim() !== '')

function momentOrNull(readingContext: ReadingContext, line: ContentLine): Moment | null {
  try {
    return readMoment(readingContext, line)
  } catch (error) {
    if (error instanceof EventUnreadable) return null
    throw error
  }
}
