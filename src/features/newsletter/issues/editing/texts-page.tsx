import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { paths } from '../paths.ts'

/** One text of a form in the languages of the network. */
export interface TextField {
  name: string
  label: string
  hint?: string
  text: LocalizedText
  max: number
  rows: number
  isRequired?: boolean
}

export interface TextsPage {
  title: string
  lead?: ComponentChildren
  fields: readonly TextField[]
  /** The mark of what the form showed. */
  seen: string
  takesFiles?: boolean
  /** Where the form is sent, if not to its own address. */
  action?: string
  /** The label of its button. */
  saveLabel?: string
  /** Fields above the texts. */
  before?: ComponentChildren
  after?: ComponentChildren
  buttons?: ComponentChildren
  /** What stands under the form. */
  beneath?: ComponentChildren
}

interface TextsPageViewProps extends TextsPage {
  network: { slug: string; languages: readonly string[] }
  form: FormState
}

/** A page with a form for texts of a letter. Shows what another editor changed meanwhile; sending once more confirms. */
export function TextsPageView({ network, fields, form, ...page }: TextsPageViewProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <PageHeading
        kicker={<a href={paths.draft(reader, network.slug)}>{t('newsletter.issues.draft.title')}</a>}
        lead={page.lead}
      >
        {page.title}
      </PageHeading>
      {form.isMet ? <Clash fields={fields} /> : null}
      <Form action={page.action} form={form} takesFiles={page.takesFiles}>
        <UsualSubmit value="save" />
        <input type="hidden" name="seen" value={page.seen} />
        {page.before}
        {fields.map(({ name, isRequired = false, ...field }) => (
          <LocalizedField
            key={name}
            name={name}
            languages={network.languages}
            required={isRequired}
            {...field}
          />
        ))}
        {page.after}
        <p class="form-end">
          <button class="button primary" type="submit" name="action" value="save">
            {page.saveLabel ?? t('newsletter.issues.save')}
          </button>{' '}
          {page.buttons}
        </p>
      </Form>
      {page.beneath}
    </>
  )
}

function Clash({ fields }: Pick<TextsPage, 'fields'>) {
  const reader = useReader()
  return (
    <Notice kind="warning" live>
      <p>{reader.t('newsletter.issues.clash')}</p>
      <dl>
        {fields.flatMap(({ name, label, text }) =>
          Object.entries(text).map(([language, passage]) => (
            <div key={`${name} ${language}`}>
              <dt>
                {label} ({languageInWords(reader, language)})
              </dt>
              <dd lang={language}>{passage.text}</dd>
            </div>
          )),
        )}
      </dl>
    </Notice>
  )
}
