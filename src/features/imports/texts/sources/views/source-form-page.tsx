import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../../ui/form/date-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../../networks/index.ts'
import { sourceKinds } from '../../../../registry/index.ts'
import { paths } from '../../../paths.ts'
import type { ImportedText } from '../../queries.ts'

interface SourceFormPageProps {
  network: Network
  text: ImportedText
  values: FormValues
  errors: FieldError[]
}

/** What the registry will say of the text as a source. */
export function SourceFormPage({ network, text, values, errors }: SourceFormPageProps) {
  const reader = useReader()
  const { t } = reader
  const said = sayErrors(reader, errors)
  const languages = [...new Set([...network.languages, 'fr', 'ko', 'en'])]
  return (
    <>
      <PageHeading
        kicker={<a href={paths.text(reader, network.slug, text.id)}>{text.title}</a>}
        lead={t('imports.text.source.lead')}
      >
        {t('imports.text.source.title')}
      </PageHeading>
      <Form action={paths.ofText(reader, network.slug, text.id, 'source')} form={{ values, errors }}>
        <FormErrors errors={said.list} />
        <Field name="title" label={t('imports.text.source.name')} error={said.byField.title} required />
        <ChoiceField
          name="kind"
          label={t('imports.text.source.kind')}
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`registry.sourceKind.${kind}`) }))}
          error={said.byField.kind}
          required
        />
        <ChoiceField
          name="language"
          label={t('imports.text.source.language')}
          hint={t('imports.text.source.languageHint')}
          options={languages.map((language) => ({
            value: language,
            label: languageInWords(reader, language),
          }))}
          error={said.byField.language}
          required
        />
        <Field
          name="publisher"
          label={t('imports.text.source.publisher')}
          error={said.byField.publisher}
          required
        />
        <DateField name="published" label={t('imports.text.source.date')} error={said.byField.published} />
        <Field name="url" type="url" label={t('imports.text.source.url')} error={said.byField.url} />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('imports.text.source.save')}
          </button>
          <a href={paths.text(reader, network.slug, text.id)}>{t('imports.text.source.cancel')}</a>
        </p>
      </Form>
    </>
  )
}
