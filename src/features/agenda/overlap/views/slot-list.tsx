import { Choice } from '../../../../ui/form/choice-field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { clockLines } from '../../../../ui/text/clock-text.ts'
import { gradeWords } from '../../planning/warning-words.ts'
import { slotWritten } from '../../polls/making/slot-values.ts'
import { paths as pollPaths } from '../../polls/paths.ts'
import type { FoundSlot } from './overlap-page.tsx'

interface SlotListProps {
  network: string
  countries: readonly string[]
  slots: readonly FoundSlot[]
  zone: string
  mayAsk: boolean
}

/** Slots on every side’s clock, to read or to choose from. */
export function SlotList(props: SlotListProps) {
  const reader = useReader()
  const { network, countries, slots, zone, mayAsk } = props
  const { t } = reader
  const remarks = ({ assessment }: FoundSlot) =>
    assessment.grade === 'clear' ? null : gradeWords(reader, countries, assessment)
  if (!mayAsk)
    return (
      <ul class="poll-slots">
        {slots.map((slot) => (
          <li key={slot.start.toString()}>
            <ClockLines countries={countries} hours={hoursOf(slot, zone)} />
            {remarks(slot) ? <p class="quiet">{remarks(slot)}</p> : null}
          </li>
        ))}
      </ul>
    )
  return (
    <form method="get" action={`/${reader.language}/${network}/agenda/polls/new`} class="form">
      <FieldGroup name="slot" label={t('agenda.overlap.choose')} hint={t('agenda.overlap.chooseHint')} isPart>
        <div class="choices">
          {slots.map((slot) => (
            <Choice
              key={slot.start.toString()}
              name="slot"
              option={{
                value: slotWritten(slot),
                label: clockLines(reader, { countries, hours: hoursOf(slot, zone) }).map((line) => (
                  <span key={line} class="poll-line">
                    {line}
                  </span>
                )),
                hint: remarks(slot),
              }}
              type="checkbox"
              isChosen={false}
            />
          ))}
        </div>
      </FieldGroup>
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('agenda.overlap.poll')}
        </button>{' '}
        <a href={pollPaths.polls(reader, network)}>{t('agenda.polls.title')}</a>
      </p>
    </form>
  )
}

function hoursOf({ start, end }: FoundSlot, zone: string) {
  return { startsAt: new Date(start.epochMilliseconds), endsAt: new Date(end.epochMilliseconds), zone }
}
