import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { actionStates } from '../action.ts'
import type { PendingAction } from '../queries.ts'
import { longestNote } from '../schema.ts'
import { ActionMeta, ActionStateMark } from './action-list.tsx'

interface ActionPageProps {
  network: string
  action: PendingAction
  address: string
  values: FormValues
  errors: readonly FieldError[]
}

/** One action: on which decision it rests, what was said of it, and how it stands now. */
export function ActionPage({ network, action, address, values, errors }: ActionPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <p>
        <ActionStateMark action={action} /> · <ActionMeta network={network} action={action} />
      </p>
      <p class="quiet">
        {t('minutes.action.about')} <Passage text={action.decision.text} as="span" tags={false} />
      </p>
      <Form action={address} form={{ values, errors }}>
        <ChoiceField
          name="state"
          label={t('minutes.action.state')}
          options={actionStates.map((state) => ({ value: state, label: t(`minutes.actionState.${state}`) }))}
          required
        />
        <DateField name="due" label={t('minutes.action.newDue')} assumesYear />
        <TextAreaField name="note" label={t('minutes.action.note')} max={longestNote} rows={3} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.action.save')}
          </button>
        </p>
      </Form>
      <Steps action={action} />
    </>
  )
}

function Steps({ action: { steps } }: Pick<ActionPageProps, 'action'>) {
  const reader = useReader()
  if (steps.length === 0) return null
  return (
    <Section id="steps" title={reader.t('minutes.action.history')}>
      <EntryList
        entries={steps.map((step) => ({
          key: step.madeAt,
          title: reader.t(`minutes.actionState.${step.state}`),
          meta: (
            <>
              <Moment at={new Date(step.madeAt)} />
              {step.by ? ` · ${step.by}` : null}
              {step.due ? (
                <>
                  {' · '}
                  {reader.t('minutes.action.due')}{' '}
                  <FuzzyDate {...dateWords(reader, step.due, step.dueWords)} />
                </>
              ) : null}
            </>
          ),
          body: step.note ? <p>{step.note}</p> : undefined,
        }))}
      />
    </Section>
  )
}
