import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Expectation } from '../../expectation.ts'
import { TextFields } from '../../making/views/text-fields.tsx'
import { paths } from '../../paths.ts'

interface EditPageProps {
  network: Network
  expectation: Expectation
  shown: Shown
  /** Somebody else has worded it anew meanwhile: what stands is shown above what was typed. */
  isMet: boolean
}

/** What is expected, to be worded anew or in another language. */
export function EditPage({ network, expectation, shown, isMet }: EditPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <FormErrors errors={shown.errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={
          <a href={paths.one(reader, network.slug, expectation.slug)}>
            <Passage text={expectation.title} as="span" tags={false} />
          </a>
        }
        lead={t('partners.expectation.editLead')}
      >
        {t('partners.expectation.edit')}
      </PageHeading>
      {isMet ? (
        <Notice kind="warning" live>
          <p>{t('partners.error.textChanged')}</p>
          <p>
            <strong>
              <Passage text={expectation.title} as="span" />
            </strong>
          </p>
          <Passage text={expectation.text} as="div" class="as-written" />
        </Notice>
      ) : null}
      <Form action={`${paths.after(reader, network.slug, expectation.slug, '')}/edit`} form={shown}>
        <input type="hidden" name="seen" value={typedValue(shown.values, 'seen')} />
        <TextFields languages={network.languages} title={expectation.title} text={expectation.text} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.expectation.save')}
          </button>
        </p>
      </Form>
    </>
  )
}
