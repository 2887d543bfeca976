import type { FormState } from '../../../../platform/input/form.ts'
import { FileField } from '../../../../ui/form/file-field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'

interface NewTextFormProps {
  network: string
  mostBytes: number
  /** The host of the assistant that this server may ask; null for none. */
  assistantHost: string | null
  form: FormState
}

/** What browsers offer first; whatever else is chosen is looked at all the same. */
const accepted = ['.pdf', '.docx', '.odt', '.hwp', '.hwpx', '.md', '.txt', '.html', '.eml', '.rtf', '.doc']

/** A text to import: a file, or its words. */
export function NewTextForm({ network, mostBytes, assistantHost, form }: NewTextFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <form
        method="post"
        action={paths.newImport(reader, network)}
        enctype="multipart/form-data"
        class="form"
        novalidate
      >
        <FormFields form={form}>
          <ErrorList form={form} />
          <FileField
            name="document"
            label={t('imports.text.new.file')}
            kinds={t('imports.text.new.kinds')}
            accept={accepted}
            mostBytes={mostBytes}
          />
          <TextAreaField
            name="text"
            label={t('imports.text.new.text')}
            hint={t('imports.text.new.textHint')}
            max={1_000_000}
            rows={10}
          />
          {assistantHost === null ? null : (
            <fieldset class="form-group">
              <legend>{t('imports.text.assistant.title')}</legend>
              <p class="field-hint" id="assistant-hint">
                {t('imports.text.assistant.hint', { host: assistantHost })}
              </p>
              <label class="choice">
                <input type="checkbox" name="assistant" value="1" aria-describedby="assistant-hint" />{' '}
                {t('imports.text.assistant.allow', { host: assistantHost })}
              </label>
            </fieldset>
          )}
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('imports.text.new.send')}
            </button>
          </p>
        </FormFields>
      </form>
      <p class="quiet">{t('imports.text.new.both')}</p>
    </>
  )
}
