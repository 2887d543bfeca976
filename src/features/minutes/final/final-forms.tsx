import { Choice } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import type { Meeting, MinutesPhase } from '../meetings/meeting.ts'
import { paths } from '../paths.ts'

interface FinalFormsProps {
  network: string
  meeting: Meeting
  phase: MinutesPhase
  sections: readonly { id: string }[]
  languages: readonly string[]
  suggestedNumber: string
  openAmendments: number
}

/** The steps after the text is written: amendments until a day, then the final minutes, then errata. */
export function FinalForms(props: FinalFormsProps) {
  if (props.sections.length === 0) return null
  return props.phase === 'final' ? <ErratumForm {...props} /> : <ClosingForms {...props} />
}

function ClosingForms({ network, meeting, phase, suggestedNumber, openAmendments }: FinalFormsProps) {
  const reader = useReader()
  const { t } = reader
  const address = paths.step(reader, network, meeting.slug, 'text')
  return (
    <Section id="closing" title={t('minutes.final.title')}>
      {phase === 'amendable' && meeting.amendableUntil ? (
        <p>
          {t('minutes.final.openUntil', { day: dayWords(reader, meeting.amendableUntil) })}{' '}
          <a href={paths.step(reader, network, meeting.slug, 'amendments')}>
            {t('minutes.final.openAmendments', { count: openAmendments })}
          </a>
        </p>
      ) : null}
      <form class="form" method="post" action={`${address}/amendable`} novalidate>
        <DayField
          name="until"
          label={t('minutes.final.until')}
          hint={t('minutes.final.untilHint')}
          value={meeting.amendableUntil ?? ''}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('minutes.final.open')}
          </button>
        </p>
      </form>
      <form class="form" method="post" action={`${address}/final`} novalidate>
        <Field
          name="number"
          label={t('minutes.final.numberLabel')}
          hint={t('minutes.final.numberHint')}
          value={suggestedNumber}
          required
        />
        <div class="field">
          <Choice
            name="sure"
            type="checkbox"
            isChosen={false}
            required
            option={{ value: 'yes', label: t('minutes.final.sure') }}
          />
        </div>
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.final.finalise')}
          </button>
        </p>
      </form>
    </Section>
  )
}

function ErratumForm({ network, meeting, languages }: FinalFormsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="erratum" title={t('minutes.erratum.add')}>
      <form
        class="form"
        method="post"
        action={paths.step(reader, network, meeting.slug, 'text', 'errata')}
        novalidate
      >
        <FormFields form={undefined}>
          <LocalizedField
            name="text"
            label={t('minutes.text.erratum')}
            hint={t('minutes.erratum.hint')}
            languages={languages}
            text={{}}
            max={2000}
            required
          />
          <p class="form-end">
            <button class="button primary" type="submit">
              {t('minutes.erratum.add')}
            </button>
          </p>
        </FormFields>
      </form>
    </Section>
  )
}
