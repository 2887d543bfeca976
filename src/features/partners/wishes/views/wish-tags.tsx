import { Fragment } from 'preact'
import { useReader } from '../../../../ui/reader.tsx'
import type { Wish } from '../summary.queries.ts'
import { stateOf } from '../wish-state.ts'

/** The tags of a wish: that it is not open, and who reads it. */
export function WishTags({ wish }: { wish: Wish }) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  const words = [
    state === 'open' ? null : t(`partners.wish.state.${state}`),
    wish.publishedAt !== null && wish.visibility === 'network' ? t('partners.wish.visibility.network') : null,
  ]
  return (
    <>
      {words.map((each) =>
        each === null ? null : (
          <Fragment key={each}>
            {' '}
            <span class="tag">{each}</span>
          </Fragment>
        ),
      )}
    </>
  )
}
