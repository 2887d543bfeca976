import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
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

interface TextsFormProps {
  network: { slug: string; languages: readonly string[] }
  title: string
  lead?: ComponentChildren
  fields: readonly TextField[]
  shown: FormState
  /** Of what the form was drawn from. */
  seen: string
  /** Somebody else changed the same meanwhile: what stands is shown, and sent once more it is meant. */
  isClash?: boolean
  takesFiles?: boolean
  /** Where it goes, if not to the address that it was drawn at. */
  action?: string | undefined
  /** What the button that sends it says. */
  saveLabel?: string | undefined
  /** Fields beside the texts, in front of them. */
  before?: ComponentChildren
  after?: ComponentChildren
  buttons?: ComponentChildren
}

/** A page on which texts of a letter are worded. */
export function TextsForm({ network, fields, shown, isClash = false, ...form }: TextsFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={shown} />
      <PageHeading
        kicker={<a href={paths.draft(reader, network.slug)}>{t('newsletter.issues.draft.title')}</a>}
        lead={form.lead}
      >
        {form.title}
      </PageHeading>
      {isClash ? <Clash fields={fields} /> : null}
      <form
        class="form"
        method="post"
        action={form.action}
        enctype={form.takesFiles ? 'multipart/form-data' : undefined}
        novalidate
      >
        <FormFields form={shown}>
          <UsualSubmit value="save" />
          <input type="hidden" name="seen" value={form.seen} />
          {form.before}
          {fields.map(({ name, isRequired = false, ...field }) => (
            <LocalizedField
              key={name}
              name={name}
              languages={network.languages}
              required={isRequired}
              {...field}
            />
          ))}
          {form.after}
          <p class="form-end">
            <button class="button primary" type="submit" name="action" value="save">
              {form.saveLabel ?? t('newsletter.issues.save')}
            </button>{' '}
            {form.buttons}
          </p>
        </FormFields>
      </form>
    </>
  )
}

function Clash({ fields }: Pick<TextsFormProps, 'fields'>) {
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
