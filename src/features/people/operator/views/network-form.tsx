import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { LanguageField } from '../../views/language-field.tsx'

interface NetworkFormProps {
  sent: { values: FormValues; errors: FieldError[] } | undefined
}

/** Makes a network: its address, countries and languages, and whom to invite first. */
export function NetworkForm({ sent }: NetworkFormProps) {
  const reader = useReader()
  const { t } = reader
  const typed = (name: string) => (sent ? typedValue(sent.values, name) : '')
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  const language = typed('language') || reader.interfaceLanguage
  return (
    <Form action={`/${reader.interfaceLanguage}/operator/networks`} form={sent}>
      {fields.map(({ name, label, hint, required, type }) => (
        <Field
          key={name}
          name={name}
          type={type ?? 'text'}
          autocomplete="off"
          label={t(label)}
          hint={hint ? t(hint) : undefined}
          value={typed(name)}
          required={required}
        />
      ))}
      <LanguageField label={t('people.invite.language')} language={language} error={errorOf('language')} />
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('people.operator.make')}
        </button>
      </p>
    </Form>
  )
}

interface FieldWords {
  name: string
  label: PlainMessageKey
  hint?: PlainMessageKey
  required: boolean
  type?: 'email'
}

const fields: readonly FieldWords[] = [
  { name: 'slug', label: 'people.operator.slug', hint: 'people.operator.slugHint', required: true },
  { name: 'networkName', label: 'people.operator.name', hint: 'people.operator.nameHint', required: false },
  {
    name: 'countries',
    label: 'people.operator.countries',
    hint: 'people.operator.countriesHint',
    required: true,
  },
  {
    name: 'languages',
    label: 'people.operator.languages',
    hint: 'people.operator.languagesHint',
    required: true,
  },
  { name: 'address', label: 'people.operator.coordinatorAddress', required: true, type: 'email' },
  { name: 'name', label: 'people.operator.coordinatorName', required: true },
]
