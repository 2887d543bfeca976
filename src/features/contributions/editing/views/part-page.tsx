import type { ComponentChildren } from 'preact'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import type { PartCall, RecordKind, RecordPart } from '../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { ContributionForm, DraftNotice } from './contribution-form.tsx'

export interface PartPageProps {
  network: string
  kind: RecordKind
  part: RecordPart
  call: PartCall
  /** The address of the form itself. */
  action: string
  entry: string | null
  form: FormState
  /** The part's own fields. */
  fields: ComponentChildren
  base: number
  /** Whether sending it changes the record at once; otherwise it becomes a suggestion. */
  publishes: boolean
  /** For whom the person may speak of this record. */
  speaksFor: { id: string; name: LocalizedName }[]
  /** When the draft that fills the form was kept. */
  draftFrom: Date | null
  isUnchanged?: boolean
}

/** One form of a record, and why it is changed. */
export function PartPage(props: PartPageProps) {
  const reader = useReader()
  const { network, kind, part, call, form } = props
  const { t } = reader
  const { head } = call
  return (
    <>
      <PageHeading
        kicker={
          head ? (
            <a href={paths.edit(reader, network, kind, head.slug)}>
              {chooseName(head.title, reader.language).text}
            </a>
          ) : undefined
        }
        lead={t(part.lead)}
      >
        {t(part.title)}
      </PageHeading>
      {props.publishes ? null : <Notice>{t('contributions.edit.becomesSuggestion')}</Notice>}
      {props.draftFrom ? <DraftNotice action={props.action} at={props.draftFrom} /> : null}
      {props.isUnchanged ? <Notice live>{t('contributions.edit.unchanged')}</Notice> : null}
      <ContributionForm
        action={props.action}
        hidden={{ base: String(props.base) }}
        form={form}
        fields={props.fields}
        speaksFor={props.speaksFor}
        submit={t(props.publishes ? 'contributions.edit.publish' : 'contributions.edit.suggest')}
        cancel={head ? paths.edit(reader, network, kind, head.slug) : null}
      />
      {part.remove && call.entryId !== null ? <Removal {...props} /> : null}
    </>
  )
}

function Removal({ action, base, publishes, form }: PartPageProps) {
  const { t } = useReader()
  return (
    <Section id="removal" title={t('contributions.edit.remove')}>
      <Form action={`${action}/removal`} form={form}>
        <input type="hidden" name="base" value={String(base)} />
        <Field
          name="removal"
          label={t('contributions.edit.removeReason')}
          hint={t('contributions.edit.removeHint')}
          required
        />
        <button type="submit" class="button">
          {t(publishes ? 'contributions.edit.remove' : 'contributions.edit.suggestRemoval')}
        </button>
      </Form>
    </Section>
  )
}
