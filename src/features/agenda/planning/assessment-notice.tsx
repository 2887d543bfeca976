import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import type { Assessment } from './planned-date.ts'
import { isInTheWay } from './planned-events.ts'
import { commonWords, sideWords } from './warning-words.ts'

interface AssessmentNoticeProps {
  countries: readonly string[]
  assessment: Assessment
}

/** The grade of a date, what each side's calendar says of it, and the days on which all sides work. */
export function AssessmentNotice({ countries, assessment }: AssessmentNoticeProps) {
  const reader = useReader()
  const { t } = reader
  const order = byOwnSide(reader, countries)
  const sides = assessment.sides.toSorted((a, b) => order.indexOf(a.country) - order.indexOf(b.country))
  const kind = isInTheWay(assessment) ? 'warning' : assessment.grade === 'clear' ? 'done' : 'information'
  return (
    <Notice kind={kind}>
      <p>
        <strong>{t(`agenda.grade.${assessment.grade}`)}</strong>
      </p>
      <ul>
        {sides.map((side) => (
          <li key={side.country}>
            <strong>{countryName(reader, side.country)}</strong>
            {' – '}
            {sideWords(reader, side) || t('agenda.check.nothing')}
          </li>
        ))}
      </ul>
      <p>{commonWords(reader, assessment)}</p>
    </Notice>
  )
}
