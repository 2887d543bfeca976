import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue, typedValues } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { OrganisationPicker, type OrganisationRecord, type Picked } from '../../../directory/index.ts'
import { themeGroups } from '../../../networks/index.ts'
import { postKinds } from '../../legal.ts'
import type { Post } from '../queries.ts'
import { longestFunction } from '../schema.ts'

interface PostFormProps {
  reader: Reader
  title: string
  back: { href: string; label: string }
  action: string
  languages: readonly string[]
  /** The function as it stands. */
  text: LocalizedText
  values: FormValues
  errors: FieldError[]
  /** Of a new post: the organisation that is given, or what was picked. */
  organisation?: { fixed: OrganisationRecord | null; picked: Picked }
}

/** Names a post in the languages of the network, and says what it is about. */
export function PostForm({ reader, values, errors, organisation, ...props }: PostFormProps) {
  const { t } = reader
  const messages = errors.map((error) => ({ field: error.field, message: error.message(t) }))
  const errorOf = (name: string) => messages.find(({ field }) => field === name)?.message
  const isSent = Object.keys(values).some((name) => name.startsWith('function.'))
  return (
    <>
      <FormErrors reader={reader} errors={messages} />
      <PageHeading kicker={<a href={props.back.href}>{props.back.label}</a>} lead={t('contacts.post.lead')}>
        {props.title}
      </PageHeading>
      <form class="form" method="post" action={props.action} novalidate>
        {organisation?.fixed ? (
          <p>
            {t('contacts.field.organisation')}: <Name reader={reader} name={organisation.fixed.name} />
          </p>
        ) : null}
        {organisation && !organisation.fixed ? (
          <OrganisationPicker
            reader={reader}
            name="organisation"
            label={t('contacts.field.organisation')}
            picked={organisation.picked}
            typed={typedValue(values, 'organisation.name')}
            error={errorOf('organisation.name')}
            required
          />
        ) : null}
        <LocalizedField
          reader={reader}
          name="function"
          label={t('contacts.field.function')}
          hint={t('contacts.field.functionHint')}
          languages={props.languages}
          text={props.text}
          values={isSent ? values : undefined}
          errors={Object.fromEntries(messages.map(({ field, message }) => [field, message]))}
          max={longestFunction}
          rows={1}
          required
        />
        <ChoiceField
          reader={reader}
          name="kind"
          label={t('contacts.field.kind')}
          options={postKinds.map((kind) => ({ value: kind, label: t(`contacts.kind.${kind}`) }))}
          chosen={[typedValue(values, 'kind')]}
          error={errorOf('kind')}
          required
        />
        <details class="field folded-field" open={typedValues(values, 'themes').length > 0}>
          <summary>{t('contacts.field.themesOpen')}</summary>
          <ThemePicker
            reader={reader}
            name="themes"
            label={t('contacts.field.themes')}
            groups={themeGroups(reader)}
            chosen={typedValues(values, 'themes')}
          />
        </details>
        <Field
          reader={reader}
          name="position"
          type="number"
          label={t('contacts.field.position')}
          hint={t('contacts.field.positionHint')}
          value={typedValue(values, 'position') || '1'}
          error={errorOf('position')}
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('contacts.action.save')}
          </button>
        </p>
      </form>
    </>
  )
}

/** What the form shows of a post before anybody has typed. */
export function postValues({ kind, themes: chosen, position }: Post): FormValues {
  return { kind, themes: chosen, position: String(position) }
}
