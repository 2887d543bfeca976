import type { ComponentChildren } from 'preact'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { GroundFields } from './ground-fields.tsx'
import { SalutationFields } from './salutation-fields.tsx'

export interface HolderFieldsProps {
  languages: readonly string[]
  countries: readonly string[]
  values: FormValues
  errorOf(name: string): string | undefined
}

interface HolderFormProps extends Omit<HolderFieldsProps, 'errorOf'> {
  title: string
  lead: string
  back: { href: string; label: string }
  action: string
  errors: FieldError[]
  /** Above the person’s own fields: when the one before left. */
  children?: (errorOf: HolderFieldsProps['errorOf']) => ComponentChildren
}

/** Somebody in a post: name, how to address and reach them, and on what ground that is kept. */
export function HolderForm({ errors, children, ...props }: HolderFormProps) {
  const { t } = useReader()
  const messages = errors.map((error) => ({ field: error.field, message: error.message(t) }))
  const errorOf = (name: string) => messages.find(({ field }) => field === name)?.message
  const fields = { ...props, errorOf }
  return (
    <>
      <FormErrors errors={messages} />
      <PageHeading kicker={<a href={props.back.href}>{props.back.label}</a>} lead={props.lead}>
        {props.title}
      </PageHeading>
      <form class="form" method="post" action={props.action} novalidate>
        <FormFields form={{ values: props.values, errors }}>
          {children?.(errorOf)}
          <h2>{t('contacts.form.person')}</h2>
          <PersonFields {...fields} />
          <h2>{t('contacts.form.reach')}</h2>
          <ReachFields {...fields} />
          <h2>{t('contacts.form.grounds')}</h2>
          <GroundFields {...fields} />
          <p class="form-end">
            <button class="button primary" type="submit">
              {t('contacts.action.save')}
            </button>
          </p>
        </FormFields>
      </form>
    </>
  )
}

function PersonFields({ languages, values, errorOf }: HolderFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const text = (name: string) => ({ name, value: typedValue(values, name), error: errorOf(name) })
  return (
    <>
      <Field
        {...text('name')}
        label={t('contacts.field.name')}
        hint={t('contacts.field.nameHint')}
        autocomplete="off"
        required
      />
      <ChoiceField
        name="nameLanguage"
        label={t('contacts.field.nameLanguage')}
        options={languages.map((tag) => ({ value: tag, label: languageInWords(reader, tag) }))}
        required
      />
      <Field
        {...text('romanised')}
        label={t('contacts.field.romanised')}
        hint={t('contacts.field.romanisedHint')}
        autocomplete="off"
      />
      <SalutationFields languages={languages} values={values} />
      <DateField {...text('from')} label={t('contacts.field.from')} />
    </>
  )
}

function ReachFields({ languages, values, errorOf }: HolderFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const text = (name: string) => ({ name, value: typedValue(values, name), error: errorOf(name) })
  return (
    <>
      <Field {...text('email')} type="email" label={t('contacts.field.email')} autocomplete="off" />
      <Field
        {...text('telephone')}
        type="tel"
        label={t('contacts.field.telephone')}
        hint={t('contacts.field.telephoneHint')}
        autocomplete="off"
      />
      <ChoiceField
        name="languages"
        label={t('contacts.field.languages')}
        options={languages.map((tag) => ({ value: tag, label: languageInWords(reader, tag) }))}
        multiple
      />
    </>
  )
}
