import { CopyField } from '../../../../ui/form/copy-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'

/** How a calendar program gets an address: by one press where the system knows the program, else by copying it. */
export function CalendarAddress({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <div class="calendar-address">
      <p>
        <a class="button" href={address.replace(/^https?:/, 'webcal:')} rel="nofollow">
          {t('agenda.subscribe.open')}
        </a>
      </p>
      <p>{t('agenda.subscribe.byProgram')}</p>
      <CopyField name="address" label={t('agenda.subscribe.address')} text={address} />
      <p>{t('agenda.subscribe.byAddress')}</p>
    </div>
  )
}
