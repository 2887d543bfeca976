import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import type { RecordHead, RecordKind } from '../../../../platform/records/record-kind.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { SpamTrap } from '../../../../ui/form/spam-trap.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

interface CorrectionFormProps {
  reader: Reader
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
export function CorrectionForm({ reader, network, kind, head, begun, values, errors }: CorrectionFormProps) {
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message(t)
  const record = paths.record(reader, network, kind, head.slug)
  return (
    <>
      <PageHeading
        kicker={<a href={record}>{t('contributions.history.back')}</a>}
        lead={t('contributions.correction.lead')}
      >
        {correctionTitle(reader, head)}
      </PageHeading>
      <form method="post" action={`${record.split('?')[0]}/correction`} class="form" novalidate>
        <FormErrors
          reader={reader}
          errors={errors.map(({ field, message }) => ({ field, message: message(t) }))}
        />
        <TextAreaField
          reader={reader}
          name="words"
          label={t('contributions.correction.words')}
          hint={t('contributions.correction.wordsHint')}
          value={typedValue(values, 'words')}
          max={3000}
          error={errorOf('words')}
          required
        />
        <Field
          reader={reader}
          name="source"
          label={t('contributions.correction.source')}
          hint={t('contributions.correction.sourceHint')}
          value={typedValue(values, 'source')}
          error={errorOf('source')}
        />
        <Field
          reader={reader}
          name="name"
          label={t('contributions.correction.name')}
          value={typedValue(values, 'name')}
          error={errorOf('name')}
          autocomplete="name"
        />
        <Field
          reader={reader}
          name="address"
          type="email"
          label={t('contributions.correction.address')}
          hint={t('contributions.correction.addressHint')}
          value={typedValue(values, 'address')}
          error={errorOf('address')}
          autocomplete="email"
          required
        />
        <SpamTrap reader={reader} begun={begun} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('contributions.correction.send')}
          </button>
        </p>
        <p class="form-note">{t('contributions.correction.note')}</p>
      </form>
    </>
  )
}

interface CorrectionSentProps {
  reader: Reader
  address: string
  record: string
  name: string
}

/** What follows: a mail to confirm from. */
export function CorrectionSent({ reader, address, record, name }: CorrectionSentProps) {
  const { t } = reader
  return (
    <>
      <PageHeading kicker={<a href={record}>{name}</a>}>
        {t('contributions.correction.sentTitle')}
      </PageHeading>
      <p>{t('contributions.correction.sent', { address })}</p>
    </>
  )
}
