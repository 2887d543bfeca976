import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import type { WishDone } from '../record/done.ts'
import type { Wish } from '../row/queries.ts'
import { stateOf } from '../wish-state.ts'
import { DoneNotice } from './done-notice.tsx'

interface WishStandingProps {
  network: string
  wish: Wish
  speaksFor: boolean
  done: WishDone | null
}

/** What was just done with a wish, and why it is not answered: over, found, withdrawn, its authority gone. */
export function WishStanding({ network, wish, speaksFor, done }: WishStandingProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  return (
    <>
      {done === null ? null : <DoneNotice network={network} wish={wish} speaksFor={speaksFor} done={done} />}
      {state === 'open' || (state === 'withdrawn' && done === 'withdrawn') ? null : (
        <Notice kind={state === 'found' ? 'information' : 'warning'}>
          <p>{standingWords(reader, wish)}</p>
          {state === 'abolished' ? <Successors network={network} wish={wish} /> : null}
          {state === 'expired' && speaksFor ? <p>{t('partners.wish.expiredOwn')}</p> : null}
        </Notice>
      )}
    </>
  )
}

/** Why a wish is not answered, in a sentence; '' for an open one. */
export function standingWords(reader: Reader, wish: Wish): string {
  const { t } = reader
  const state = stateOf(wish, reader.today)
  if (state === 'expired') return t('partners.wish.stands.expired', { day: dayWords(reader, wish.expiresOn) })
  if (state === 'found' && wish.foundOn !== null)
    return t('partners.wish.stands.found', { day: dayWords(reader, wish.foundOn) })
  if (state === 'abolished' && wish.organisation.validUntil !== null)
    return t('partners.wish.stands.abolished', { day: dayWords(reader, wish.organisation.validUntil) })
  return state === 'withdrawn' ? t('partners.wish.stands.withdrawn') : ''
}

function Successors({ network, wish }: Pick<WishStandingProps, 'network' | 'wish'>) {
  const reader = useReader()
  const { successors } = wish.organisation
  if (successors.length === 0) return null
  return (
    <p>
      {reader.t('partners.wish.successors')}{' '}
      {successors.map((each, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a href={paths.organisation(reader, network, each.slug)}>
            <Name name={shortNames(each)} />
          </a>
        </>
      ))}
    </p>
  )
}
