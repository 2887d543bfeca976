import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { countryName, type OrganisationRef, shortNames } from '../../../../directory/index.ts'
import type { Assessment } from '../../../planning/planned-date.ts'
import { gradeWords } from '../../../planning/warning-words.ts'
import { optionLines } from '../../option-words.ts'
import { answers, type Poll, type PollOption } from '../../poll.ts'
import { longestWord } from '../schema.ts'

export interface BallotFormProps {
  /** Whose clocks, the voter’s own first. */
  countries: readonly string[]
  poll: Poll
  assessments: ReadonlyMap<string, Assessment>
  standing: { authorities: readonly OrganisationRef[]; countries: readonly string[] }
  /** Where it is sent. */
  action: string
  hasAnswered: boolean
  form: FormState
}

/** What somebody says of each date; it comes back with what they said before, and may be changed until the deadline. */
export function BallotForm(props: BallotFormProps) {
  const reader = useReader()
  const { poll, action, form } = props
  const { t } = reader
  return (
    <Form action={action} form={form}>
      <StandingFields {...props} />
      {poll.options.map((option) => (
        <DateField key={option.id} {...props} option={option} />
      ))}
      <div class="part">
        <Choice
          name="none"
          option={{ value: 'yes', label: t('agenda.ballot.none'), hint: t('agenda.ballot.noneHint') }}
          type="checkbox"
          isChosen={typedValue(form.values, 'none') !== ''}
        />
        <TextAreaField name="word" label={t('agenda.ballot.word')} max={longestWord} rows={2} />
      </div>
      <p class="form-end">
        <button type="submit" class="button primary">
          {t(props.hasAnswered ? 'agenda.ballot.change' : 'agenda.ballot.send')}
        </button>
      </p>
    </Form>
  )
}

function DateField({ countries, assessments, option }: BallotFormProps & { option: PollOption }) {
  const reader = useReader()
  const { t } = reader
  const name = `answers.${option.id}`
  const assessment = assessments.get(option.id)
  return (
    <div class="poll-ballot">
      <ChoiceField
        name={`${name}.answer`}
        label={optionLines(reader, countries, option).map((line) => (
          <span key={line} class="poll-line">
            {line}
          </span>
        ))}
        hint={assessment ? gradeWords(reader, countries, assessment) : undefined}
        options={answers.map((answer) => ({ value: answer, label: t(`agenda.ballot.${answer}`) }))}
        isPart
      />
      <Field name={`${name}.word`} label={t('agenda.ballot.dateWord')} />
    </div>
  )
}

function StandingFields({ standing: { authorities, countries } }: BallotFormProps) {
  const reader = useReader()
  const { t } = reader
  const [only] = authorities
  if (authorities.length === 1 && only)
    return <p>{t('agenda.ballot.answersFor', { authority: nameOf(reader, only) })}</p>
  if (authorities.length > 1)
    return (
      <ChoiceField
        name="authority"
        label={t('agenda.seats.authority')}
        options={authorities.map((each) => ({ value: each.id, label: nameOf(reader, each) }))}
        required
      />
    )
  if (countries.length < 2) return null
  return (
    <ChoiceField
      name="country"
      label={t('agenda.ballot.side')}
      hint={t('agenda.ballot.sideHint')}
      options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
      required
    />
  )
}

const nameOf = (reader: Reader, authority: OrganisationRef) =>
  chooseName(shortNames(authority), reader.language).text
