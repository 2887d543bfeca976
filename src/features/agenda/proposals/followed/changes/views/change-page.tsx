import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import type { Shown } from '../../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'

interface ChangePageProps {
  reader: Reader
  /** Of the proposal, which speaks for its proposer. */
  address: string
  fields: ComponentChildren
  shown: Shown
  /** Whether everybody reads the event: a change waits for the group then. */
  isPublished: boolean
}

/** A proposed event as its proposer left it, to be changed. */
export function ChangePage({ reader, address, fields, shown, isPublished }: ChangePageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading kicker={<a href={address}>{t('agenda.proposal.yours')}</a>}>
        {t('agenda.proposal.change')}
      </PageHeading>
      {isPublished ? <Notice reader={reader}>{t('agenda.proposal.changeWaits')}</Notice> : null}
      <form method="post" action={`${address}/change`} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        {fields}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.saveChange')}
          </button>
        </p>
      </form>
    </>
  )
}
