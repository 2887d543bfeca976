import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Choices } from '../../../directory/index.ts'
import { errorsByField } from '../../views/form-page.tsx'
import { decisionStates } from '../decision.ts'
import type { Decision } from '../queries.ts'
import { longestDecision, longestQuotation, longestSaidBy } from '../schema.ts'
import { ActionFields } from './action-fields.tsx'

interface DecisionFormProps {
  languages: readonly string[]
  action: string
  decision: Decision | null
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
  focus: number | null
}

/** Words a decision or a proposal, says who made it and in which sentence of the minutes, and what is to be done about it. */
export function DecisionForm({
  languages,
  decision,
  values,
  errors,
  choices,
  focus,
  ...form
}: DecisionFormProps) {
  const reader = useReader()
  const { t } = reader
  const texts = { reader, languages, values, errors: errorsByField(reader, errors) }
  return (
    <Form action={form.action} form={{ values, errors }}>
      <UsualSubmit value="save" />
      <LocalizedField
        {...texts}
        name="text"
        label={t('minutes.decision.text')}
        text={decision?.text ?? {}}
        max={longestDecision}
        required
      />
      <ChoiceField
        name="state"
        label={t('minutes.decision.state')}
        hint={t('minutes.decision.stateHint')}
        options={decisionStates.map((state) => ({
          value: state,
          label: t(`minutes.decisionState.${state}`),
        }))}
        required
      />
      <LocalizedField
        {...texts}
        name="saidBy"
        label={t('minutes.decision.saidBy')}
        hint={t('minutes.decision.saidByHint')}
        text={decision?.saidBy ?? {}}
        max={longestSaidBy}
        rows={1}
      />
      <DateField name="horizon" label={t('minutes.decision.horizon')} assumesYear />
      <TextAreaField
        name="quotation"
        label={t('minutes.decision.quotation')}
        hint={t('minutes.decision.quotationHint')}
        max={longestQuotation}
        rows={3}
      />
      <RepeatedParts
        name="actions"
        label={t('minutes.decision.actions')}
        titleOf={(index) => t('minutes.decision.action', { number: index + 1 })}
        addLabel={t('minutes.decision.addAction')}
        focus={focus}
        isOrdered
      >
        {(prefix, index) => (
          <ActionFields
            {...texts}
            prefix={prefix}
            text={decision?.actions[index]?.text ?? {}}
            choices={choices}
            fieldErrors={errors}
          />
        )}
      </RepeatedParts>
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t('minutes.action.save')}
        </button>
      </p>
    </Form>
  )
}
