import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../paths.ts'
import type { Wish } from '../row/queries.ts'
import { stateOf } from '../wish-state.ts'

interface WishActionsProps {
  network: string
  wish: Wish
  speaksFor: boolean
  mayAnswer: boolean
}

/** What a reader may do with a wish: answer it, or, of their own, renew it, say that they have found, take that back. */
export function WishActions({ network, wish, speaksFor, mayAnswer }: WishActionsProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  const plain = (address: string) => address.split('?')[0] ?? address
  return (
    <div class="wish-actions">
      {state === 'open' && mayAnswer ? (
        <a class="button primary" href={paths.interest(reader, network, wish.slug)} rel="nofollow">
          {t('partners.wish.interested')}
        </a>
      ) : null}
      {speaksFor && (state === 'open' || state === 'expired') ? (
        <>
          <form method="post" action={plain(paths.renewal(reader, network, wish.slug))}>
            <button type="submit" class="button">
              {t('partners.wish.renew')}
            </button>
          </form>
          <form method="post" action={plain(paths.found(reader, network, wish.slug))}>
            <button type="submit" class="button">
              {t('partners.wish.sayFound')}
            </button>
          </form>
        </>
      ) : null}
      {speaksFor && state === 'found' ? (
        <form method="post" action={`${plain(paths.found(reader, network, wish.slug))}/removal`}>
          <button type="submit" class="button">
            {t('partners.wish.reopen')}
          </button>
        </form>
      ) : null}
    </div>
  )
}
