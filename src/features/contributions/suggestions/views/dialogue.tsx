import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Message } from '../queries.ts'

interface DialogueProps {
  reader: Reader
  messages: Message[]
  /** Who wrote a message, in words: each side reads it with other eyes. */
  speaker(message: Message): string
  /** Where another message is sent; null once nothing more is said. */
  action: string | null
  values: FormValues
  errors: FieldError[]
}

/** What both sides say about a suggestion, and where they go on. */
export function Dialogue({ reader, messages, speaker, action, values, errors }: DialogueProps) {
  const { t } = reader
  const error = errors.find(({ field }) => field === 'text')?.message(t)
  return (
    <Section id="messages" title={t('contributions.suggestion.dialogue')}>
      {messages.length === 0 ? <p>{t('contributions.suggestion.silence')}</p> : null}
      <ol class="entries">
        {messages.map((message) => (
          <li key={message.id}>
            <p class="entry-meta">
              {speaker(message)}, <Moment reader={reader} at={message.writtenAt} />
            </p>
            <p class="as-written">{message.text}</p>
          </li>
        ))}
      </ol>
      {action === null ? null : (
        <form method="post" action={action} class="form">
          <FormErrors reader={reader} errors={error ? [{ field: 'text', message: error }] : []} />
          <TextAreaField
            reader={reader}
            name="text"
            label={t('contributions.suggestion.message')}
            value={typedValue(values, 'text')}
            max={5000}
            rows={3}
            error={error}
            required
          />
          <button type="submit" class="button">
            {t('contributions.suggestion.send')}
          </button>
        </form>
      )}
    </Section>
  )
}
