import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import type { RecordHead, RecordKind } from '../../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../../paths.ts'
import type { Message } from '../../../suggestions/queries.ts'
import { Dialogue } from '../../../suggestions/views/dialogue.tsx'
import type { Correction } from '../../queries.ts'

interface FollowedPageProps {
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
export function FollowedPage({ network, correction, kind, head, action, ...props }: FollowedPageProps) {
  const reader = useReader()
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
      {correction.isConfirmed ? <State correction={correction} /> : null}
      <blockquote
        class="as-written"
        lang={correction.language === reader.interfaceLanguage ? undefined : correction.language}
      >
        {correction.words}
      </blockquote>
      {correction.isConfirmed ? (
        <Dialogue
          {...props}
          action={correction.decision === null ? `${action}/messages` : null}
          speaker={({ isOfAuthor }) =>
            t(isOfAuthor ? 'contributions.correction.you' : 'contributions.correction.them')
          }
        />
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

function State({ correction }: Pick<FollowedPageProps, 'correction'>) {
  const reader = useReader()
  const { decision, decisionReason } = correction
  return (
    <Notice kind={decision === null ? 'information' : 'done'}>
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
