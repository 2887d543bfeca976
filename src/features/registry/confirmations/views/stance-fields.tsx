import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'

interface StanceFieldsProps {
  reader: Reader
  values: FormValues
  errors: FieldError[]
}

/** What is wrong, when something is, and the two answers. */
export function StanceFields({ reader, values, errors }: StanceFieldsProps) {
  const { t } = reader
  return (
    <>
      <TextAreaField
        reader={reader}
        name="words"
        label={t('registry.confirmation.words')}
        hint={t('registry.confirmation.wordsHint')}
        value={typedValue(values, 'words')}
        max={2000}
        rows={3}
        error={errors.find(({ field }) => field === 'words')?.message(t)}
      />
      <p class="form-end">
        <button type="submit" class="button primary" name="stance" value="confirmed">
          {t('registry.confirmation.confirm')}
        </button>
        <button type="submit" class="button" name="stance" value="disputed">
          {t('registry.confirmation.dispute')}
        </button>
      </p>
    </>
  )
}
