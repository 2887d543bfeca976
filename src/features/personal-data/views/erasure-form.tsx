import { useReader } from '../../../ui/reader.tsx'
import { paths } from '../paths.ts'

/** The way to an erasure: what goes and what stays is asked before anything happens. */
export function ErasureForm() {
  const reader = useReader()
  const { t } = reader
  return (
    <form class="form" method="post" action={paths.erasure(reader.interfaceLanguage)}>
      <p>{t('personal-data.erasure.lead')}</p>
      <p class="form-end">
        <button class="button" type="submit">
          {t('personal-data.erasure.erase')}
        </button>
      </p>
    </form>
  )
}
