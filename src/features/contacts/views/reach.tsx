import { useReader } from '../../../ui/reader.tsx'
import type { Holder } from '../holders/holder.ts'

/** How to reach a person, for readers who may know; for others, why it is hidden. */
export function Reach({ holder }: { holder: Holder }) {
  const { t } = useReader()
  if (holder.withheld !== null)
    return (
      <span class="quiet">
        {t(holder.withheld === 'all' ? 'contacts.withheld.all' : 'contacts.withheld.addresses')}
      </span>
    )
  if (holder.email === null && holder.telephone === null)
    return <span class="quiet">{t('contacts.reach.none')}</span>
  return (
    <>
      {holder.email === null ? null : (
        <a class="contact-address" href={`mailto:${holder.email}`}>
          {holder.email}
        </a>
      )}
      {holder.telephone === null ? null : (
        <a class="contact-address" href={`tel:${holder.telephone.replaceAll(/[^+\d]/g, '')}`}>
          {holder.telephone}
        </a>
      )}
    </>
  )
}
