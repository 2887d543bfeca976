import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Expectation } from '../../expectation.ts'
import { TextFields } from '../../making/views/text-fields.tsx'
import { paths } from '../../paths.ts'

interface EditPageProps {
  reader: Reader
  network: Network
  expectation: Expectation
  shown: Shown
  /** Somebody else has worded it anew meanwhile: what stands is shown above what was typed. */
  isMet: boolean
}

/** What is expected, to be worded anew or in another language. */
export function EditPage({ reader, network, expectation, shown, isMet }: EditPageProps) {
  const { t } = reader
  return (
    <>
      <FormErrors
        reader={reader}
        errors={shown.errors.map(({ field, message }) => ({ field, message: message(t) }))}
      />
      <PageHeading
        kicker={
          <a href={paths.one(reader, network.slug, expectation.slug)}>
            <Passage reader={reader} text={expectation.title} as="span" tags={false} />
          </a>
        }
        lead={t('partners.expectation.editLead')}
      >
        {t('partners.expectation.edit')}
      </PageHeading>
      {isMet ? (
        <Notice reader={reader} kind="warning" live>
          <p>{t('partners.error.textChanged')}</p>
          <p>
            <strong>
              <Passage reader={reader} text={expectation.title} as="span" />
            </strong>
          </p>
          <Passage reader={reader} text={expectation.text} as="div" class="as-written" />
        </Notice>
      ) : null}
      <form
        method="post"
        action={`${paths.after(reader, network.slug, expectation.slug, '')}/edit`}
        class="form"
        novalidate
      >
        <input type="hidden" name="seen" value={typedValue(shown.values, 'seen')} />
        <TextFields
          reader={reader}
          languages={network.languages}
          title={expectation.title}
          text={expectation.text}
          shown={shown}
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.expectation.save')}
          </button>
        </p>
      </form>
    </>
  )
}
