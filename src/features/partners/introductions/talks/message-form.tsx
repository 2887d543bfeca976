import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { longestMessage } from '../schema.ts'
import type { Typed } from './actions.pages.tsx'

export interface MessageFormProps {
  network: { languages: readonly string[] }
  /** Of the page: forms lead beneath it. */
  address: string
  /** What was sent and is wrong. */
  typed: Typed
}

/** Where one goes on writing, in one’s own language. */
export function MessageForm({ network, address, typed }: MessageFormProps) {
  const { t } = useReader()
  const form = typed.message
  return (
    <Form action={`${address}/messages`} form={form} submit={t('partners.introduction.send')}>
      {form ? <ErrorList form={form} /> : null}
      <TextAreaField
        name="text"
        label={t('partners.introduction.message')}
        hint={t('partners.introduction.messageHint')}
        max={longestMessage}
        rows={4}
        required
      />
      <WritingLanguage languages={network.languages} />
    </Form>
  )
}

/** In which language one writes: that of the page unless said. */
export function WritingLanguage({ languages }: { languages: readonly string[] }) {
  const reader = useReader()
  const { value } = useFilled('language')
  return (
    <ChoiceField
      name="language"
      label={reader.t('partners.introduction.language')}
      options={languageOptions(reader, [...new Set([...languages, reader.interfaceLanguage])])}
      chosen={[value || reader.interfaceLanguage]}
      required
    />
  )
}
