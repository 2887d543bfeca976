import { useReader } from '../reader.tsx'

/** Where a form with `data-autosave` says that its draft was saved, or was not; placed inside the form. */
export function AutosaveStatus() {
  const { t } = useReader()
  return (
    <p
      class="autosave"
      role="status"
      data-saved={t('ui.autosave.saved', { time: '#' })}
      data-unsaved={t('ui.autosave.unsaved')}
      data-refused={t('ui.autosave.refused')}
    />
  )
}
