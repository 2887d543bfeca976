import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../../platform/input/form.ts'
import { SourcePassage } from '../../../../../../ui/evidence/source-passage.tsx'
import { DateField } from '../../../../../../ui/form/date-field.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'
import { paths } from '../../../../paths.ts'
import type { ImportedText } from '../../../queries.ts'

interface DateQuestionProps {
  reader: Reader
  network: string
  text: ImportedText
  factId: string
  /** The words of the date. */
  words: string
  /** The fact that waits for it. */
  said: string
  quote: { before: string; text: string; after: string }
  values: FormValues
  errors: FieldError[]
}

/** When something was: the sentence, a date as people say it, and the way to leave it open. */
export function DateQuestion({
  reader,
  network,
  text,
  factId,
  words,
  said,
  quote,
  values,
  errors,
}: DateQuestionProps) {
  const { t } = reader
  const back = `${paths.text(reader, network, text.id)}#f-${factId}`
  const told = sayErrors(reader, errors)
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{text.title}</a>}
        lead={
          <p>
            <strong>{said}</strong>
            {' · '}
            {t('imports.text.question.date.lead')}
          </p>
        }
      >
        {t('imports.text.question.date.title', { words })}
      </PageHeading>
      <SourcePassage
        reader={reader}
        language={text.language ?? 'fr'}
        {...quote}
        source={text.title}
        href={back}
      />
      <form method="post" action={paths.fact(reader, network, text.id, factId)} class="form" novalidate>
        <FormErrors reader={reader} errors={told.list} />
        <DateField
          reader={reader}
          name="date"
          label={t('imports.text.question.date.field')}
          value={typedValue(values, 'date')}
          error={told.byField.date}
          required
        />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('imports.text.question.answer')}
          </button>
          <button type="submit" class="button" name="without" value="1">
            {t('imports.text.question.date.without')}
          </button>
          <a href={back}>{t('imports.text.source.cancel')}</a>
        </p>
      </form>
    </>
  )
}
