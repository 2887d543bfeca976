import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { optionLines } from '../option-words.ts'
import type { OfferedDate } from '../poll.ts'

interface OptionDateProps {
  countries: readonly string[]
  option: OfferedDate
}

/** A date that is offered: on every side’s clock with the day on each, or as whole days. */
export function OptionDate({ countries, option }: OptionDateProps) {
  const reader = useReader()
  if (option.startsAt === null) return <>{optionLines(reader, countries, option).join(' ')}</>
  const { startsAt, endsAt, zone } = option
  return <ClockLines countries={countries} hours={{ startsAt, endsAt, zone }} />
}
