import type { FormState } from '../../../platform/input/form.ts'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import type { Message } from './queries.ts'

interface DialogueProps {
  messages: Message[]
  /** The author of a message, in words: each side names them differently. */
  speaker(message: Message): string
  /** Where another message is sent; null once the dialogue is closed. */
  action: string | null
  /** Of the page: errors of its other forms are shown there. */
  form: FormState
}

/** The messages of both sides about a suggestion, and where to reply. */
export function Dialogue({ messages, speaker, action, form: sent }: DialogueProps) {
  const { t } = useReader()
  const form = { ...sent, errors: sent.errors.filter(({ field }) => field === 'text') }
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
        <Form action={action} form={form} asksFirst>
          <ErrorList form={form} />
          <TextAreaField
            name="text"
            label={t('contributions.suggestion.message')}
            max={5000}
            rows={3}
            required
          />
          <button type="submit" class="button">
            {t('contributions.suggestion.send')}
          </button>
        </Form>
      )}
    </Section>
  )
}
