import type { ComponentChildren } from 'preact'
import { newId } from '../../../../platform/context/identifier.ts'
import { sendingField } from '../../../../platform/http/sent-form.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import type { AlikeRecord, RecordKind } from '../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { ContributionForm, DraftNotice } from '../../editing/views/contribution-form.tsx'
import { paths } from '../../paths.ts'

interface NewRecordPageProps {
  network: string
  kind: RecordKind
  form: FormState
  fields: ComponentChildren
  /** What exists already and may be the same: it is added only when the person says so. */
  alike: AlikeRecord[]
  /** Where one goes on to when it is added; null for its own page. */
  next: string | null
  publishes: boolean
  speaksFor: { id: string; name: LocalizedName }[]
  draftFrom: Date | null
  /** When a draft was kept that what is filled in would take the place of. */
  otherDraftFrom: Date | null
}

/** The form by which a record is added. */
export function NewRecordPage({ network, kind, form, ...props }: NewRecordPageProps) {
  const reader = useReader()
  const { t } = reader
  const { alike, next } = props
  const action = paths.adding(reader, network, kind).split('?')[0] ?? ''
  return (
    <>
      <PageHeading lead={t(kind.newPart.lead)}>{t(kind.newPart.title)}</PageHeading>
      {props.publishes ? null : <Notice>{t('contributions.adding.becomesSuggestion')}</Notice>}
      {props.draftFrom ? <DraftNotice action={action} at={props.draftFrom} isNew /> : null}
      {props.otherDraftFrom ? (
        <Notice kind="warning">
          {t('contributions.adding.otherDraft')} <Moment at={props.otherDraftFrom} />{' '}
          <a href={action}>{t('contributions.adding.keepDraft')}</a>
        </Notice>
      ) : null}
      {alike.length > 0 ? <Alike alike={alike} next={next} /> : null}
      <ContributionForm
        action={action}
        hidden={{ [sendingField]: newId(), ...(next === null ? {} : { next }) }}
        form={form}
        fields={props.fields}
        speaksFor={props.speaksFor}
        reasonHint={kind.newPart.reasonHint}
        submit={t(props.publishes ? 'contributions.adding.publish' : 'contributions.edit.suggest')}
        otherwise={
          alike.length > 0 ? (
            <button type="submit" class="button" name="action" value="anyway">
              {t('contributions.adding.anyway')}
            </button>
          ) : null
        }
        cancel={next ?? paths.records(reader, network, kind)}
      />
    </>
  )
}

function Alike({ alike, next }: { alike: AlikeRecord[]; next: string | null }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Notice kind="warning" live>
      <p>{t('contributions.adding.alike')}</p>
      <ul>
        {alike.map((each) => (
          <li key={each.id}>
            <a href={each.href} {...languageAttributes(reader, each.language)}>
              {each.title}
            </a>
            {each.details ? ` – ${each.details}` : null}
            {next?.includes('?') ? (
              <>
                {' '}
                <a href={`${next}&chosen=${each.id}`}>{t('contributions.adding.chooseIt')}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
