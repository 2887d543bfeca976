import { useReader } from '../reader.tsx'

/** Tells programs from people in a public form: a field that people do not see, and the time at which the form was drawn (`signMoment`). */
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
