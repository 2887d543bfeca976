import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'
import { endsSoon } from '../../retention/keep-until.ts'
import { PostButton } from '../../views/post-button.tsx'
import type { PostPageProps } from './post-page.tsx'

/** What can be done with a post and with who holds it. */
export function PostActions({ network, post, now, mayEdit }: PostPageProps) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  const to = (step: string) => paths.step(reader, network, post.id, step)
  const isSeen = holder !== null && holder.withheld !== 'all' && !holder.isRemoved
  return (
    <div class="part-actions no-print">
      {isSeen ? (
        <PostButton action={to('confirmation')} label={t('contacts.action.confirm')} isPrimary />
      ) : null}
      {isSeen && mayEdit && endsSoon({ now: () => now }, holder.retentionUntil) ? (
        <PostButton action={to('extension')} label={t('contacts.action.extend')} />
      ) : null}
      {isSeen ? (
        <a class="button" href={to('holder')}>
          {t('contacts.action.correct')}
        </a>
      ) : null}
      {holder === null ? (
        <a class="button primary" href={to('holder')}>
          {t('contacts.action.fill')}
        </a>
      ) : (
        <a class="button" href={to('handover')}>
          {t('contacts.action.handOver')}
        </a>
      )}
      <a class="button" href={to('vacancy')}>
        {t(post.isHeld ? 'contacts.action.vacancy' : 'contacts.action.vacancyMore')}
      </a>
      <a class="button" href={to('edit')}>
        {t('contacts.post.edit')}
      </a>
    </div>
  )
}

/** What takes something away for good stands apart, each with what it does. */
export function RemovalPart({ network, post, mayManage }: PostPageProps) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  const to = (step: string) => paths.step(reader, network, post.id, step)
  return (
    <details class="contact-removal no-print">
      <summary>{t('contacts.removal.title')}</summary>
      {holder !== null && !holder.isRemoved ? (
        <>
          <p>{t('contacts.removal.person')}</p>
          <div class="part-actions">
            <PostButton
              action={to('erasure')}
              label={t('contacts.removal.erase')}
              fields={{ contact: holder.contactId }}
            />
            {mayManage && holder.withheld === null ? (
              <a class="button" href={to('data.json')} download>
                {t('contacts.removal.data')}
              </a>
            ) : null}
          </div>
        </>
      ) : null}
      <p>{t('contacts.removal.post')}</p>
      <div class="part-actions">
        <PostButton action={to('removal')} label={t('contacts.removal.remove')} />
      </div>
    </details>
  )
}
