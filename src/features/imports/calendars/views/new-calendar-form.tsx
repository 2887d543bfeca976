import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FileField } from '../../../../ui/form/file-field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import { rhythms, visibilities } from '../schema.ts'

interface NewCalendarFormProps {
  network: Network
  form: FormState
  mostBytes: number
}

/** A calendar to read: a file, or an address to read once or to follow. */
export function NewCalendarForm({ network, form, mostBytes }: NewCalendarFormProps) {
  const reader = useReader()
  const { t } = reader
  const chosen = (name: string, usual: string) => [typedValue(form.values, name) || usual]
  return (
    <Form action={paths.list(reader, network.slug)} form={form} takesFiles>
      <ErrorList form={form} />
      <FileField
        name="file"
        label={t('imports.calendar.file')}
        kinds={t('imports.calendar.fileKinds')}
        accept={['.ics', '.ics.gz', 'text/calendar']}
        mostBytes={mostBytes}
      />
      <Field
        name="address"
        type="text"
        label={t('imports.calendar.address')}
        hint={t('imports.calendar.addressHint')}
      />
      <ChoiceField
        name="follow"
        label={t('imports.calendar.follow')}
        options={rhythms.map((value) => ({ value, label: t(`imports.calendar.follow.${value}`) }))}
        chosen={chosen('follow', 'once')}
        required
      />
      <ChoiceField
        name="visibility"
        label={t('imports.calendar.visibility')}
        options={visibilities.map((value) => ({ value, label: t(`imports.calendar.visibility.${value}`) }))}
        chosen={chosen('visibility', 'network')}
        required
      />
      <ChoiceField
        name="language"
        label={t('imports.calendar.language')}
        hint={t('imports.calendar.languageHint')}
        options={network.languages.map((value) => ({
          value,
          label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
        }))}
        chosen={chosen('language', usualLanguage(reader, network))}
        required
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('imports.calendar.send')}
        </button>
      </p>
    </Form>
  )
}

/** The language assumed for a calendar: the reader’s, if the network uses it. */
export function usualLanguage({ language }: Reader, { languages }: Network): string {
  return languages.find((each) => each === language) ?? languages[0] ?? 'en'
}
