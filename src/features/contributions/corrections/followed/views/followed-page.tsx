import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../platform/input/form.ts'
import type { RecordHead, RecordKind } from '../../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { paths } from '../../../paths.ts'
import type { Message } from '../../../suggestions/queries.ts'
import type { Correction } from '../../queries.ts'

interface FollowedPageProps {
  reader: Reader
  network: string
  correction: Correction
  kind: RecordKind
  head: RecordHead | null
  action: string
  messages: Message[]
  values: FormValues
  errors: FieldError[]
}

/** A reader's own correction: to confirm, then what is said and decided about it. */
export function FollowedPage({
  reader,
  network,
  correction,
  kind,
  head,
  action,
  ...props
}: FollowedPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          head ? (
            <a href={paths.record(reader, network, kind, head.slug)}>
              {chooseName(head.title, reader.language).text}
            </a>
          ) : undefined
        }
      >
        {t('contributions.correction.yours')}
      </PageHeading>
      {correction.isConfirmed ? <State reader={reader} correction={correction} /> : null}
      <blockquote
        class="as-written"
        lang={correction.language === reader.interfaceLanguage ? undefined : correction.language}
      >
        {correction.words}
      </blockquote>
      {correction.isConfirmed ? (
        <Followed reader={reader} correction={correction} action={action} {...props} />
      ) : (
        <form method="post" action={`${action}/confirmation`} class="form">
          <p>{t('contributions.correction.toConfirm')}</p>
          <button type="submit" class="button primary">
            {t('contributions.correction.confirm')}
          </button>
        </form>
      )}
    </>
  )
}

type FollowedProps = Pick<
  FollowedPageProps,
  'reader' | 'correction' | 'action' | 'messages' | 'values' | 'errors'
>

function State({ reader, correction }: Pick<FollowedProps, 'reader' | 'correction'>) {
  const { decision, decisionReason } = correction
  return (
    <Notice reader={reader} kind={decision === null ? 'information' : 'done'}>
      <p>
        {reader.t(
          decision === null
            ? 'contributions.correction.waits'
            : decision === 'accepted'
              ? 'contributions.correction.accepted'
              : 'contributions.correction.declined',
        )}
      </p>
      {decisionReason ? <p class="as-written">{decisionReason}</p> : null}
    </Notice>
  )
}

function Followed({ reader, correction, action, messages, values, errors }: FollowedProps) {
  const { t } = reader
  const { decision } = correction
  const error = errors.find(({ field }) => field === 'text')?.message(t)
  return (
    <Section id="messages" title={t('contributions.suggestion.dialogue')}>
      {messages.length === 0 ? <p>{t('contributions.suggestion.silence')}</p> : null}
      <ol class="entries">
        {messages.map((message) => (
          <li key={message.id}>
            <p class="entry-meta">
              {t(message.isOfAuthor ? 'contributions.correction.you' : 'contributions.correction.them')},{' '}
              <Moment reader={reader} at={message.writtenAt} />
            </p>
            <p class="as-written">{message.text}</p>
          </li>
        ))}
      </ol>
      {decision === null ? (
        <form method="post" action={`${action}/messages`} class="form">
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
      ) : null}
    </Section>
  )
}
