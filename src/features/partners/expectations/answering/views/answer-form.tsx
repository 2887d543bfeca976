import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { shortNames } from '../../../../directory/index.ts'
import { answers, type Expectation, reasons } from '../../expectation.ts'
import type { MemberRequest } from '../../requests/queries.ts'
import { answerMark } from '../answer-mark.ts'
import { longestWords } from '../schema.ts'
import { CompetenceTable } from './competence-table.tsx'

export interface AnswerFormProps {
  languages: readonly string[]
  expectation: Expectation
  /** Whom it speaks for. */
  request: MemberRequest
  /** Where it is sent. */
  action: string
  form: FormState
}

/** What a member answers: yes, in part or no, why, and what it proposes. */
export function AnswerForm({ languages, expectation, request, action, form }: AnswerFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form action={action} form={form}>
      <input type="hidden" name="request" value={request.id} />
      <input type="hidden" name="seen" value={answerMark(request)} />
      <p>
        {t('partners.answer.for', {
          organisation: chooseName(shortNames(request.organisation), reader.language).text,
        })}
      </p>
      <ChoiceField
        name="answer"
        label={t('partners.answer.label')}
        options={answers.map((answer) => ({
          value: answer,
          label: capitalized(t(`partners.answer.${answer}`), reader.interfaceLanguage),
          hint: t(`partners.answerHint.${answer}`),
        }))}
        required
      />
      <ChoiceField
        name="reason"
        label={t('partners.reason.label')}
        hint={t('partners.reason.hint')}
        options={reasons.map((reason) => ({
          value: reason,
          label: capitalized(t(`partners.reason.${reason}`), reader.interfaceLanguage),
        }))}
        isPart
      />
      <CompetenceTable organisation={request.organisation} themes={expectation.themes} />
      <LocalizedField
        name="words"
        label={t('partners.answer.words')}
        hint={t('partners.answer.wordsHint')}
        languages={languages}
        text={request.words}
        max={longestWords}
        rows={4}
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t(request.answer === null ? 'partners.answer.send' : 'partners.answer.change')}
        </button>
      </p>
    </Form>
  )
}
