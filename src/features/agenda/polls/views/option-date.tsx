import type { Reader } from '../../../../platform/i18n/reader.ts'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { optionLines } from '../option-words.ts'
import type { OfferedDate } from '../poll.ts'

interface OptionDateProps {
  reader: Reader
  countries: readonly string[]
  option: OfferedDate
}

/** A date that is offered: on every side’s clock with the day on each, or as whole days. */
export function OptionDate({ reader, countries, option }: OptionDateProps) {
  if (option.startsAt === null) return <>{optionLines(reader, countries, option).join(' ')}</>
  const { startsAt, endsAt, zone } = option
  return <ClockLines reader={reader} countries={countries} hours={{ startsAt, endsAt, zone }} />
}
