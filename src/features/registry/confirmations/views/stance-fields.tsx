import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'

/** The reason of a dispute, and the two answers. */
export function StanceFields() {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="words"
        label={t('registry.confirmation.words')}
        hint={t('registry.confirmation.wordsHint')}
        max={2000}
        rows={3}
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
