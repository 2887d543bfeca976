import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateToType } from '../../../../ui/text/date-words.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { sourceKinds } from '../../../registry/index.ts'
import { paths } from '../../paths.ts'
import { loadTextRequest } from '../request.ts'
import { sourceForm } from '../schema.ts'
import { describeSource } from './commands.ts'

/** The title, publisher and date of the source of a text: proposed from the text, and changed here. */
export function addSourceRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application), '/:language/:network/imports/:id/source', {
    open: loadTextRequest,
    title: 'imports.text.source.title',
    description: 'imports.text.source.lead',
    path: ({ text }) => `/imports/${text.id}/source`,
    action: ({ reader, network, text }) => paths.ofText(reader, network.slug, text.id, 'source'),
    values: ({ reader, text }) => ({
      title: text.title,
      language: text.language ?? '',
      kind: text.kind,
      publisher: text.publisher,
      published: text.published === null ? '' : dateToType(reader, text.published, null),
      url: text.url ?? '',
    }),
    schema: ({ reader }) => sourceForm(reader.interfaceLanguage),
    fields: ({ reader, network, text }, form) => (
      <SourceFields
        languages={[...new Set([...network.languages, 'fr', 'ko', 'en'])]}
        cancel={paths.text(reader, network.slug, text.id)}
        form={form}
      />
    ),
    page: ({ reader, network, text }, form) => (
      <>
        <PageHeading
          kicker={<a href={paths.text(reader, network.slug, text.id)}>{text.title}</a>}
          lead={reader.t('imports.text.source.lead')}
        >
          {reader.t('imports.text.source.title')}
        </PageHeading>
        {form}
      </>
    ),
    save: async ({ reader, network, text, writing }, typed) => {
      await describeSource(writing, text, typed)
      return paths.text(reader, network.slug, text.id)
    },
  })
}

interface SourceFieldsProps {
  languages: readonly string[]
  /** The address for leaving it as it is. */
  cancel: string
  form: FormState
}

/** The registry's description of the text as a source. */
function SourceFields({ languages, cancel, form }: SourceFieldsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <Field name="title" label={t('imports.text.source.name')} required />
      <ChoiceField
        name="kind"
        label={t('imports.text.source.kind')}
        options={sourceKinds.map((kind) => ({ value: kind, label: t(`registry.sourceKind.${kind}`) }))}
        required
      />
      <ChoiceField
        name="language"
        label={t('imports.text.source.language')}
        hint={t('imports.text.source.languageHint')}
        options={languages.map((language) => ({ value: language, label: languageInWords(reader, language) }))}
        required
      />
      <Field name="publisher" label={t('imports.text.source.publisher')} required />
      <DateField name="published" label={t('imports.text.source.date')} />
      <Field name="url" type="url" label={t('imports.text.source.url')} />
      <p class="form-actions">
        <button type="submit" class="button primary">
          {t('imports.text.source.save')}
        </button>
        <a href={cancel}>{t('imports.text.source.cancel')}</a>
      </p>
    </>
  )
}
