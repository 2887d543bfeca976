import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { UsualSubmit } from '../../../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'

interface AmendmentPageProps {
  reader: Reader
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
export function AmendmentPage({ reader, address, number, fields, shown, isMet }: AmendmentPageProps) {
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
        <Notice reader={reader} kind="warning" live>
          {t('agenda.proposals.met')}
        </Notice>
      ) : null}
      <form method="post" action={`${address}/amendment`} class="form" novalidate>
        <UsualSubmit value="save" />
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <input type="hidden" name="number" value={String(number)} />
        {fields}
        <TextAreaField
          reader={reader}
          name="note"
          label={t('agenda.proposals.note')}
          hint={t('agenda.proposals.noteHint')}
          value={typedValue(shown.values, 'note')}
          max={2000}
          rows={3}
          error={errorOf(reader, shown, 'note')}
        />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('agenda.proposals.saveAmendment')}
          </button>
          <a href={address}>{t('agenda.proposals.giveUp')}</a>
        </p>
      </form>
    </>
  )
}
