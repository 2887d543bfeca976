import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FormState } from '../../../platform/input/form.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import { ChangeList } from '../versions/change-list.tsx'
import { Dialogue } from './dialogue.tsx'
import { isToSendAgain, type Message, type Suggestion } from './queries.ts'

export interface SuggestionPageProps {
  network: string
  suggestion: Suggestion
  kind: RecordKind
  head: RecordHead | null
  /** Null for a suggestion in words alone. */
  changes: ExplainedChange[] | null
  isOutdated: boolean
  messages: Message[]
  mayDecide: boolean
  isOwn: boolean
  /** It was sent just now. */
  isSent: boolean
  /** The form of the page that was sent and not accepted. */
  form: FormState
}

export function suggestionTitle(reader: Reader, kind: RecordKind, head: RecordHead | null): string {
  const { t } = reader
  return head
    ? t('contributions.suggestion.title', { record: chooseName(head.title, reader.language).text })
    : t('contributions.suggestion.new', { noun: t(kind.noun) })
}

/** One suggestion: its changes, its reason, its messages, and the decision. */
export function SuggestionPage(props: SuggestionPageProps) {
  const reader = useReader()
  const { network, suggestion, kind, head, changes } = props
  const { t } = reader
  const attributes = languageAttributes(reader, suggestion.language)
  return (
    <>
      <PageHeading
        kicker={<a href={paths.queue(reader, network)}>{t('contributions.queue.title')}</a>}
        actions={
          head ? (
            <a href={paths.record(reader, network, kind, head.slug)}>{t('contributions.history.back')}</a>
          ) : null
        }
      >
        {suggestionTitle(reader, kind, head)}
      </PageHeading>
      <Outcome {...props} />
      <FactList
        facts={[
          { term: t('contributions.history.column.by'), detail: authorWords(reader, suggestion) },
          {
            term: t('contributions.history.column.when'),
            detail: <Moment at={suggestion.createdAt} />,
          },
          {
            term: t(changes === null ? 'contributions.suggestion.words' : 'contributions.history.why'),
            detail: (
              <span class="as-written" {...attributes}>
                {suggestion.words}
              </span>
            ),
          },
          ...(suggestion.source
            ? [
                {
                  term: t('contributions.suggestion.source'),
                  detail: <span {...attributes}>{suggestion.source}</span>,
                },
              ]
            : []),
        ]}
      />
      {changes === null ? null : (
        <Section id="changes" title={t('contributions.suggestion.changes')}>
          {props.isOutdated ? <p>{t('contributions.suggestion.outdated')}</p> : null}
          <ChangeList changes={changes} />
        </Section>
      )}
      <Dialogue
        messages={props.messages}
        form={props.form}
        action={`${paths.suggestion(reader, network, suggestion.id)}/messages`}
        speaker={({ author, isOfAuthor }) =>
          author ??
          t(
            isOfAuthor && suggestion.isFromReader
              ? 'contributions.suggestion.stranger'
              : 'contributions.history.someone',
          )
        }
      />
      {suggestion.decision === null ? <Decision {...props} /> : null}
    </>
  )
}

function Outcome({ network, suggestion, kind, isOwn, isSent }: SuggestionPageProps) {
  const reader = useReader()
  const { t } = reader
  const { decision, decidedAt, decidedByName, decisionReason, heldFor } = suggestion
  if (decision === null) {
    if (heldFor === null && isOwn && isSent)
      return (
        <Notice kind="done" live>
          <p>{t('contributions.suggestion.sent')}</p>
          <p>{t('contributions.suggestion.sentNext')}</p>
        </Notice>
      )
    if (heldFor === null) return <Notice>{t('contributions.suggestion.waits')}</Notice>
    return (
      <Notice kind="warning">
        {t('contributions.suggestion.held', { reason: t(`ui.held.${heldFor}`) })}
      </Notice>
    )
  }
  return (
    <Notice kind={decision === 'accepted' ? 'done' : 'information'}>
      <p>
        {t(`contributions.decision.${decision}`)}
        {decidedByName ? ` (${decidedByName})` : null}
        {decidedAt ? (
          <>
            {', '}
            <Moment at={decidedAt} />
          </>
        ) : null}
      </p>
      {decisionReason ? <p class="as-written">{decisionReason}</p> : null}
      {kind.retype && isToSendAgain(suggestion, kind.kind, isOwn ? (suggestion.personId ?? '') : '') ? (
        <p>
          {t('contributions.suggestion.againLead')}{' '}
          <a href={paths.adding(reader, network, kind, suggestion.id)}>
            {t('contributions.suggestion.again')}
          </a>
        </p>
      ) : null}
    </Notice>
  )
}

/** The decision on a suggestion, for those who may take it; its author may take it back. */
function Decision(props: SuggestionPageProps) {
  const reader = useReader()
  const { network, suggestion, kind, head, changes, mayDecide, isOwn, form: sent } = props
  const { t } = reader
  if (!mayDecide && !isOwn) return null
  const form = { ...sent, errors: sent.errors.filter(({ field }) => field !== 'text') }
  return (
    <Section id="decision" title={t('contributions.suggestion.decision')}>
      <Form action={`${paths.suggestion(reader, network, suggestion.id)}/decision`} form={form} asksFirst>
        <ErrorList form={form} />
        {mayDecide && changes === null && head ? (
          <p>
            {t('contributions.suggestion.byHand')}{' '}
            <a href={paths.edit(reader, network, kind, head.slug)}>{t('contributions.edit.change')}</a>
          </p>
        ) : null}
        {mayDecide ? (
          <TextAreaField
            name="because"
            label={t('contributions.suggestion.because')}
            hint={t('contributions.suggestion.becauseHint')}
            max={2000}
            rows={3}
          />
        ) : null}
        <p class="form-end">
          {mayDecide ? (
            <>
              <button type="submit" class="button primary" name="decision" value="accepted">
                {t(
                  changes === null ? 'contributions.suggestion.dealtWith' : 'contributions.suggestion.accept',
                )}
              </button>
              <button type="submit" class="button" name="decision" value="declined">
                {t('contributions.suggestion.decline')}
              </button>
              {suggestion.heldFor === null ? null : (
                <button type="submit" class="button" name="decision" value="released">
                  {t('contributions.suggestion.release')}
                </button>
              )}
            </>
          ) : null}
          {isOwn ? (
            <button type="submit" class="button" name="decision" value="withdrawn">
              {t('contributions.suggestion.withdraw')}
            </button>
          ) : null}
        </p>
      </Form>
    </Section>
  )
}

/** The author of a suggestion, in words. */
export function authorWords({ t }: Reader, { author, isFromReader }: Suggestion): string {
  if (isFromReader) return author ?? t('contributions.suggestion.stranger')
  return author ?? t('contributions.history.someone')
}
