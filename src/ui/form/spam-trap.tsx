import { useReader } from '../reader.tsx'

/** What tells programs from people in a form for anybody: a field that people do not see, and when the form was drawn (`signMoment`). */
export function SpamTrap({ begun }: { begun: string }) {
  const reader = useReader()
  return (
    <>
      <p class="field-trap" aria-hidden="true">
        <label>
          {reader.t('ui.form.trap')} <input name="website" tabindex={-1} autocomplete="off" />
        </label>
      </p>
      <input type="hidden" name="begun" value={begun} />
    </>
  )
}
