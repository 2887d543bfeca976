import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { CopyField } from '../../../../../ui/form/copy-field.tsx'

/** How a calendar program gets to an address: by one press where the program has a say in the system, else by copying it. */
export function CalendarAddress({ reader, address }: { reader: Reader; address: string }) {
  const { t } = reader
  return (
    <div class="calendar-address">
      <p>
        <a class="button" href={address.replace(/^https?:/, 'webcal:')} rel="nofollow">
          {t('agenda.subscribe.open')}
        </a>
      </p>
      <p>{t('agenda.subscribe.byProgram')}</p>
      <CopyField reader={reader} name="address" label={t('agenda.subscribe.address')} text={address} />
      <p>{t('agenda.subscribe.byAddress')}</p>
    </div>
  )
}
