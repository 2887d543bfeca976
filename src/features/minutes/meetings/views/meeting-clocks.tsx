import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines, clockWords as wordsOfHours } from '../../../../ui/text/clock-lines.tsx'
import { clockLines as linesOfHours } from '../../../../ui/text/clock-text.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { Meeting } from '../meeting.ts'

interface MeetingClocksProps {
  countries: readonly string[]
  meeting: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt' | 'zone'>
  /** What follows the last word: marks of evidence. */
  children?: ComponentChildren
}

/** The time of a meeting on every side’s clock; the day alone where the hours are unknown. */
export function MeetingClocks({ countries, meeting, children }: MeetingClocksProps) {
  const reader = useReader()
  if (meeting.startsAt === null)
    return (
      <>
        <time datetime={meeting.heldOn}>{dayWords(reader, meeting.heldOn)}</time>
        {children}
      </>
    )
  return (
    <ClockLines countries={countries} hours={meeting}>
      {children}
    </ClockLines>
  )
}

type Asked = Pick<MeetingClocksProps, 'countries' | 'meeting'>

/** The time of a meeting in one line of plain words, for titles and mails. */
export function clockWords(reader: Reader, { countries, meeting }: Asked): string {
  if (meeting.startsAt === null) return dayWords(reader, meeting.heldOn)
  return wordsOfHours(reader, { countries, hours: meeting })
}

/** The time of a meeting in plain words, with one line and the day for each clock. */
export function clockLines(reader: Reader, { countries, meeting }: Asked): string[] {
  if (meeting.startsAt === null) return [dayWords(reader, meeting.heldOn)]
  return linesOfHours(reader, { countries, hours: meeting })
}
