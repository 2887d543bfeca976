import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DifferenceSide } from '../../../../ui/text/difference.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Amendment } from '../queries.ts'

interface AmendmentListProps {
  amendments: readonly Amendment[]
  /** Where those in charge answer; null for others. */
  address: string | null
}

/** What those who attended ask to have worded otherwise: the passage and the proposal side by side, and the answer. */
export function AmendmentList({ amendments, address }: AmendmentListProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <ol class="entries">
      {amendments.map((amendment) => (
        <li key={amendment.id} id={`a-${amendment.id}`}>
          <p class="entry-title">
            {amendment.sectionTitle ? (
              <Passage text={amendment.sectionTitle} as="span" tags={false} />
            ) : (
              t('minutes.amendment.sectionGone')
            )}{' '}
            <span class="tag">{t(`minutes.amendment.state.${amendment.decision ?? 'open'}`)}</span>
          </p>
          <p class="entry-meta">
            {[
              amendment.by,
              amendment.organisation ? chooseName(amendment.organisation, reader.language).text : '',
            ]
              .filter(Boolean)
              .join(', ')}
            {' · '}
            <Moment at={amendment.proposedAt} />
          </p>
          <Sides amendment={amendment} />
          <p>{t('minutes.amendment.because', { reason: amendment.reason })}</p>
          {amendment.decidedAt ? (
            <p class="entry-meta">
              {amendment.answer ? `${amendment.answer} – ` : null}
              {amendment.decidedBy ? `${amendment.decidedBy}, ` : null}
              <Moment at={amendment.decidedAt} />
            </p>
          ) : address ? (
            <AnswerForm action={`${address}/${amendment.id}`} id={amendment.id} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function Sides({ amendment: { passage, proposal, language } }: { amendment: Amendment }) {
  const reader = useReader()
  const { t } = reader
  const attributes = languageAttributes(reader, language)
  return (
    <div class="side-by-side">
      <div>
        <p class="side-title">{t('minutes.amendment.passage')}</p>
        <p class="as-written" {...attributes}>
          <DifferenceSide before={passage} after={proposal} side="before" />
        </p>
      </div>
      <div>
        <p class="side-title">{t('minutes.amendment.proposal')}</p>
        <p class="as-written" {...attributes}>
          {proposal === '' ? (
            t('minutes.amendment.leftOut')
          ) : (
            <DifferenceSide before={passage} after={proposal} side="after" />
          )}
        </p>
      </div>
    </div>
  )
}

function AnswerForm({ action, id }: { action: string; id: string }) {
  const { t } = useReader()
  return (
    <form class="form" method="post" action={action} novalidate>
      <TextAreaField
        name="answer"
        idSuffix={id}
        label={t('minutes.amendment.answer')}
        value=""
        max={1000}
        rows={2}
      />
      <p class="form-end">
        <button class="button primary" type="submit" name="decision" value="accepted">
          {t('minutes.amendment.accept')}
        </button>{' '}
        <button class="button" type="submit" name="decision" value="declined">
          {t('minutes.amendment.decline')}
        </button>
      </p>
    </form>
  )
}
