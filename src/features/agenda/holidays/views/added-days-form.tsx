import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { knownPeriod } from '../known-period.ts'
import { longestName } from '../schema.ts'

interface AddedDaysFormProps {
  network: Network
  values: FormValues
  errors: readonly FieldError[]
}

/** Adds days to the calendar of one of the countries. */
export function AddedDaysForm({ network, values, errors }: AddedDaysFormProps) {
  const reader = useReader()
  const { t } = reader
  const messages = errors.map(({ field, message }) => ({ field, message: message(t) }))
  return (
    <>
      <FormErrors errors={messages} />
      <PageHeading
        kicker={<a href={paths.holidays(reader, network.slug)}>{t('agenda.holidays.all')}</a>}
        lead={<p>{t('agenda.added.lead')}</p>}
      >
        {t('agenda.added.add')}
      </PageHeading>
      <Form action={paths.newHoliday(reader, network.slug)} form={{ values, errors }}>
        <ChoiceField
          name="country"
          label={t('agenda.added.country')}
          options={byOwnSide(reader, network.countries).map((country) => ({
            value: country,
            label: countryName(reader, country),
          }))}
          required
        />
        {(['from', 'to'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={name === 'from' ? t('agenda.added.from') : t('agenda.added.to')}
            required={name === 'from'}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                value={typedValue(values, name)}
                min={knownPeriod.from}
                max={knownPeriod.to}
              />
            )}
          </Field>
        ))}
        <FieldGroup name="name" label={t('agenda.added.name')} hint={t('agenda.added.nameHint')} required>
          {network.languages.map((language) => (
            <Field
              key={language}
              name={`name.${language}`}
              label={capitalized(languageInWords(reader, language), reader.interfaceLanguage)}
              isPart
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  lang={language}
                  maxlength={longestName}
                  value={typedValue(values, `name.${language}`)}
                />
              )}
            </Field>
          ))}
        </FieldGroup>
        <ChoiceField
          name="closesOffices"
          label={t('agenda.added.closesOffices')}
          options={[
            { value: 'yes', label: t('agenda.added.closesYes') },
            { value: 'no', label: t('agenda.added.closesNo') },
          ]}
          required
        />
        <Field name="source" label={t('agenda.added.source')} hint={t('agenda.added.sourceHint')} required />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('agenda.added.save')}
          </button>
        </p>
      </Form>
    </>
  )
}
