import type { Reader } from '../../../../platform/i18n/reader.ts'

/** Takes one’s answer away, as if one had not answered. */
export function AnswerRemoval({ reader, action }: { reader: Reader; action: string }) {
  return (
    <form method="post" action={action} class="form">
      <p>
        <button type="submit" class="button">
          {reader.t('agenda.ballot.remove')}
        </button>
      </p>
    </form>
  )
}
