import type { FieldError } from '../../../../platform/input/form.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'

interface StanceFieldsProps {
  errors: FieldError[]
}

/** What is wrong, when something is, and the two answers. */
export function StanceFields({ errors }: StanceFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="words"
        label={t('registry.confirmation.words')}
        hint={t('registry.confirmation.wordsHint')}
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
