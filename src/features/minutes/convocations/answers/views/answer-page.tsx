import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../platform/input/form.ts'
import type { RecordNetwork } from '../../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Point } from '../../../agenda/queries.ts'
import { AgendaList } from '../../../agenda/views/agenda-list.tsx'
import { presenceWords } from '../../../attendance/views/attendance-list.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { MeetingFacts } from '../../../meetings/views/meeting-facts.tsx'
import { errorOf } from '../../../views/form-page.tsx'
import { answers, type Invitee } from '../../queries.ts'

interface AnswerPageProps {
  reader: Reader
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
  const { reader, network, meeting, points, invitee, state } = props
  const { t } = reader
  return (
    <>
      <FormErrors
        reader={reader}
        errors={props.errors.map(({ field, message }) => ({ field, message: message(t) }))}
      />
      <PageHeading
        kicker={t('minutes.answer.title')}
        lead={invitee.name ? t('minutes.answer.for', { name: invitee.name }) : undefined}
      >
        <Passage reader={reader} text={meeting.title} as="span" tags={false} />
      </PageHeading>
      {state === 'cancelled' ? (
        <Notice reader={reader} kind="warning">
          {t('minutes.meeting.cancelled')}
        </Notice>
      ) : null}
      {invitee.answer && invitee.answeredAt ? (
        <Notice reader={reader} kind="done" live>
          <p>
            {t('minutes.answer.given')}{' '}
            <strong>
              {presenceWords(reader, { presence: invitee.answer, representedBy: invitee.representedBy })}
            </strong>{' '}
            (<Moment reader={reader} at={invitee.answeredAt} />)
          </p>
        </Notice>
      ) : null}
      <MeetingFacts reader={reader} network={network} meeting={meeting} marks={() => []} />
      <Passage reader={reader} text={meeting.invitation} class="minutes-invitation" />
      {points.length > 0 ? (
        <Section id="agenda" title={t('minutes.agenda.title')}>
          <AgendaList reader={reader} points={points} />
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

function AnswerForm({ reader, action, invitee, values, errors }: AnswerPageProps) {
  const { t } = reader
  return (
    <Section id="answer" title={t(invitee.answer ? 'minutes.answer.change' : 'minutes.answer.yours')}>
      <form class="form" method="post" action={action} novalidate>
        <ChoiceField
          reader={reader}
          name="answer"
          label={t('minutes.answer.question')}
          options={answers.map((answer) => ({ value: answer, label: t(`minutes.answer.option.${answer}`) }))}
          chosen={[typedValue(values, 'answer')]}
          error={errorOf(reader, errors, 'answer')}
          required
        />
        <Field
          reader={reader}
          name="representedBy"
          label={t('minutes.answer.by')}
          value={typedValue(values, 'representedBy')}
          error={errorOf(reader, errors, 'representedBy')}
        />
        <TextAreaField
          reader={reader}
          name="words"
          label={t('minutes.answer.words')}
          value={typedValue(values, 'words')}
          error={errorOf(reader, errors, 'words')}
          max={1000}
          rows={3}
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.answer.send')}
          </button>
        </p>
      </form>
    </Section>
  )
}
