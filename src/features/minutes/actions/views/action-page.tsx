import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { errorOf } from '../../views/form-page.tsx'
import { actionStates } from '../action.ts'
import type { PendingAction } from '../queries.ts'
import { longestNote } from '../schema.ts'
import { ActionMeta, ActionStateMark } from './action-list.tsx'

interface ActionPageProps {
  reader: Reader
  network: string
  action: PendingAction
  address: string
  values: FormValues
  errors: readonly FieldError[]
}

/** One action: on which decision it rests, what was said of it, and how it stands now. */
export function ActionPage({ reader, network, action, address, values, errors }: ActionPageProps) {
  const { t } = reader
  return (
    <>
      <p>
        <ActionStateMark reader={reader} action={action} /> ·{' '}
        <ActionMeta reader={reader} network={network} action={action} />
      </p>
      <p class="quiet">
        {t('minutes.action.about')}{' '}
        <Passage reader={reader} text={action.decision.text} as="span" tags={false} />
      </p>
      <form class="form" method="post" action={address} novalidate>
        <ChoiceField
          reader={reader}
          name="state"
          label={t('minutes.action.state')}
          options={actionStates.map((state) => ({ value: state, label: t(`minutes.actionState.${state}`) }))}
          chosen={[typedValue(values, 'state')]}
          error={errorOf(reader, errors, 'state')}
          required
        />
        <DateField
          reader={reader}
          name="due"
          label={t('minutes.action.newDue')}
          value={typedValue(values, 'due')}
          error={errorOf(reader, errors, 'due')}
          assumesYear
        />
        <TextAreaField
          reader={reader}
          name="note"
          label={t('minutes.action.note')}
          value={typedValue(values, 'note')}
          error={errorOf(reader, errors, 'note')}
          max={longestNote}
          rows={3}
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.action.save')}
          </button>
        </p>
      </form>
      <Steps reader={reader} action={action} />
    </>
  )
}

function Steps({ reader, action: { steps } }: Pick<ActionPageProps, 'reader' | 'action'>) {
  if (steps.length === 0) return null
  return (
    <Section id="steps" title={reader.t('minutes.action.history')}>
      <EntryList
        entries={steps.map((step) => ({
          key: step.madeAt,
          title: reader.t(`minutes.actionState.${step.state}`),
          meta: (
            <>
              <Moment reader={reader} at={new Date(step.madeAt)} />
              {step.by ? ` · ${step.by}` : null}
              {step.due ? (
                <>
                  {' · '}
                  {reader.t('minutes.action.due')}{' '}
                  <FuzzyDate reader={reader} {...dateWords(reader, step.due, step.dueWords)} />
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
