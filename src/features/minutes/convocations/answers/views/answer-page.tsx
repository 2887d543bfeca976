import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import type { RecordNetwork } from '../../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Point } from '../../../agenda/queries.ts'
import { AgendaList } from '../../../agenda/views/agenda-list.tsx'
import { presenceWords } from '../../../attendance/views/attendance-list.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { MeetingFacts } from '../../../meetings/views/meeting-facts.tsx'
import { answers, type Invitee } from '../../queries.ts'

interface AnswerPageProps {
  network: RecordNetwork
  meeting: Meeting
  points: readonly Point[]
  invitee: Invitee
  state: 'open' | 'over' | 'cancelled'
  action: string
  values: FormValues
  errors: readonly FieldError[]
}

/** A meeting as somebody is convened to it, and their answer, which they may change until it is over. */
export function AnswerPage(props: AnswerPageProps) {
  const reader = useReader()
  const { network, meeting, points, invitee, state } = props
  const { t } = reader
  return (
    <>
      <FormErrors errors={props.errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={t('minutes.answer.title')}
        lead={invitee.name ? t('minutes.answer.for', { name: invitee.name }) : undefined}
      >
        <Passage text={meeting.title} as="span" tags={false} />
      </PageHeading>
      {state === 'cancelled' ? <Notice kind="warning">{t('minutes.meeting.cancelled')}</Notice> : null}
      {invitee.answer && invitee.answeredAt ? (
        <Notice kind="done" live>
          <p>
            {t('minutes.answer.given')}{' '}
            <strong>
              {presenceWords(reader, { presence: invitee.answer, representedBy: invitee.representedBy })}
            </strong>{' '}
            (<Moment at={invitee.answeredAt} />)
          </p>
        </Notice>
      ) : null}
      <MeetingFacts network={network} meeting={meeting} marks={() => []} />
      <Passage text={meeting.invitation} class="minutes-invitation" />
      {points.length > 0 ? (
        <Section id="agenda" title={t('minutes.agenda.title')}>
          <AgendaList points={points} />
        </Section>
      ) : null}
      {state === 'open' ? (
        <AnswerForm {...props} />
      ) : (
        <p class="quiet">{t(state === 'over' ? 'minutes.answer.over' : 'minutes.answer.notNeeded')}</p>
      )}
    </>
  )
}

function AnswerForm({ action, invitee, values, errors }: AnswerPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="answer" title={t(invitee.answer ? 'minutes.answer.change' : 'minutes.answer.yours')}>
      <Form action={action} form={{ values, errors }}>
        <ChoiceField
          name="answer"
          label={t('minutes.answer.question')}
          options={answers.map((answer) => ({ value: answer, label: t(`minutes.answer.option.${answer}`) }))}
          required
        />
        <Field name="representedBy" label={t('minutes.answer.by')} />
        <TextAreaField name="words" label={t('minutes.answer.words')} max={1000} rows={3} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.answer.send')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
