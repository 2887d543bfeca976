import type { ComponentChildren } from 'preact'
import type { Shown } from '../../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { Form } from '../../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'

interface ChangePageProps {
  /** Of the proposal, which speaks for its proposer. */
  address: string
  fields: ComponentChildren
  shown: Shown
  /** Whether everybody reads the event: a change waits for the group then. */
  isPublished: boolean
}

/** A proposed event as its proposer left it, to be changed. */
export function ChangePage({ address, fields, shown, isPublished }: ChangePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading kicker={<a href={address}>{t('agenda.proposal.yours')}</a>}>
        {t('agenda.proposal.change')}
      </PageHeading>
      {isPublished ? <Notice>{t('agenda.proposal.changeWaits')}</Notice> : null}
      <Form action={`${address}/change`} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        {fields}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.saveChange')}
          </button>
        </p>
      </Form>
    </>
  )
}
