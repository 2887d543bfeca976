import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Message } from '../queries.ts'

interface DialogueProps {
  messages: Message[]
  /** Who wrote a message, in words: each side reads it with other eyes. */
  speaker(message: Message): string
  /** Where another message is sent; null once nothing more is said. */
  action: string | null
  values: FormValues
  errors: readonly FieldError[]
}

/** What both sides say about a suggestion, and where they go on. */
export function Dialogue({ messages, speaker, action, values, errors }: DialogueProps) {
  const { t } = useReader()
  const error = errors.find(({ field }) => field === 'text')?.message(t)
  return (
    <Section id="messages" title={t('contributions.suggestion.dialogue')}>
      {messages.length === 0 ? <p>{t('contributions.suggestion.silence')}</p> : null}
      <ol class="entries">
        {messages.map((message) => (
          <li key={message.id}>
            <p class="entry-meta">
              {speaker(message)}, <Moment at={message.writtenAt} />
            </p>
            <p class="as-written">{message.text}</p>
          </li>
        ))}
      </ol>
      {action === null ? null : (
        <form method="post" action={action} class="form">
          <FormFields form={{ values, errors }}>
            <FormErrors errors={error ? [{ field: 'text', message: error }] : []} />
            <TextAreaField
              name="text"
              label={t('contributions.suggestion.message')}
              max={5000}
              rows={3}
              error={error}
              required
            />
            <button type="submit" class="button">
              {t('contributions.suggestion.send')}
            </button>
          </FormFields>
        </form>
      )}
    </Section>
  )
}
