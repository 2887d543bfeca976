import { Fragment } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths as partnersPaths } from '../../paths.ts'
import { paths } from '../paths.ts'
import type { Wish } from '../queries.ts'
import { stateOf, type WishDone } from '../wish.ts'

interface WishStatusProps {
  network: string
  wish: Wish
  speaksFor: boolean
  done: WishDone | null
}

/** The result of an action on a wish, and why it is not answered: over, found, withdrawn, its authority gone. */
export function WishStatus({ network, wish, speaksFor, done }: WishStatusProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  return (
    <>
      {done === null ? null : <DoneNotice network={network} wish={wish} speaksFor={speaksFor} done={done} />}
      {state === 'open' || (state === 'withdrawn' && done === 'withdrawn') ? null : (
        <Notice kind={state === 'found' ? 'information' : 'warning'}>
          <p>{statusWords(reader, wish)}</p>
          {state === 'abolished' ? <Successors network={network} wish={wish} /> : null}
          {state === 'expired' && speaksFor ? <p>{t('partners.wish.expiredOwn')}</p> : null}
        </Notice>
      )}
    </>
  )
}

/** Why a wish is not answered, as a sentence; '' for an open one. */
export function statusWords(reader: Reader, wish: Wish): string {
  const { t } = reader
  const state = stateOf(wish, reader.today)
  if (state === 'expired') return t('partners.wish.stands.expired', { day: dayWords(reader, wish.expiresOn) })
  if (state === 'found' && wish.foundOn !== null)
    return t('partners.wish.stands.found', { day: dayWords(reader, wish.foundOn) })
  if (state === 'abolished' && wish.organisation.validUntil !== null)
    return t('partners.wish.stands.abolished', { day: dayWords(reader, wish.organisation.validUntil) })
  return state === 'withdrawn' ? t('partners.wish.stands.withdrawn') : ''
}

function Successors({ network, wish }: Pick<WishStatusProps, 'network' | 'wish'>) {
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

interface DoneNoticeProps {
  network: string
  wish: Wish
  /** The reader speaks for its authority, or for the secretariat. */
  speaksFor: boolean
  done: WishDone
}

const stateAfter = {
  published: 'open',
  renewed: 'open',
  reopened: 'open',
  found: 'found',
  withdrawn: 'withdrawn',
} as const

/** The result of an action on a wish, and what comes next: who reads it until when, where partners are, how to undo it. */
function DoneNotice({ network, wish, speaksFor, done }: DoneNoticeProps) {
  const reader = useReader()
  const { t } = reader
  // A bookmarked address says nothing that no longer holds; what a member did is shown to members.
  if (stateOf(wish, reader.today) !== stateAfter[done]) return null
  if (done === 'published' && !speaksFor) return null
  const day = dayWords(reader, wish.expiresOn)
  const isRead = stateAfter[done] === 'open'
  return (
    <Notice kind="done" live>
      <p>
        <strong>{t(`partners.wish.done.${done}`)}</strong>
      </p>
      {isRead ? <p>{t(`partners.wish.done.readBy.${wish.visibility}`, { day })}</p> : null}
      {isRead && speaksFor ? <p>{t('partners.wish.done.mails')}</p> : null}
      {isRead ? null : <p>{t(`partners.wish.done.next.${done === 'found' ? 'found' : 'withdrawn'}`)}</p>}
      {speaksFor && done !== 'found' ? <WaysOn network={network} wish={wish} isRead={isRead} /> : null}
    </Notice>
  )
}

function WaysOn({
  network,
  wish,
  isRead,
}: Omit<DoneNoticeProps, 'done' | 'speaksFor'> & { isRead: boolean }) {
  const reader = useReader()
  const { t } = reader
  if (!isRead)
    return (
      <p class="ways-on">
        <a href={paths.validity(reader, network, wish.slug)}>{t('partners.wish.done.takeUp')}</a>
      </p>
    )
  return (
    <ul class="ways-on">
      <li>
        <a href={partnersPaths.suggestions(reader, network, wish.organisation.slug)}>
          {t('partners.wish.done.suggestions')}
        </a>
      </li>
      <li>
        <a href={paths.edit(reader, network, wish.slug)}>{t('partners.wish.done.edit')}</a>
      </li>
    </ul>
  )
}

/** Until when a wish is answered, or since when it is not. */
export function expiryWords(reader: Reader, wish: Wish): string {
  const { t, today } = reader
  const state = stateOf(wish, today)
  if (state === 'found' && wish.foundOn !== null)
    return t('partners.wish.foundOn', { day: dayWords(reader, wish.foundOn) })
  const day = dayWords(reader, wish.expiresOn)
  return t(state === 'expired' ? 'partners.wish.expiredOn' : 'partners.wish.until', { day })
}

/** How old a wish is, in months: since it was last said. */
export function ageWords(reader: Reader, { renewedOn }: Pick<Wish, 'renewedOn'>): string {
  const { t, today } = reader
  const { months } = Temporal.PlainDate.from(renewedOn).until(today, { largestUnit: 'months' })
  return months < 1 ? t('partners.wish.age.fresh') : t('partners.wish.age.months', { count: months })
}

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
