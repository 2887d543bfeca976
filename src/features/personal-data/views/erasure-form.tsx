import type { Reader } from '../../../platform/i18n/reader.ts'
import { Choice } from '../../../ui/form/choice-field.tsx'
import { paths } from '../paths.ts'

/** Says what an erasure takes away and what stays, and asks twice: by a box and by a button. */
export function ErasureForm({ reader, error }: { reader: Reader; error: string | undefined }) {
  const { t } = reader
  return (
    <form class="form" method="post" action={paths.erasure(reader.interfaceLanguage)} novalidate>
      <div class="prose">
        <p>{t('personal-data.erasure.goes')}</p>
        <p>{t('personal-data.erasure.stays')}</p>
        <p>{t('personal-data.erasure.backups')}</p>
      </div>
      <div class={error ? 'field field-invalid' : 'field'}>
        {error ? <p class="field-error">{error}</p> : null}
        <Choice
          name="sure"
          type="checkbox"
          isChosen={false}
          required
          option={{ value: 'yes', label: t('personal-data.erasure.sure') }}
        />
      </div>
      <p class="form-end">
        <button class="button" type="submit">
          {t('personal-data.erasure.erase')}
        </button>
      </p>
    </form>
  )
}
