import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import type { RecordHead, RecordKind } from '../../../../platform/records/record-kind.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { SpamTrap } from '../../../../ui/form/spam-trap.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

interface CorrectionFormProps {
  network: string
  kind: RecordKind
  head: RecordHead
  begun: string
  values: FormValues
  errors: FieldError[]
}

export function correctionTitle(reader: Reader, head: RecordHead): string {
  return reader.t('contributions.correction.title', { record: chooseName(head.title, reader.language).text })
}

/** Where anybody reports what is wrong on a page. */
export function CorrectionForm({ network, kind, head, begun, values, errors }: CorrectionFormProps) {
  const reader = useReader()
  const { t } = reader
  const record = paths.record(reader, network, kind, head.slug)
  return (
    <>
      <PageHeading
        kicker={<a href={record}>{t('contributions.history.back')}</a>}
        lead={t('contributions.correction.lead')}
      >
        {correctionTitle(reader, head)}
      </PageHeading>
      <Form action={`${record.split('?')[0]}/correction`} form={{ values, errors }}>
        <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
        <TextAreaField
          name="words"
          label={t('contributions.correction.words')}
          hint={t('contributions.correction.wordsHint')}
          max={3000}
          required
        />
        <Field
          name="source"
          label={t('contributions.correction.source')}
          hint={t('contributions.correction.sourceHint')}
        />
        <Field name="name" label={t('contributions.correction.name')} autocomplete="name" />
        <Field
          name="address"
          type="email"
          label={t('contributions.correction.address')}
          hint={t('contributions.correction.addressHint')}
          autocomplete="email"
          required
        />
        <SpamTrap begun={begun} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('contributions.correction.send')}
          </button>
        </p>
        <p class="form-note">{t('contributions.correction.note')}</p>
      </Form>
    </>
  )
}

interface CorrectionSentProps {
  address: string
  record: string
  name: string
}

/** What follows: a mail to confirm from. */
export function CorrectionSent({ address, record, name }: CorrectionSentProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading kicker={<a href={record}>{name}</a>}>
        {t('contributions.correction.sentTitle')}
      </PageHeading>
      <p>{t('contributions.correction.sent', { address })}</p>
    </>
  )
}
