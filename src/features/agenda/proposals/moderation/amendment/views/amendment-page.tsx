import type { ComponentChildren } from 'preact'
import type { Shown } from '../../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { Form } from '../../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { UsualSubmit } from '../../../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'

interface AmendmentPageProps {
  /** Of the proposal. */
  address: string
  /** Of the version that is amended. */
  number: number
  fields: ComponentChildren
  shown: Shown
  /** The proposer changed it meanwhile. */
  isMet: boolean
}

/** A proposal as it would stand in the agenda, to be amended; whoever proposed it sees each change. */
export function AmendmentPage({ address, number, fields, shown, isMet }: AmendmentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={address}>{t('agenda.proposals.back')}</a>}
        lead={t('agenda.proposals.amendLead')}
      >
        {t('agenda.proposals.amend')}
      </PageHeading>
      {isMet ? (
        <Notice kind="warning" live>
          {t('agenda.proposals.met')}
        </Notice>
      ) : null}
      <Form action={`${address}/amendment`} form={shown}>
        <UsualSubmit value="save" />
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <input type="hidden" name="number" value={String(number)} />
        {fields}
        <TextAreaField
          name="note"
          label={t('agenda.proposals.note')}
          hint={t('agenda.proposals.noteHint')}
          max={2000}
          rows={3}
        />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('agenda.proposals.saveAmendment')}
          </button>
          <a href={address}>{t('agenda.proposals.giveUp')}</a>
        </p>
      </Form>
    </>
  )
}
