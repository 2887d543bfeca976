import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'
import { knownPeriod } from '../known-period.ts'

interface YearStepsProps {
  network: string
  year: number
}

/** The year before, this one and the next, where their holidays are known. */
export function YearSteps({ network, year }: YearStepsProps) {
  const reader = useReader()
  const [first, last] = [knownPeriod.from, knownPeriod.to].map((day) => Number(day.slice(0, 4)))
  const years = [year - 1, year, year + 1].filter((each) => each >= (first ?? each) && each <= (last ?? each))
  return (
    <Tabs
      label={reader.t('agenda.holidays.years')}
      tabs={years.map((each) => ({
        label: String(each),
        href: paths.holidays(reader, network, each),
        current: each === year,
      }))}
    />
  )
}
